// SPDX-License-Identifier: Apache-2.0
#include "platform/db/postgres/connection.hpp"

#include <poll.h>

#include <chrono>

#include "platform/db/transaction.hpp"

namespace aroeira::db::postgres {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kConnectPatience{10'000};
constexpr int kOldestServer = 120'000;

// lock_timeout: as SQLite, wait for another program's lock, but not for ever. The idle limit frees
// the locks of a node whose machine vanished. JIT costs more than it gives on short statements.
constexpr const char* kSettings =
    "SET lock_timeout = '30s'; SET idle_in_transaction_session_timeout = '10min'; "
    "SET bytea_output = 'hex'; SET jit = off";

/// Asks step by step, because only so may we ask for errors as SQLSTATE: the words of a server
/// come in its own language.
PGconn* connect(const Address& address) {
    std::vector<const char*> names;
    std::vector<const char*> values;
    for (const auto& [name, value] : address.settings()) {
        names.push_back(name.c_str());
        values.push_back(value.c_str());
    }
    names.push_back(nullptr);
    values.push_back(nullptr);
    PGconn* made = PQconnectStartParams(names.data(), values.data(), 0);
    if (!made || PQstatus(made) == CONNECTION_BAD) return made;
    PQsetErrorVerbosity(made, PQERRORS_SQLSTATE);
    PQsetNoticeProcessor(made, [](void*, const char*) {}, nullptr);
    const auto deadline = SteadyClock::now() + kConnectPatience;
    auto wanted = PGRES_POLLING_WRITING;
    while (wanted != PGRES_POLLING_OK && wanted != PGRES_POLLING_FAILED) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - SteadyClock::now()).count();
        pollfd wait{PQsocket(made), static_cast<short>(wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
        if (left <= 0 || poll(&wait, 1, static_cast<int>(left)) == 0) break;
        wanted = PQconnectPoll(made);
    }
    return made;
}

Error refusal(const Address& address, PGconn* connection) {
    const std::string words = connection ? PQerrorMessage(connection) : "";
    const auto says = [&](std::string_view state) { return words.find(state) != std::string::npos; };
    const auto with = [&](std::string cause) { return cannot_connect(std::move(cause), words); };
    if (connection && PQconnectionNeedsPassword(connection))
        return with("o servidor pede senha. Ponha-a no endereço: postgresql://usuario:senha@servidor/banco.");
    if (says("28P01")) return with("o servidor recusou o usuário ou a senha. Confira os dois em --banco.");
    if (says("28000"))
        return with("o servidor não aceita este usuário a partir desta máquina. Confira o usuário e o arquivo "
                    "pg_hba.conf.");
    if (says("3D000"))
        return with("o banco «" + address.get("dbname") + "» não existe no servidor. Crie-o com createdb ou corrija o nome.");
    if (says("53300")) return with("o servidor está com conexões demais. Aumente max_connections ou feche programas.");
    if (says("57P03")) return with("o servidor está iniciando ou parando. Aguarde um minuto e tente de novo.");
    return with("o servidor " + address.shown() + " não respondeu. Confira se está ligado, o endereço, a porta e o firewall.");
}

std::string list(std::span<const std::string_view> columns) {
    std::string text;
    for (const auto column : columns) {
        if (!text.empty()) text += ", ";
        text += column;
    }
    return text;
}

}  // namespace

Result<std::unique_ptr<Connection>> Connection::open(const Address& address) {
    std::unique_ptr<Connection> connection(new Connection);
    connection->handle_.reset(connect(address));
    if (!connection->handle_ || !connection->alive()) return refusal(address, connection->handle());
    AROEIRA_CHECK(connection->accept(address));
    return connection;
}

Result<void> Connection::accept(const Address& address) const {
    if (PQserverVersion(handle()) < kOldestServer)
        return cannot_connect("o servidor é de uma versão antiga demais. Use o PostgreSQL 12 ou mais novo.");
    const char* encoding = PQparameterStatus(handle(), "server_encoding");
    if (!encoding || std::string_view(encoding) != "UTF8")
        return cannot_connect("o banco «" + address.get("dbname") +
                              "» não guarda UTF-8. Crie outro com createdb -E UTF8.");
    const auto set = execute(kSettings);
    if (PQresultStatus(set.get()) != PGRES_COMMAND_OK)
        return cannot_connect("o servidor não aceitou a configuração da conexão.", std::string(state_of(set.get())));
    return {};
}

Connection::Prepared Connection::prepare(std::string_view sql) {
    auto found = kept_.find(sql.data());
    // The address is only a quick key: a text that is not a literal may have been replaced.
    if (found != kept_.end() && found->second.text == sql) return {found->second.name.c_str(), nullptr};
    Kept made{std::string(sql), "a" + std::to_string(made_++)};
    Answer answer(PQprepare(handle(), made.name.c_str(), made.text.c_str(), 0, nullptr));
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) return {nullptr, std::move(answer)};
    found = kept_.insert_or_assign(sql.data(), std::move(made)).first;
    return {found->second.name.c_str(), nullptr};
}

