// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string_view>

/// The standard perfis of a PEC and the recursos they give, as the version of this program has them.
/// Source: manual PEC 3.6.2 and its annex; what we added says so.
namespace aroeira::tabelas {

struct PerfilPadrao {
    std::string_view codigo;       ///< Stable: "medico".
    std::string_view nome;
    std::string_view tipo;         ///< administracao, coordenacao, atendimento or gestor.
    std::string_view tipo_acesso;  ///< lotacao, gestor_municipal, …
};
std::size_t perfis_padrao();
PerfilPadrao perfil_padrao(std::size_t row);

struct Recurso {
    std::string_view caminho;  ///< "Visualizar perfis > Cadastrar, editar e excluir".
    bool da_instalacao;        ///< It reaches past one município.
    bool nosso;                ///< Of this program, not of the annex.
    std::string_view perfis;         ///< Codes of the standard perfis that have it, by the annex; separated by blanks.
    std::string_view acrescentados;  ///< The same, by us.
};
std::size_t recursos();
Recurso recurso(std::size_t row);

}  // namespace aroeira::tabelas
