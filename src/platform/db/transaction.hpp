// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <string>
#include <string_view>

#include "base/result.hpp"

/// What both engines share about a transaction.
namespace aroeira::db {

/// How long a transaction waits for its connection, or for another program's lock.
constexpr std::chrono::milliseconds kPatience{30'000};

/// Says that this thread is inside a `write` of a database. A second one inside it would wait for
/// itself on SQLite and for the row locks of the first on PostgreSQL, so it is refused at once.
class WriteScope {
public:
    explicit WriteScope(const void* database) : before_(writing_) { writing_ = database; }
    ~WriteScope() { writing_ = before_; }
    WriteScope(const WriteScope&) = delete;
    WriteScope& operator=(const WriteScope&) = delete;
    static bool inside(const void* database) { return writing_ == database; }

private:
    const void* before_;
    static inline thread_local const void* writing_ = nullptr;
};

inline Error nested_transaction() {
    return {ErrorKind::internal, "DB-0005", "Falha interna ao gravar. Avise o suporte com este código.", {},
            "a transaction was begun inside another of the same thread"};
}

inline Error broken_constraint(std::string detail) {
    return {ErrorKind::conflict, "DB-0003",
            "Este registro já existe ou mudou enquanto era gravado. Atualize a tela e tente de novo.", {},
            std::move(detail)};
}

inline Error wrong_statement(std::string detail) {
    return {ErrorKind::internal, "DB-0006", "Falha interna ao consultar o banco. Avise o suporte com este código.", {},
            std::move(detail)};
}

inline Error unstorable_text(std::string detail) {
    return {ErrorKind::invalid_input, "DB-0007",
            "O texto tem um caractere que não pode ser guardado. Remova os caracteres invisíveis e envie de novo.", {},
            std::move(detail)};
}

inline Error unavailable(std::string message, std::string detail) {
    return {ErrorKind::unavailable, "DB-0004", std::move(message), {}, std::move(detail)};
}

}  // namespace aroeira::db
