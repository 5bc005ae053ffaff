// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/operations/installation_card.hpp"

#include "base/text.hpp"
#include "modules/tabelas/api/tabelas.hpp"
#include "platform/json/json.hpp"

namespace aroeira::instalacoes {
namespace {

constexpr std::size_t kNomeBytesMax = 200;

/// What of the card a row of the trail says.
struct Said {
    std::string nome{};
    std::string tipo{};
    std::string uf{};
    static constexpr auto fields = std::tuple{json::field("nome", &Said::nome), json::field("tipo", &Said::tipo), json::field("uf", &Said::uf)};
};

std::string words_of(const InstallationCard& card) { return json::text_of(Said{card.nome, std::string(name_of(card.tipo)), card.uf}); }

Result<void> check(const NewCard& card) {
    std::vector<FieldError> wrong;
    const auto refuse = [&](std::string field, std::string message, std::string fix) {
        wrong.push_back({"INST-0007", std::move(field), std::move(message), std::move(fix)});
    };
    if (card.nome.empty()) refuse("nome", "O nome da instalação está vazio.", "Informe o nome pelo qual as outras a conhecem.");
    else if (card.nome.size() > kNomeBytesMax || !text::is_one_line(card.nome)) refuse("nome", "O nome não pôde ser lido.", "Use uma linha de até 200 letras.");
    if (!card.uf.empty() && !tabelas::is_uf(card.uf)) refuse("uf", "Não há unidade da federação com esta sigla.", "Informe as duas letras, como SE.");
    if (card.uf.empty() && card.tipo == TipoInstalacao::centralizador_estadual) refuse("uf", "Um centralizador estadual é de uma unidade da federação.", "Escolha a UF.");
    if (wrong.empty()) return {};
    return Error{ErrorKind::invalid_input, "INST-0007", "A identificação da instalação tem campos a corrigir.", std::move(wrong)};
}

}  // namespace

Result<void> prepare_installation(const Services& services, IdSource& ids) {
    const auto id = ids.next();
    return services.unit.write([&](Ports& ports) { return ports.settings.put_first(keys::kInstallationId, id.text()); });
}

Result<InstallationCard> read_card(const MayTransmit&, const Services& services) {
    return services.unit.read([](Ports& ports) { return ports.settings.card(); });
}

Result<bool> read_internet(const MayTransmit&, const Services& services) {
    return services.unit.read([](Ports& ports) { return ports.settings.internet_enabled(); });
}

Result<InstallationCard> save_card(const MayTransmit& granted, const NewCard& asked, const Services& services) {
    const NewCard card{std::string(text::trim(asked.nome)), asked.tipo, asked.uf};
    AROEIRA_CHECK(check(card));
    return services.unit.write([&](Ports& ports) -> Result<InstallationCard> {
        AROEIRA_TRY(const auto before, ports.settings.card());
        const InstallationCard after{before.id, card.nome, card.tipo, card.uf};
        if (after == before) return after;
        AROEIRA_CHECK(ports.settings.put_card(after));
        AROEIRA_CHECK(ports.trail.record({.event = audit::Event::configuracao_alterada, .actor = granted.actor().key,
                                          .address = granted.actor().address, .entity = "configuracao", .entity_id = "instalacao",
                                          .details = R"({"antes":)" + words_of(before) + R"(,"depois":)" + words_of(after) + "}"}));
        return after;
    });
}

}  // namespace aroeira::instalacoes
