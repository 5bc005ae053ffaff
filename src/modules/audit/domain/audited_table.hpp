// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

namespace aroeira::audit {

/// How the changes of a table are told in the trail.
enum class Telling : std::uint8_t {
    each,     ///< One event per operation, row and columns: what holds where nothing is said.
    counted,  ///< One event per operation and transaction, with how many rows.
    never,    ///< Not told, for the reason given.
};

struct AuditedTable {
    std::string_view name;
    Telling telling = Telling::each;
    std::string_view key = "id";  ///< The column that names a row; "" where it is a CPF, a CNS or nothing.
    std::string_view reason{};    ///< pt-BR, of what is not told row by row.
};

/// Every table that is not told row by row, or whose rows are not named by `id`.
std::span<const AuditedTable> audited_tables();
AuditedTable audited_table(std::string_view name);

}  // namespace aroeira::audit
