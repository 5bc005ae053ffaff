// SPDX-License-Identifier: Apache-2.0
#include "modules/imunobiologicos/operations/manage_lotes.hpp"

namespace aroeira::imunobiologicos {
namespace {

Error unknown() { return {ErrorKind::not_found, "IMUNO-0003", "Este lote não existe mais."}; }

Error changed_meanwhile() {
    return {ErrorKind::conflict, "IMUNO-0004",
            "Outra pessoa alterou este lote enquanto você o editava. O que você digitou continua na tela: confira e salve de novo, se ainda for o que quer."};
}

Error in_use(std::string_view what) {
    return {ErrorKind::conflict, "IMUNO-0005", "Este lote já está vinculado a um registro de aplicação de vacina, e por isso " + std::string(what)};
}

Error same_there() {
    return {ErrorKind::invalid_input, "IMUNO-0001", "O lote tem campos a corrigir.",
            {{"IMUNO-0001", "lote", "Este lote do imunobiológico e do fabricante já está cadastrado.", "Procure-o na lista; se está inativo, ative-o."}}};
}

Result<void> record(const Lote& lote, std::string_view act, const identity::Actor& actor, const Ibge& municipio, Ports& ports) {
    return ports.trail.record({.event = audit::Event::configuracao_alterada, .actor = actor.key, .address = actor.address,
                               .entity = "lote_imunobiologico", .entity_id = std::string(lote.id.text()), .municipio = std::string(municipio.text()),
                               .details = R"({"ato":")" + std::string(act) + R"(","versao":)" + std::to_string(lote.versao) + "}"});
}

Result<Lote> found(const Ibge& municipio, const LoteId& id, std::int64_t versao, Ports& ports) {
    AROEIRA_TRY(auto lote, ports.lotes.find(municipio, id));
    if (!lote) return unknown();
    if (lote->versao != versao) return changed_meanwhile();
    return std::move(*lote);
}

fichas::GivenLote given_of(const Lote& lote) { return {lote.imunobiologico, lote.lote, lote.fabricante}; }

/// Looks at what is there without holding anybody up, so that only what comes meanwhile is left to look at in the
/// transaction that changes the lote.
struct Looked {
    bool used = false;
    Instant until{};
};
Result<Looked> look(const Ibge& municipio, const Lote& lote, const Services& services) {
    const Instant now = services.clock.now();
    AROEIRA_TRY(const bool used, services.unit.read([&](Ports& ports) { return ports.use.names(municipio, given_of(lote), std::nullopt); }));
    // A clock that was set back must hide nothing that came since.
    return Looked{used, now - std::chrono::hours(24)};
}

}  // namespace

Result<Lote> add_lote(const MayKeep& granted, const LoteForm& form, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio());
    AROEIRA_TRY(const auto good, checked(form));
    const Lote lote{.id = services.ids.make<Lote>(), .imunobiologico = good.imunobiologico, .lote = good.lote, .fabricante = good.fabricante, .validade = good.validade};
    const auto done = services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(ports.lotes.insert(municipio, lote));
        return record(lote, "adicionado", granted.actor(), municipio, ports);
    });
    if (!done && done.error().code == ErrorCode("DB-0003")) return same_there();
    if (!done) return done.error();
    return lote;
}

Result<Lote> edit_lote(const MayKeep& granted, const LoteId& id, const LoteForm& form, std::int64_t versao, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio());
    AROEIRA_TRY(const auto before, services.unit.read([&](Ports& ports) { return found(municipio, id, versao, ports); }));
    AROEIRA_TRY(const auto good, checked(form));
    Lote lote{.id = id, .imunobiologico = good.imunobiologico, .lote = good.lote, .fabricante = good.fabricante, .validade = good.validade, .ativo = before.ativo, .versao = versao};
    const bool another = !lote.same_as(before);
    Looked looked;
    if (another) {
        AROEIRA_TRY(looked, look(municipio, before, services));
    }
    const auto done = services.unit.write([&](Ports& ports) -> Result<void> {
        if (another && !looked.used) {
            AROEIRA_TRY(looked.used, ports.use.names(municipio, given_of(before), looked.until));
        }
        if (looked.used) return in_use("só a data de validade pode ser alterada. Cadastre outro lote, se for outro.");
        AROEIRA_TRY(const bool saved, ports.lotes.update(municipio, lote));
        if (!saved) return changed_meanwhile();
        return record(lote, "alterado", granted.actor(), municipio, ports);
    });
    if (!done && done.error().code == ErrorCode("DB-0003")) return same_there();
    if (!done) return done.error();
    ++lote.versao;
    return lote;
}

Result<Lote> set_ativo(const MayKeep& granted, const LoteId& id, bool ativo, std::int64_t versao, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio());
    return services.unit.write([&](Ports& ports) -> Result<Lote> {
        AROEIRA_TRY(auto lote, found(municipio, id, versao, ports));
        if (lote.ativo == ativo) return lote;
        lote.ativo = ativo;
        AROEIRA_TRY(const bool saved, ports.lotes.update(municipio, lote));
        if (!saved) return changed_meanwhile();
        AROEIRA_CHECK(record(lote, ativo ? "ativado" : "inativado", granted.actor(), municipio, ports));
        ++lote.versao;
        return lote;
    });
}

Result<void> remove_lote(const MayKeep& granted, const LoteId& id, std::int64_t versao, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio());
    AROEIRA_TRY(const auto lote, services.unit.read([&](Ports& ports) { return found(municipio, id, versao, ports); }));
    AROEIRA_TRY(const auto looked, look(municipio, lote, services));
    return services.unit.write([&](Ports& ports) -> Result<void> {
        bool used = looked.used;
        if (!used) {
            AROEIRA_TRY(used, ports.use.names(municipio, given_of(lote), looked.until));
        }
        if (used) return in_use("não pode ser excluído. Ele pode ser inativado: deixa de ser oferecido, e os registros continuam como estão.");
        AROEIRA_TRY(const bool removed, ports.lotes.remove(municipio, id, versao));
        if (!removed) return changed_meanwhile();
        return record(lote, "excluido", granted.actor(), municipio, ports);
    });
}

}  // namespace aroeira::imunobiologicos
