// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aroeira::audit {

enum class Operation : std::uint8_t { none, created, changed, removed };
/// «criação», «alteração», «exclusão». Source: manual PEC 3.9.1.
std::string_view title_of(Operation operation);

/// What an SQL text does to which table, as it is written; read once per text.
struct Statement {
    Operation operation = Operation::none;
    std::string table{};
    std::vector<std::string> columns{};  ///< Written by an INSERT or an UPDATE.
    int id_parameter = 0;                ///< The n of `$n` that the key column is, or is compared with; 0 when none is.
    int municipio_parameter = 0;
};

/// The part of SQL this program writes: INSERT, UPDATE, DELETE, with or without WITH before. A column set to itself only
/// takes the row and is no change; an INSERT that updates what is there counts as a change. `key` is the column that
/// names a row of the table.
Statement read_statement(std::string_view sql, std::string_view (*key_of)(std::string_view table));

}  // namespace aroeira::audit
