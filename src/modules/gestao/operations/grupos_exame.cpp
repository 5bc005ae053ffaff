// SPDX-License-Identifier: Apache-2.0
#include "modules/gestao/operations/grupos_exame.hpp"

#include <algorithm>

#include "modules/gestao/domain/nome.hpp"
#include "modules/tabelas/api/procedimentos.hpp"

namespace aroeira::gestao {
namespace {

constexpr std::string_view kEntity = "grupo_exame";

Error unknown() { return {ErrorKind::not_found, "GESTAO-0004", "Este grupo de exames não existe mais."}; }

Error wrong(std::vector<FieldError> fields) {
    return {ErrorKind::invalid_input, "GESTAO-0003", "O grupo de exames tem campos a corrigir.", std::move(fields)};
}

FieldError name_taken() { return {"GESTAO-0003", "nome", "Já existe um grupo com este nome.", "Escolha outro nome, ou edite o grupo que existe."}; }

/// The form as it is kept: each exam once, in the order of the codes.
Result<GrupoForm> read(GrupoForm form) {
    std::vector<FieldError> fields;
    form.nome = text::trim(form.nome);
    if (!is_nome(form.nome)) fields.push_back({"GESTAO-0003", "nome", "O nome do grupo está vazio ou não pôde ser lido.", kNomeFix});
    std::sort(form.exames.begin(), form.exames.end());
    form.exames.erase(std::unique(form.exames.begin(), form.exames.end()), form.exames.end());
    if (form.exames.empty()) fields.push_back({"GESTAO-0003", "exames", "O grupo não tem nenhum exame.", "Escolha ao menos um exame."});
    else if (form.exames.size() > kExamesMax) fields.push_back({"GESTAO-0003", "exames", "O grupo tem exames demais (o máximo é 200).", "Divida em dois grupos."});
    else if (!std::all_of(form.exames.begin(), form.exames.end(), [](const std::string& code) { return tabelas::is_exam(code); }))
        fields.push_back({"GESTAO-0003", "exames", "Há um código que não é de exame do SIGTAP.", "Escolha os exames na lista."});
    if (fields.empty()) return form;
    return wrong(std::move(fields));
}

std::string words_of(const GrupoExame& grupo) { return R"({"exames":)" + std::to_string(grupo.exames.size()) + R"(,"versao":)" + std::to_string(grupo.versao) + "}"; }

bool suits(std::string_view exame, const ForWhom& whom) {
    const auto ages = tabelas::sigtap_ages(exame);
    const auto applies = tabelas::sigtap_applies(exame);
    const bool sexo = applies == tabelas::Applies::both || whom.sexo == tabelas::Applies::both || applies == whom.sexo;
    return sexo && whom.age_months >= ages.min_months && whom.age_months <= ages.max_months;
}

}  // namespace

Result<PageOfThings<GrupoExame>> list_grupos(const MayGovern& granted, std::string_view busca, const PageOf& page, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio());
    const auto folded = text::fold(busca);
    return services.unit.read([&](Ports& ports) { return ports.grupos.list(municipio, folded, page); });
}

Result<GrupoExame> add_grupo(const MayGovern& granted, const GrupoForm& form, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio());
    AROEIRA_TRY(auto read_form, read(form));
    const GrupoExame grupo{services.ids.make<GrupoExame>(), std::move(read_form.nome), std::move(read_form.exames), 1};
    const auto done = services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto all, ports.grupos.list(municipio, "", {.offset = 0, .limit = 0}));
        if (all.total >= static_cast<std::int64_t>(kGruposMax))
            return wrong({{"GESTAO-0003", "nome", "O município já tem o máximo de 500 grupos.", "Exclua um que não usa."}});
        AROEIRA_CHECK(ports.grupos.insert(municipio, grupo));
        return record(std::string(kEntity), grupo.id.text(), words_of(grupo), granted.actor(), municipio, ports);
    });
    if (!done && done.error().code == ErrorCode("DB-0003")) return wrong({name_taken()});
    if (!done) return done.error();
    return grupo;
}

Result<GrupoExame> edit_grupo(const MayGovern& granted, const GrupoExameId& id, const GrupoForm& form, std::int64_t versao, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio());
    // What does not exist does not exist, whatever was said of it.
    AROEIRA_TRY(const auto known, services.unit.read([&](Ports& ports) { return ports.grupos.find(municipio, id); }));
    if (!known) return unknown();
    AROEIRA_TRY(auto read_form, read(form));
    GrupoExame grupo{id, std::move(read_form.nome), std::move(read_form.exames), versao};
    const auto done = services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const bool saved, ports.grupos.update(municipio, grupo));
        if (!saved) return changed_meanwhile();
        return record(std::string(kEntity), id.text(), words_of(grupo), granted.actor(), municipio, ports);
    });
    if (!done && done.error().code == ErrorCode("DB-0003")) return wrong({name_taken()});
    if (!done) return done.error();
    ++grupo.versao;
    return grupo;
}

Result<void> remove_grupo(const MayGovern& granted, const GrupoExameId& id, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio());
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const bool removed, ports.grupos.remove(municipio, id));
        if (!removed) return unknown();
        return record(std::string(kEntity), id.text(), R"({"excluido":true})", granted.actor(), municipio, ports);
    });
}

Result<std::vector<GrupoExame>> grupos_for(const identity::Granted<identity::Permission::municipios_ver>& granted, const ForWhom& whom, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio());
    AROEIRA_TRY(auto all, services.unit.read([&](Ports& ports) {
        return ports.grupos.list(municipio, "", {.offset = 0, .limit = static_cast<std::int64_t>(kGruposMax)});
    }));
    for (auto& grupo : all.items) std::erase_if(grupo.exames, [&](const std::string& exame) { return !suits(exame, whom); });
    std::erase_if(all.items, [](const GrupoExame& grupo) { return grupo.exames.empty(); });
    return std::move(all.items);
}

}  // namespace aroeira::gestao
