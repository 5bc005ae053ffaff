// SPDX-License-Identifier: Apache-2.0
#include "modules/tabelas/api/territorio.hpp"

#include <array>

#include "modules/tabelas/domain/packed.hpp"

namespace aroeira::tabelas {

std::optional<Municipio> municipio(std::string_view ibge7) {
    const auto row = packed::municipio.find(ibge7);
    if (!row) return std::nullopt;
    const auto label = packed::municipio.label(*row);
    return Municipio{Packed::part(label, 0), Packed::part(label, 1), Packed::part(label, 2)};
}

std::chrono::minutes utc_offset(std::string_view fuso) {
    using std::chrono::hours;
    constexpr std::array<std::string_view, 2> five{"America/Rio_Branco", "America/Eirunepe"};
    constexpr std::array<std::string_view, 5> four{"America/Manaus", "America/Cuiaba", "America/Campo_Grande",
                                                   "America/Porto_Velho", "America/Boa_Vista"};
    if (fuso == "America/Noronha") return hours(-2);
    for (const auto zone : five)
        if (fuso == zone) return hours(-5);
    for (const auto zone : four)
        if (fuso == zone) return hours(-4);
    return hours(-3);
}

bool is_pais(std::int64_t code) { return packed::pais.has(code); }
bool is_uf(std::string_view sigla) {
    for (std::size_t row = 0; row < packed::uf.count; ++row)
        if (Packed::part(packed::uf.label(row), 0) == sigla) return !sigla.empty();
    return false;
}
bool is_uf_dne(std::string_view dne) { return packed::uf.has(dne); }
bool is_tipo_logradouro(std::string_view dne) { return packed::tipo_logradouro.has(dne); }

}  // namespace aroeira::tabelas
