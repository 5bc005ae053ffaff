// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/store/sql_vaccine_use.hpp"

#include <algorithm>

#include "modules/fichas/domain/vaccine_doses.hpp"

namespace aroeira::fichas {
namespace {

constexpr db::Query kSince{"fichas.vacinacoes_since", R"sql(
    SELECT conteudo FROM ficha WHERE municipio = $1 AND tipo = 14 AND recebida_ms >= $2 AND atual = 1
)sql"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// A lote is of ASCII, in Thrift and in XML alike: whoever does not have its bytes does not name it.
bool has_bytes(std::string_view bytes, std::string_view lote) {
    return std::search(bytes.begin(), bytes.end(), lote.begin(), lote.end(), [](char a, char b) { return lower(a) == lower(b); }) != bytes.end();
}

}  // namespace

Result<bool> SqlVaccineUse::names(const Ibge& municipio, const GivenLote& lote, const std::optional<Instant>& since) {
    bool found = false;
    Arena arena;
    AROEIRA_CHECK(session_.each(kSince, {municipio, since ? to_ms(*since) : 0}, [&](const db::Row& row) {
        const auto bytes = row.blob(0);
        if (!has_bytes(bytes, lote.lote)) return true;
        arena.rewind();
        found = names_lote(read_file("", bytes, arena).ficha, lote);
        return !found;
    }));
    return found;
}

}  // namespace aroeira::fichas
