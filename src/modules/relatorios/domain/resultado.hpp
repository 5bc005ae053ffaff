// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "modules/relatorios/domain/stores.hpp"

namespace aroeira::relatorios {

/// How the numbers are laid out.
enum class Forma : std::uint8_t {
    sintetico,  ///< One number per line (or per column, where the group has some).
    mensal,     ///< A column per month.
    analitico,  ///< Each unit, team, professional and CBO on its own.
};

struct Linhas {
    std::size_t lotacao = 0;  ///< In `Resultado::lotacoes`; analítico only.
    std::string codigo{};
    std::string rotulo{};
    std::vector<std::int64_t> valores{};  ///< One per column.
    std::int64_t total = 0;
};

struct GrupoDoResultado {
    std::string codigo{};
    std::string titulo{};
    std::vector<std::string> colunas{};
    std::vector<Linhas> linhas{};
    std::int64_t total = 0;
};

/// Whose numbers a line of the analítico has.
struct LotacaoDoResultado {
    std::string cnes{}, ine{}, cbo{}, profissional{};
    friend auto operator<=>(const LotacaoDoResultado&, const LotacaoDoResultado&) = default;
};

struct Resultado {
    std::vector<GrupoDoResultado> grupos{};
    std::vector<LotacaoDoResultado> lotacoes{};
};

/// Adds up rows of numbers into a report.
class Somador {
public:
    /// `grupos`: those asked for, by their place in the report. `meses`: the columns of a mensal.
    Somador(const Relatorio& relatorio, const Contador& contador, std::vector<std::size_t> grupos, Forma forma, std::vector<std::string> meses);

    /// Errors: `internal` RELAT-0011.
    Result<void> add(const Soma& soma, std::string_view packed);
    [[nodiscard]] Resultado resultado() const;

private:
    struct Lugar {
        std::size_t lotacao = 0;
        std::string linha{};
        friend auto operator<=>(const Lugar&, const Lugar&) = default;
    };
    using Colunas = std::map<std::string, std::int64_t>;
    [[nodiscard]] std::vector<std::string> columns_of(std::size_t grupo, const std::map<Lugar, Colunas>& lines) const;
    [[nodiscard]] GrupoDoResultado group_of(std::size_t grupo, const std::map<Lugar, Colunas>& lines) const;
    std::size_t lotacao_of(const Soma& soma);

    const Relatorio& relatorio_;
    const Contador& contador_;
    std::vector<std::size_t> grupos_;
    Forma forma_;
    std::vector<std::string> meses_;
    std::vector<bool> wanted_;
    std::map<LotacaoDoResultado, std::size_t> lotacoes_{};
    std::vector<std::map<Lugar, Colunas>> somas_;
};

}  // namespace aroeira::relatorios
