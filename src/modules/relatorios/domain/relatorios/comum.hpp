// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>

#include "modules/relatorios/domain/relatorio.hpp"

/// Groups most fichas of care share.
namespace aroeira::relatorios::comum {

inline constexpr std::string_view kRegistros = "registros";

/// «Registros identificados» and the others, of a ficha whose citizen is in `cnsCidadao` or `cpfCidadao`.
inline constexpr std::array kIdentificacao{
    Linha{"cnsCidadao|cpfCidadao", "Registros identificados"},
    Linha{"cnsCidadao|cpfCidadao", "Registros não identificados", Conta::ausente},
};
constexpr Grupo registros(std::span<const Linha> linhas = kIdentificacao) {
    return {.codigo = kRegistros, .titulo = "Registros", .linhas = linhas};
}
constexpr Grupo idades(std::string_view nascimento, std::string_view sexo) {
    return {.codigo = "faixa_etaria", .titulo = "Faixa etária", .nascimento = nascimento, .colunas = sexo};
}
constexpr Grupo codigos(std::string_view codigo, std::string_view titulo, std::string_view campo) {
    return {.codigo = codigo, .titulo = titulo, .campo = campo};
}
constexpr Grupo turno() { return codigos("turno", "Turno", "turno"); }
constexpr Grupo cid10(std::string_view campo = "problemasCondicoes.cid10") {
    return {.codigo = "cid10", .titulo = "CID-10", .campo = campo, .nomes = Nomes::cid10};
}
constexpr Grupo ciap2(std::string_view campo = "problemasCondicoes.ciap") {
    return {.codigo = "ciap2", .titulo = "CIAP-2", .campo = campo, .nomes = Nomes::ciap2};
}
constexpr Grupo procedimentos(std::string_view campo = "procedimentos") {
    return {.codigo = "procedimentos", .titulo = "Procedimentos", .campo = campo, .nomes = Nomes::procedimentos};
}

}  // namespace aroeira::relatorios::comum
