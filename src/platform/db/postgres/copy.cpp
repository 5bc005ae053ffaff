// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <bit>
#include <charconv>
#include <limits>

#include "platform/db/postgres/session.hpp"
#include "platform/db/transaction.hpp"

namespace aroeira::db::postgres {
namespace {

constexpr std::size_t kSendBytes = 256 * 1024;

// Source: PostgreSQL 15, src/include/catalog/pg_type.dat.
enum Type : Oid { kBytea = 17, kBigint = 20, kSmallint = 21, kInteger = 23, kText = 25, kDouble = 701, kVarchar = 1043 };

/// The binary format of COPY: numbers in network order, a length before each field, nothing to
/// escape. Source: PostgreSQL 15, "COPY", section "Binary Format".
class Encoder {
public:
    Encoder() {
        bytes_.reserve(kSendBytes + 64 * 1024);
        bytes_.append("PGCOPY\n\377\r\n\0", 11);
        number<std::uint32_t>(0);
        number<std::uint32_t>(0);
    }
    [[nodiscard]] std::string& bytes() { return bytes_; }
    void begin_row(std::size_t fields) { number(static_cast<std::uint16_t>(fields)); }
    void end() { number<std::uint16_t>(0xFFFF); }

    /// False when the value does not fit the column.
    bool put(Oid type, const Value& value) {
        const auto& v = value.variant();
        if (const auto* text = std::get_if<std::string_view>(&v)) return put_text(type, *text);
        if (const auto* integer = std::get_if<std::int64_t>(&v)) return put_integer(type, *integer);
        if (const auto* blob = std::get_if<Blob>(&v)) return type == kBytea && put_bytes(blob->bytes);
        if (const auto* real = std::get_if<double>(&v)) return type == kDouble && put_double(*real);
        number<std::uint32_t>(0xFFFFFFFF);
        return true;
    }

private:
    template <class Unsigned>
    void number(Unsigned n) {
        std::array<char, sizeof(Unsigned)> raw{};
        for (std::size_t i = 0; i < raw.size(); ++i) raw[i] = static_cast<char>(n >> (8 * (raw.size() - 1 - i)));
        bytes_.append(raw.data(), raw.size());
    }
    template <class Unsigned>
    bool put_number(Unsigned n) {
        number(static_cast<std::uint32_t>(sizeof(Unsigned)));
        number(n);
        return true;
    }
    bool put_bytes(std::string_view bytes) {
        number(static_cast<std::uint32_t>(bytes.size()));
        bytes_ += bytes;
        return true;
    }
    bool put_text(Oid type, std::string_view text) {
        return (type == kText || type == kVarchar) && put_bytes(text);
    }
    bool put_double(double real) { return put_number(std::bit_cast<std::uint64_t>(real)); }
    template <class Signed>
    bool put_narrow(std::int64_t n) {
        if (n < std::numeric_limits<Signed>::min() || n > std::numeric_limits<Signed>::max()) return false;
        return put_number(static_cast<std::make_unsigned_t<Signed>>(n));
    }
    bool put_integer(Oid type, std::int64_t n) {
        switch (type) {
            case kBigint: return put_number(static_cast<std::uint64_t>(n));
            case kInteger: return put_narrow<std::int32_t>(n);
            case kSmallint: return put_narrow<std::int16_t>(n);
            case kDouble: return put_double(static_cast<double>(n));
            default: break;
        }
        std::array<char, 24> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), n).ptr;
        return put_text(type, {digits.data(), static_cast<std::size_t>(end - digits.data())});
    }
    std::string bytes_;
};

class BinaryCopy final : public Bulk {
public:
    BinaryCopy(TransactionSession& session, Connection& connection, const BulkTarget& target, const std::vector<Oid>& types)
        : session_(session), connection_(connection), table_(target.table), types_(types) {}
    BinaryCopy(const BinaryCopy&) = delete;
    BinaryCopy& operator=(const BinaryCopy&) = delete;
    ~BinaryCopy() override {
        if (finished_) return;
        session_.spoil(wrong_statement(table_ + ": bulk left unfinished"));
        PQputCopyEnd(connection_.handle(), "abandoned");
        while (const Answer answer{PQgetResult(connection_.handle())}) {
        }
    }

    Result<void> add(std::span<const Value> row) override {
        if (session_.failure()) return *session_.failure();
        if (row.size() != types_.size()) return session_.spoil(wrong_statement(table_ + ": wrong number of columns"));
        encoder_.begin_row(row.size());
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto* text = std::get_if<std::string_view>(&row[i].variant());
            if (text && text->find('\0') != std::string_view::npos)
                return session_.spoil(unstorable_text(table_ + ": NUL in a text"));
            if (!encoder_.put(types_[i], row[i]))
                return session_.spoil(wrong_statement(table_ + ": wrong type in column " + std::to_string(i + 1)));
        }
        return encoder_.bytes().size() < kSendBytes ? Result<void>() : send();
    }

    Result<void> finish() override {
        if (session_.failure()) return *session_.failure();
        encoder_.end();
        AROEIRA_CHECK(send());
        finished_ = true;
        if (PQputCopyEnd(connection_.handle(), nullptr) != 1) return session_.spoil(Answer(), table_);
        while (const Answer answer{PQgetResult(connection_.handle())})
            if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) session_.spoil(answer, table_);
        if (session_.failure()) return *session_.failure();
        return {};
    }

private:
    Result<void> send() {
        auto& bytes = encoder_.bytes();
        const int sent = PQputCopyData(connection_.handle(), bytes.data(), static_cast<int>(bytes.size()));
        bytes.clear();
        if (sent != 1) return session_.spoil(Answer(), table_);
        return {};
    }
    TransactionSession& session_;
    Connection& connection_;
    std::string table_;
    const std::vector<Oid>& types_;
    Encoder encoder_;
    bool finished_ = false;
};

}  // namespace

Result<std::unique_ptr<Bulk>> begin_copy(TransactionSession& session, Connection& connection, const BulkTarget& target) {
    const auto columns = connection.columns_of(target);
    if (!columns.types) return session.spoil(columns.failure, target.table);
    std::string sql = "COPY " + std::string(target.table) + " (";
    for (std::size_t i = 0; i < target.columns.size(); ++i) (sql += i ? ", " : "") += target.columns[i];
    sql += ") FROM STDIN (FORMAT binary)";
    const auto answer = connection.execute(sql.c_str());
    if (PQresultStatus(answer.get()) != PGRES_COPY_IN) return session.spoil(answer, target.table);
    return std::unique_ptr<Bulk>(std::make_unique<BinaryCopy>(session, connection, target, *columns.types));
}

}  // namespace aroeira::db::postgres
