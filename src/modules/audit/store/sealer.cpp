// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/store/sealer.hpp"

#include <array>
#include <chrono>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "modules/audit/store/blocks.hpp"
#include "modules/audit/store/chain.hpp"

namespace aroeira::audit {
namespace {

/// The longest that a recorded event stays outside the chain while the program runs.
constexpr std::chrono::seconds kPause{1};
/// One transaction: 20 ms of SQLite's only writer.
constexpr std::int64_t kBlock = 2000;
/// Blocks archived between two seals: some 20 ms of writing, so that old months go without anybody waiting.
constexpr std::int64_t kArchivedAtOnce = 4;
/// Blocks closed between two seals: a quarter of a second, when a long trail is there before its first block.
constexpr std::int64_t kClosedAtOnce = 64;

constexpr db::Query kWaiting{"audit.waiting", "SELECT municipio FROM evento_pendente GROUP BY municipio ORDER BY municipio"};
constexpr db::Query kStart{"audit.start_chain", R"sql(
    INSERT INTO evento_cadeia (municipio, ordem, elo, assinatura) VALUES ($1, 0, $2, $2) ON CONFLICT (municipio) DO NOTHING
)sql"};
// Writing takes the row: of two nodes, one seals this chain now.
constexpr db::Query kTake{"audit.take_chain", R"sql(
    UPDATE evento_cadeia SET ordem = ordem WHERE municipio = $1 RETURNING ordem, elo, assinatura
)sql"};
constexpr db::Query kPending{"audit.pending", R"sql(
    SELECT id, resumo FROM evento_pendente WHERE municipio = $1 ORDER BY id LIMIT $2
)sql"};
constexpr db::Query kEvent{"audit.event", R"sql(
    SELECT instante_ms, evento, ator, endereco, entidade, entidade_id, detalhes FROM evento WHERE municipio = $1 AND id = $2
)sql"};
// Of the same snapshot as kPending: one recorded meanwhile, with an earlier id, is not seen and stays.
constexpr db::Query kSealed{"audit.sealed", "DELETE FROM evento_pendente WHERE municipio = $1 AND id <= $2"};
constexpr db::Query kEnd{"audit.end_chain", R"sql(
    UPDATE evento_cadeia SET ordem = $2, elo = $3, assinatura = $4 WHERE municipio = $1
)sql"};
constexpr std::array<std::string_view, 4> kColumns{"municipio", "ordem", "id", "elo"};

struct End {
    std::int64_t position = 0;
    std::string link{};
    std::string signature{};
};

struct Pending {
    std::string id{};
    std::string digest{};
};

/// An end that somebody else wrote is not signed over: the key would vouch for a chain made up.
Result<void> check_signature(const End& end, const crypto::Vault& vault, std::string_view municipio) {
    if (end.position == 0 || vault.is_signed(end_message(municipio, end.position, end.link), end.signature)) return {};
    return Error{ErrorKind::conflict, "AUDIT-0001",
                 "O fim da cadeia da trilha não tem a assinatura desta instalação. Rode: aroeira auditoria verificar."};
}

/// What the transaction of the event said of it is what is sealed, and not what the row says by now.
/// Only an event older than the chain is asked for again.
Result<std::vector<Pending>> next_block(db::Session& session, const std::string& municipio) {
    AROEIRA_TRY(auto waiting, session.all(kPending, {municipio, kBlock}, [](const db::Row& row) {
        return Pending{row.string(0), std::string(row.blob(1))};
    }));
    for (auto& one : waiting) {
        if (!one.digest.empty()) continue;
        AROEIRA_TRY(const auto digest, session.first(kEvent, {municipio, one.id}, [&](const db::Row& row) {
            return std::string(bytes_of(digest_of(event_of(row, municipio, one.id, 0))));
        }));
        one.digest = digest.value_or(std::string(kNoLink));  // Gone already: the link says that it was there.
    }
    return waiting;
}

Result<void> lay_links(db::Session& session, const std::string& municipio, const std::vector<Pending>& waiting, End& end) {
    AROEIRA_TRY(const auto links, session.bulk({"evento_elo", kColumns}));
    for (const auto& one : waiting) {
        end.link = bytes_of(link_of(end.link, ++end.position, one.digest));
        const std::array<db::Value, 4> row{municipio, end.position, one.id, db::Blob{end.link}};
        AROEIRA_CHECK(links->add(row));
    }
    return links->finish();
}

Result<std::int64_t> seal_block(db::Session& session, const crypto::Vault& vault, const std::string& municipio) {
    AROEIRA_CHECK(session.run(kStart, {municipio, db::Blob{kNoLink}}));
    AROEIRA_TRY(const auto before, session.first(kTake, {municipio}, [](const db::Row& row) {
        return End{row.integer(0), std::string(row.blob(1)), std::string(row.blob(2))};
    }));
    AROEIRA_TRY(const auto waiting, next_block(session, municipio));
    if (!before || waiting.empty()) return 0;
    AROEIRA_CHECK(check_signature(*before, vault, municipio));
    End end = *before;
    AROEIRA_CHECK(lay_links(session, municipio, waiting, end));
    AROEIRA_CHECK(session.run(kSealed, {municipio, waiting.back().id}));
    const auto signature = vault.sign(end_message(municipio, end.position, end.link));
    AROEIRA_CHECK(session.run(kEnd, {municipio, end.position, db::Blob{end.link}, db::Blob{signature}}));
    return static_cast<std::int64_t>(waiting.size());
}

}  // namespace

Result<std::int64_t> seal_chains(db::Database& database, const crypto::Vault& vault) {
    std::vector<std::string> chains;
    AROEIRA_CHECK(database.read([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(chains, session.all(kWaiting, {}, [](const db::Row& row) { return row.string(0); }));
        return {};
    }));
    std::int64_t sealed = 0;
    for (const auto& municipio : chains) {
        std::int64_t block = kBlock;
        while (block == kBlock) {
            AROEIRA_CHECK(database.write([&](db::Session& session) -> Result<void> {
                AROEIRA_TRY(block, seal_block(session, vault, municipio));
                return {};
            }));
            sealed += block;
        }
    }
    return sealed;
}

Sealer::Sealer(db::Database& database, const crypto::Vault& vault, OnError on_error)
    : database_(database), vault_(vault), on_error_(std::move(on_error)), thread_([this] { run(); }) {}

Sealer::~Sealer() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    ended_.notify_one();
    thread_.join();
}

void Sealer::run() {
    bool more = true;
    while (more) {
        more = wait();
        if (const auto done = tend(); !done) on_error_(done.error());
    }
}

Result<void> Sealer::tend() {
    AROEIRA_CHECK(seal_chains(database_, vault_));
    AROEIRA_CHECK(close_blocks(database_, vault_, kClosedAtOnce));
    AROEIRA_CHECK(archive_blocks(database_, open_since_ms(to_ms(SystemClock{}.now())), kArchivedAtOnce));
    return {};
}

bool Sealer::wait() {
    std::unique_lock lock(mutex_);
    return !ended_.wait_for(lock, kPause, [this] { return ending_; });
}

}  // namespace aroeira::audit
