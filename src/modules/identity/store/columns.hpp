// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string_view>

#include "base/clock.hpp"
#include "base/identifiers.hpp"
#include "modules/identity/domain/perfil.hpp"
#include "platform/db/session.hpp"

/// How columns of this module become values. What is read was written by us: it must parse.
namespace aroeira::identity::columns {

template <class Identifier>
Identifier identifier(const db::Row& row, int column) {
    return Identifier::parse(row.text(column)).value();
}
template <class Identifier>
std::optional<Identifier> optional_identifier(const db::Row& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return identifier<Identifier>(row, column);
}
inline Instant instant(const db::Row& row, int column) { return from_ms(row.integer(column)); }
inline std::optional<Instant> optional_instant(const db::Row& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return instant(row, column);
}
/// The perfil of an acesso from eight columns, as `COALESCE(own, of the installation)`: municipio, id, nome, tipo,
/// tipo_acesso, padrao, editado, versao. Nothing when no row has this id: it gives nothing then.
inline std::optional<Perfil> perfil(const db::Row& row, int first) {
    const auto tipo = tipo_perfil_of(row.text(first + 3));
    const auto acesso = tipo_acesso_of(row.text(first + 4));
    if (row.is_null(first) || !tipo || !acesso) return std::nullopt;
    Perfil found{.id = row.string(first + 1), .nome = row.string(first + 2), .tipo = *tipo, .acesso = *acesso};
    if (!row.text(first).empty()) found.municipio = identifier<Ibge>(row, first);
    found.padrao = row.flag(first + 5);
    found.editado = row.flag(first + 6);
    found.versao = row.integer(first + 7);
    return found;
}
inline std::optional<std::int64_t> ms(const std::optional<Instant>& at) {
    if (!at) return std::nullopt;
    return to_ms(*at);
}

}  // namespace aroeira::identity::columns
