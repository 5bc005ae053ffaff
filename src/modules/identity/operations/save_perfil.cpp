// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/save_perfil.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "modules/identity/domain/perfil_rule.hpp"
#include "modules/identity/operations/perfil_change.hpp"

namespace aroeira::identity {
namespace {

Error name_taken() {
    return {ErrorKind::conflict, "ACESSO-0105", "Já existe um perfil com este nome.",
            {{"ACESSO-0105", "nome", "Já existe um perfil com este nome.", "Use outro nome."}}};
}

Error changed_meanwhile() {
    return {ErrorKind::conflict, "ACESSO-0108",
            "Outra pessoa alterou este perfil enquanto você o editava. Nada foi gravado: abra-o de novo e repita a sua mudança."};
}

Error of_the_installation() {
    return {ErrorKind::forbidden, "ACESSO-0109", "Este perfil alcança a instalação inteira e não pode ser alterado por um município."};
}

Error administration_would_end() {
    return {ErrorKind::conflict, "ACESSO-0107",
            "O administrador municipal não pode ficar sem «Visualizar perfis > Cadastrar, editar e excluir»: ninguém mais poderia "
            "devolver recursos aos perfis."};
}

Result<void> check_free_name(const Ibge& municipio, std::string_view nome, std::string_view but_id, Ports& ports) {
    AROEIRA_TRY(const bool taken, ports.perfis.name_taken(municipio, nome, but_id));
    if (taken) return name_taken();
    return {};
}

/// Nobody gives himself more, but for what the standard perfil has for everybody else.
Result<void> check_not_own(const Actor& actor, const Perfil& perfil, const RecursoSet& before, const RecursoSet& after, Ports& ports) {
    const auto id = Uuid::parse(actor.key);
    if (!id) return {};
    AROEIRA_TRY(const auto acessos, ports.usuarios.acessos_of(UsuarioId{*id}));
    const bool own = std::any_of(acessos.begin(), acessos.end(), [&](const Acesso& a) { return a.perfil == perfil.id && a.municipio == actor.municipio; });
    if (!own) return {};
    for (const auto caminho : after)
        if (!before.contains(caminho) && !recursos_padrao(perfil.id).contains(caminho))
            return Error{ErrorKind::forbidden, "ACESSO-0106",
                         "Você tem este perfil, e ninguém aumenta o que ele mesmo pode fazer. Peça a outra pessoa que gerencia perfis."};
    return {};
}

/// A município's own row of a perfil: of a standard one it is made at the first change.
Result<Perfil> own_row(const Perfil& read, const Perfil& wanted, Ports& ports) {
    if (read.municipio) {
        AROEIRA_TRY(const bool mine, ports.perfis.update(wanted));
        if (!mine) return changed_meanwhile();
    }
    Perfil kept = wanted;
    ++kept.versao;
    if (!read.municipio) AROEIRA_CHECK(ports.perfis.insert(kept));
    return kept;
}

std::vector<KeptRecurso> laid(const RecursoSet& before, const RecursoSet& after, const RecursoSet& shipped) {
    std::vector<KeptRecurso> rows;
    for (const auto caminho : after) rows.push_back({std::string(caminho), true});
    RecursoSet gone = before;
    gone.insert(shipped.begin(), shipped.end());
    for (const auto caminho : gone)
        if (!after.contains(caminho)) rows.push_back({std::string(caminho), false});
    return rows;
}

}  // namespace

Result<Perfil> create_perfil(const PerfisGranted& granted, const NewPerfil& fresh, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio());
    AROEIRA_CHECK(check_perfil_name(fresh.nome));
    AROEIRA_TRY(const auto chosen, chosen_recursos(fresh.recursos));
    Perfil perfil{.municipio = municipio, .id = std::string(services.ids.make<Perfil>().text()), .nome = std::string(text::trim(fresh.nome))};
    perfil.acesso = fresh.acesso;
    AROEIRA_TRY(perfil.tipo, tipo_of(perfil.acesso, chosen));
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(check_free_name(municipio, perfil.nome, "", ports));
        bool fits = may_copy(perfil);
        if (!fresh.copied_from.empty()) {
            AROEIRA_TRY(const auto source, require_perfil(municipio, fresh.copied_from, ports.perfis));
            fits = fits && source.acesso == perfil.acesso;
        }
        if (!fits)
            return Error{ErrorKind::invalid_input, "ACESSO-0103", "Este tipo de acesso não pode ser usado aqui.",
                         {{"ACESSO-0103", "tipo_acesso", "A cópia tem o tipo de acesso do perfil copiado; os de administrador não são de outros.",
                           "Escolha lotação, gestor municipal ou gestor estadual."}}};
        AROEIRA_CHECK(ports.perfis.insert(perfil));
        AROEIRA_CHECK(ports.perfis.put_recursos(perfil, laid({}, chosen, {})));
        AROEIRA_CHECK(record_act(perfil, "Cadastro", granted.actor(), ports));
        return record_change(perfil, {}, chosen, granted.actor(), ports);
    }));
    return perfil;
}

