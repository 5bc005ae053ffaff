// SPDX-License-Identifier: Apache-2.0
#include "modules/tabelas/api/ocupacoes.hpp"

#include <array>

#include "modules/tabelas/domain/packed.hpp"

namespace aroeira::tabelas {
namespace {

std::optional<std::size_t> signature(std::int64_t tipo, std::string_view cbo) {
    if (tipo < 0 || tipo > 99 || cbo.size() != 6) return std::nullopt;
    std::array<char, 9> key{static_cast<char>('0' + tipo / 10), static_cast<char>('0' + tipo % 10), '-'};
    cbo.copy(key.data() + 3, 6);
    return packed::cbo_por_ficha.find({key.data(), key.size()});
}

}  // namespace

bool has_cbo(std::string_view cbo) { return packed::cbo.has(cbo); }
std::string_view cbo_title(std::string_view cbo) { return packed::cbo.label_of(cbo); }
bool cbo_may_sign(std::int64_t tipo, std::string_view cbo) { return signature(tipo, cbo).has_value(); }

bool cbo_may_refer_by_cid10(std::string_view cbo) {
    constexpr std::int64_t kAtendimentoIndividual = 4;
    const auto row = signature(kAtendimentoIndividual, cbo);
    return row && packed::cbo_por_ficha.flags[*row] == '1';
}

bool is_cbo_prescritor(std::string_view cbo) { return packed::cbo_prescritor.has(cbo); }

}  // namespace aroeira::tabelas
