// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "modules/fichas/api/campo.hpp"
#include "modules/relatorios/domain/relatorio.hpp"

/// Inside of Contador: the declarations with their paths found in those of the fichas.
namespace aroeira::relatorios::detail {

struct LinhaLida {
    std::vector<fichas::Campo> campos{};
    Conta conta = Conta::informado;
    std::size_t codigo = 0;
};

struct GrupoLido {
    std::uint8_t numero = 0;
    std::optional<fichas::Campo> campo{}, nascimento{}, colunas{};
    std::vector<LinhaLida> linhas{};
};

struct FonteLida {
    int tipo = 0;
    fichas::Campo itens;
    std::vector<GrupoLido> grupos{};
    std::vector<fichas::Campo> se{}, sem{};
};

/// A group of a report, of all its fontes.
struct GrupoUnido {
    struct Parte {
        const Grupo* grupo = nullptr;
        std::optional<fichas::Campo> campo{}, colunas{};
    };
    std::string_view codigo{}, titulo{};
    std::vector<std::string_view> rotulos{};  ///< Of the lines that are no codes.
    std::vector<Parte> partes{};

    [[nodiscard]] bool tem_colunas() const;
    [[nodiscard]] bool is_long() const;  ///< Its codes are of a national table.
    [[nodiscard]] std::string linha(std::string_view codigo_da_linha) const;
    [[nodiscard]] std::string coluna(std::string_view codigo_da_coluna) const;
};

struct RelatorioLido {
    const Relatorio* relatorio = nullptr;
    std::vector<FonteLida> fontes{};
    std::vector<GrupoUnido> grupos{};
};

/// Where a record type says who cared.
struct Cabecalho {
    fichas::Campo cnes, ine, cbo, profissional;
    std::optional<fichas::Campo> origem{};  ///< Of a cadastro.
};

struct Lidos {
    std::vector<RelatorioLido> relatorios{};
    std::map<int, Cabecalho> cabecalhos{};
    [[nodiscard]] const RelatorioLido& of(const Relatorio& relatorio) const;
};

/// Errors: `internal` RELAT-0012.
Result<Lidos> read_all();
/// A fingerprint of every declared report.
std::string edicao_of_all();

}  // namespace aroeira::relatorios::detail