Connection::Columns Connection::columns_of(const BulkTarget& target) {
    const std::string sql = "SELECT " + list(target.columns) + " FROM " + std::string(target.table) + " LIMIT 0";
    const auto found = columns_.find(sql);
    if (found != columns_.end()) return {&found->second, nullptr};
    Answer answer(PQprepare(handle(), "", sql.c_str(), 0, nullptr));
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) return {nullptr, std::move(answer)};
    answer.reset(PQdescribePrepared(handle(), ""));
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) return {nullptr, std::move(answer)};
    std::vector<Oid> types;
    for (int i = 0; i < PQnfields(answer.get()); ++i) types.push_back(PQftype(answer.get(), i));
    return {&columns_.emplace(sql, std::move(types)).first->second, nullptr};
}

std::string_view state_of(const PGresult* answer) {
    const char* state = answer ? PQresultErrorField(answer, PG_DIAG_SQLSTATE) : nullptr;
    return state ? state : "";
}

Error error_of(const PGresult* answer, std::string_view name) {
    const auto state = state_of(answer);
    const auto field = [&](int which) {
        const char* text = answer ? PQresultErrorField(answer, which) : nullptr;
        return std::string(text ? text : "");
    };
    auto detail = std::string(name) + ": SQLSTATE " + std::string(state.empty() ? "-" : state);
    if (const auto constraint = field(PG_DIAG_CONSTRAINT_NAME); !constraint.empty()) detail += " " + constraint;
    // The words of a wrong statement (42) name tables and columns; those of a wrong value (22)
    // and of a broken key (23) quote the value.
    if (state.starts_with("42")) detail += " " + field(PG_DIAG_MESSAGE_PRIMARY);
    if (state.starts_with("23")) return broken_constraint(std::move(detail));
    if (state == "22021" || state == "22P05") return unstorable_text(std::move(detail));
    if (state == "53100")
        return unavailable("O disco do servidor está cheio e nada foi gravado. Libere espaço e tente de novo.",
                           std::move(detail));
    if (state == "42501")
        return unavailable("O usuário do banco de dados não tem permissão para isso. Confira os direitos dele no "
                           "PostgreSQL.",
                           std::move(detail));
    if (state == "40001" || state == "40P01" || state == "55P03")
        return unavailable("Muitas gravações ao mesmo tempo. Aguarde um instante e tente de novo.", std::move(detail));
    if (state.starts_with("22") || state.starts_with("42") || state.starts_with("25006") || state.starts_with("0A"))
        return wrong_statement(std::move(detail));
    return unavailable("O banco de dados não respondeu e nada foi gravado. Tente de novo em um minuto.",
                       std::move(detail));
}

}  // namespace aroeira::db::postgres