Result<Perfil> edit_perfil(const PerfisGranted& granted, std::string_view id, const PerfilChange& change, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio());
    return services.unit.write([&](Ports& ports) -> Result<Perfil> {
        AROEIRA_TRY(const auto read, require_perfil(municipio, id, ports.perfis));
        if (!may_edit(read)) return of_the_installation();
        AROEIRA_CHECK(check_perfil_name(change.nome));
        AROEIRA_TRY(const auto after, chosen_recursos(change.recursos));
        if (read.versao != change.versao) return changed_meanwhile();
        AROEIRA_TRY(const auto before, active_recursos(read, ports.perfis));
        Perfil wanted = read;
        wanted.municipio = municipio;
        wanted.editado = read.padrao && (read.editado || after != before);
        if (!read.padrao) {
            wanted.nome = text::trim(change.nome);
            AROEIRA_CHECK(check_free_name(municipio, wanted.nome, wanted.id, ports));
        }
        if (!keeps_administration(read, after)) return administration_would_end();
        AROEIRA_TRY(const auto tipo, tipo_of(read.acesso, after));
        if (!read.padrao) wanted.tipo = tipo;
        AROEIRA_CHECK(check_not_own(granted.actor(), read, before, after, ports));
        if (after == before && wanted.nome == read.nome) return read;
        AROEIRA_TRY(const auto kept, own_row(read, wanted, ports));
        if (!kept.as_shipped()) AROEIRA_CHECK(ports.perfis.put_recursos(kept, laid(before, after, recursos_padrao(read.id))));
        if (kept.nome != read.nome) AROEIRA_CHECK(record_act(kept, "Nome", granted.actor(), ports));
        AROEIRA_CHECK(record_change(kept, before, after, granted.actor(), ports));
        return kept;
    });
}

Result<Perfil> set_perfil_ativo(const PerfisGranted& granted, std::string_view id, bool ativo, std::int64_t versao, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio());
    return services.unit.write([&](Ports& ports) -> Result<Perfil> {
        AROEIRA_TRY(const auto read, require_perfil(municipio, id, ports.perfis));
        if (!may_edit(read)) return of_the_installation();
        if (read.versao != versao) return changed_meanwhile();
        if (read.ativo == ativo) return read;
        if (!ativo && read.id == perfil_padrao::administrador_municipal) return administration_would_end();
        Perfil wanted = read;
        wanted.municipio = municipio;
        wanted.ativo = ativo;
        AROEIRA_TRY(const auto kept, own_row(read, wanted, ports));
        AROEIRA_CHECK(record_act(kept, ativo ? "Ativação" : "Inativação", granted.actor(), ports));
        return kept;
    });
}

Result<void> remove_perfil(const PerfisGranted& granted, std::string_view id, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio());
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto read, require_perfil(municipio, id, ports.perfis));
        if (read.padrao)
            return Error{ErrorKind::conflict, "ACESSO-0110", "Um perfil padrão não é excluído. Inative-o, se não for usado aqui."};
        AROEIRA_TRY(const auto use, ports.perfis.use_of(municipio, id));
        if (use.usuarios > 0)
            return Error{ErrorKind::conflict, "ACESSO-0111",
                         "Este perfil está em uso por " + std::to_string(use.usuarios) + (use.usuarios == 1 ? " usuário" : " usuários") +
                             ". Só um perfil sem usuários pode ser excluído: retire-o dos acessos, ou inative-o."};
        AROEIRA_TRY(const bool mine, ports.perfis.remove(read));
        if (!mine) return changed_meanwhile();
        return record_act(read, "Exclusão", granted.actor(), ports);
    });
}

}  // namespace aroeira::identity
