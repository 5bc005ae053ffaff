// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "modules/fichas/api/campo.hpp"
#include "modules/fichas/api/ficha.hpp"
#include "modules/relatorios/domain/contadores.hpp"
#include "modules/relatorios/domain/faixa_etaria.hpp"
#include "modules/relatorios/domain/relatorio.hpp"

namespace aroeira::relatorios {

/// Who cared, where and when: what a report may be asked for.
struct Lotacao {
    Dia dia = 0;
    std::string cnes{};
    std::string ine{};           ///< "" without a team.
    std::string cbo{};
    std::string profissional{};  ///< CNS.
    friend auto operator<=>(const Lotacao&, const Lotacao&) = default;
};

/// What one ficha adds to one report.
struct Parcela {
    const Relatorio* relatorio = nullptr;
    Contadores contadores{};
};

/// What one ficha adds to all of them.
struct Contada {
    Lotacao lotacao{};
    std::vector<Parcela> parcelas{};
    std::string origem{};      ///< Of a cadastro: what its updates name; "" of any other.
    std::int64_t em_ms = 0;    ///< Of the care.
};

/// A group of a report as a screen shows it.
struct GrupoVisto {
    std::string_view codigo, titulo;
    bool tem_colunas = false;
    bool por_quantidade = false;  ///< Its codes are many: the most frequent come first.
};

/// The declared reports made ready to count. Made once; safe from any thread.
class Contador {
public:
    /// Errors: `internal` RELAT-0012 when a report names a field no declaration has.
    static Result<Contador> make();

    /// Nothing for a ficha without a date or a lotação. Unit: `utc_offset_minutes` is added to UTC.
    [[nodiscard]] std::optional<Contada> count(const fichas::Ficha& ficha, int utc_offset_minutes) const;

    [[nodiscard]] std::vector<GrupoVisto> grupos(const Relatorio& relatorio) const;
    /// What people call a line or a column of a group; the code itself when no table knows it.
    [[nodiscard]] std::string linha(const Relatorio& relatorio, std::size_t grupo, std::string_view codigo) const;
    [[nodiscard]] std::string coluna(const Relatorio& relatorio, std::size_t grupo, std::string_view codigo) const;

    /// Changes when any report counts otherwise: what was counted by another edition is counted anew.
    [[nodiscard]] const std::string& edicao() const { return edicao_; }

private:
    struct Lidos;
    explicit Contador(std::shared_ptr<const Lidos> lidos, std::string edicao) : lidos_(std::move(lidos)), edicao_(std::move(edicao)) {}

    std::shared_ptr<const Lidos> lidos_;
    std::string edicao_;
};

}  // namespace aroeira::relatorios
