// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/domain/perfil_rule.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "modules/tabelas/api/perfis.hpp"

namespace aroeira::identity {
namespace {

constexpr std::size_t kNameBytesMin = 3;
constexpr std::size_t kNameBytesMax = 100;

/// The first level of the tree, by which kinds of standard perfis have it.
struct Roots {
    RecursoSet administrative;  ///< Only of administration and coordination.
    RecursoSet care;            ///< Only of care.
    RecursoSet gestor;          ///< What a gestor has.
};

Roots sorted() {
    RecursoSet staff;
    Roots roots;
    for (std::size_t row = 0; row < tabelas::perfis_padrao(); ++row) {
        const auto perfil = tabelas::perfil_padrao(row);
        const auto tipo = tipo_perfil_of(perfil.tipo).value();
        auto& kind = tipo == TipoPerfil::atendimento ? roots.care : tipo == TipoPerfil::gestor ? roots.gestor : staff;
        for (const auto caminho : recursos_padrao(perfil.codigo))
            if (recursos()[*find_recurso(caminho)].nivel == 0) kind.insert(caminho);
    }
    for (const auto caminho : staff)
        if (roots.care.erase(caminho) == 0) roots.administrative.insert(caminho);
    return roots;
}

const Roots& roots() {
    static const auto known = sorted();
    return known;
}

Error wrong_recursos(std::string message, std::string fix) {
    return {ErrorKind::invalid_input, "ACESSO-0104", "Estes recursos não cabem juntos em um perfil.",
            {{"ACESSO-0104", "recursos", std::move(message), std::move(fix)}}};
}

std::string_view first_of(const RecursoSet& some, const RecursoSet& kind) {
    const auto found = std::find_if(some.begin(), some.end(), [&](std::string_view one) { return kind.contains(one); });
    return found == some.end() ? std::string_view() : *found;
}

}  // namespace

Result<TipoPerfil> tipo_of(TipoAcesso acesso, const RecursoSet& chosen) {
    for (const auto caminho : chosen) {
        const auto& recurso = recursos()[*find_recurso(caminho)];
        if (recurso.da_instalacao)
            return wrong_recursos("«" + std::string(caminho) + "» é da instalação inteira.", "Só o administrador da instalação o tem: retire-o.");
        const bool gestor = acesso == TipoAcesso::gestor_municipal || acesso == TipoAcesso::gestor_estadual;
        if (gestor && recurso.nivel == 0 && !roots().gestor.contains(caminho))
            return wrong_recursos("Um gestor acompanha por relatórios: «" + std::string(caminho) + "» não é para ele.", "Retire-o deste perfil.");
    }
    if (acesso == TipoAcesso::gestor_municipal || acesso == TipoAcesso::gestor_estadual) return TipoPerfil::gestor;
    const bool lotacao = acesso == TipoAcesso::lotacao;
    const auto administrative = first_of(chosen, roots().administrative);
    const auto care = first_of(chosen, roots().care);
    if (care.empty() && (!lotacao || !administrative.empty())) return lotacao ? TipoPerfil::coordenacao : TipoPerfil::administracao;
    if (lotacao && administrative.empty()) return TipoPerfil::atendimento;
    return wrong_recursos("«" + std::string(administrative) + "» é de administração ou coordenação, e «" + std::string(care) +
                              "» é do atendimento ao cidadão.",
                          "Retire um deles, ou faça dois perfis: cada acesso trabalha com um.");
}

bool may_edit(const Perfil& perfil) { return perfil.municipal(); }

bool may_copy(const Perfil& perfil) {
    return perfil.acesso == TipoAcesso::lotacao || perfil.acesso == TipoAcesso::gestor_municipal || perfil.acesso == TipoAcesso::gestor_estadual;
}

bool keeps_administration(const Perfil& perfil, const RecursoSet& chosen) {
    return perfil.id != perfil_padrao::administrador_municipal || chosen.contains("Visualizar perfis > Cadastrar, editar e excluir");
}

Result<void> check_perfil_name(std::string_view nome) {
    const auto trimmed = text::trim(nome);
    if (trimmed.size() >= kNameBytesMin && trimmed.size() <= kNameBytesMax && text::is_one_line(trimmed)) return {};
    return Error{ErrorKind::invalid_input, "ACESSO-0100", "Confira o nome do perfil.",
                 {{"ACESSO-0100", "nome", "O nome está vazio, é curto ou longo demais.", "Use de 3 a 100 caracteres."}}};
}

Result<RecursoSet> chosen_recursos(std::span<const std::string> caminhos) {
    for (const auto& caminho : caminhos)
        if (!find_recurso(caminho))
            return Error{ErrorKind::invalid_input, "ACESSO-0101", "Um dos recursos não existe nesta versão.",
                         {{"ACESSO-0101", "recursos", "A lista de recursos mudou.", "Recarregue a tela e escolha de novo."}}};
    return with_ancestors(caminhos);
}

}  // namespace aroeira::identity
