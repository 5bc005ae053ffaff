// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

/// The national code tables: data of db/reference, packed into the binary, read-only.
/// Nothing is parsed at start-up and nothing allocates; every answer is a binary search over sorted
/// keys. Codes are compared as the tables write them: upper case, no dots, no blanks, leading zeros
/// kept. Any other text is simply an unknown code.
namespace aroeira::tabelas {

/// One national table: what `contains`, `label`, `size` and `at` may be asked of.
enum class Table : std::uint8_t {
    municipio,               ///< IBGE, 7 digits.
    uf,                      ///< Sigla, "SE".
    pais,                    ///< LEDI country number; 31 is Brasil.
    etnia,                   ///< LEDI code, not the CADSUS one.
    tipo_logradouro,         ///< DNE number, 3 digits; "081" is RUA.
    cbo,                     ///< Every known occupation, 6 characters.
    cbo_prescritor,          ///< Who may prescribe a special immunobiological.
    ciap2,                   ///< Chapter letter and two digits; processes are "-30" to "-69".
    cid10,                   ///< 3 or 4 characters, no dot.
    procedimento,            ///< SIGTAP, 10 digits.
    codigo_ab,               ///< LEDI's own "AB…" codes.
    medicamento,             ///< CATMAT, "BR0268317".
    imunobiologico,          ///< LEDI code.
    dose_imunobiologico,     ///< LEDI code.
    estrategia_vacinacao,    ///< e-SUS code, not the RNDS one.
    fabricante,              ///< RNDS number of a maker of vaccines.
    grupo_atendimento,       ///< LEDI code; see grupo_atendimento_active.
    local_aplicacao,         ///< LEDI code.
    via_imunobiologico,      ///< LEDI code; not the table of routes of medicines.
    especialidade,           ///< Referral specialities, 1..62 individual and 63..76 odonto.
    tipo_equipe,             ///< CNES, 2 digits.
    tipo_estabelecimento,    ///< CNES, 2 digits; "02" is unidade básica.
    conselho,                ///< CADSUS issuer of a professional register, 2 digits.
    sigtap_grupo,            ///< 2 digits.
    sigtap_subgrupo,         ///< 4 digits.
};
inline constexpr std::size_t kTableCount = 25;

/// One row: the code as text and its label in pt-BR. The label lives as long as the program.
struct Entry {
    char characters[12]{};
    std::uint8_t length = 0;
    std::string_view label{};
    [[nodiscard]] std::string_view code() const { return {characters, length}; }
};

/// Whether the table has the code. Cost: one binary search, no allocation.
bool contains(Table table, std::string_view code);
bool contains(Table table, std::int64_t code);
/// The label of the code; empty when the table does not have it.
std::string_view label(Table table, std::string_view code);
std::string_view label(Table table, std::int64_t code);
/// Rows of the table, and its row number `index` (< size) in ascending order of code.
std::size_t size(Table table);
Entry at(Table table, std::size_t index);

/// A release of the LEDI, as a ficha declares it.
struct LediVersion {
    int major = 0, minor = 0, revision = 0;
    constexpr auto operator<=>(const LediVersion&) const = default;
};

/// Which sex a code applies to.
enum class SexRestriction : std::uint8_t { none = 0, female = 1, male = 2 };

/// Whether a citizen of this sex (LEDI: 0 masculino, 1 feminino, 4 ignorado, 5 indeterminado) fits the
/// restriction. Only 0 and 1 can contradict one.
constexpr bool fits(SexRestriction restriction, std::int64_t sexo) {
    return !(restriction == SexRestriction::female && sexo == 0) &&
           !(restriction == SexRestriction::male && sexo == 1);
}

/// A row of a short LEDI table.
struct Code {
    std::int64_t code;
    std::string_view label;
};
/// A short LEDI table, in ascending order of code; see ledi.hpp.
struct CodeTable {
    std::string_view name;
    std::span<const Code> codes;
};
constexpr std::string_view label(const CodeTable& table, std::int64_t code) {
    for (const Code& row : table.codes)
        if (row.code == code) return row.label;
    return {};
}
constexpr bool contains(const CodeTable& table, std::int64_t code) {
    for (const Code& row : table.codes)
        if (row.code == code) return true;
    return false;
}

}  // namespace aroeira::tabelas
