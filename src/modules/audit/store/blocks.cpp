// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/store/blocks.hpp"

#include <algorithm>
#include <chrono>

namespace aroeira::audit {
namespace {

constexpr db::Query kFull{"audit.full_blocks", R"sql(
    SELECT c.municipio, c.ordem, COALESCE((SELECT MAX(b.bloco) FROM evento_bloco b WHERE b.municipio = c.municipio), 0)
      FROM evento_cadeia c ORDER BY c.municipio
)sql"};
constexpr db::Query kBlocks{"audit.blocks", R"sql(
    SELECT bloco, raiz, elo, assinatura, de_ms, ate_ms, arquivado, filtro FROM evento_bloco WHERE municipio = $1 ORDER BY bloco
)sql"};
constexpr db::Query kBlock{"audit.block", R"sql(
    SELECT bloco, raiz, elo, assinatura, de_ms, ate_ms, arquivado, filtro FROM evento_bloco WHERE municipio = $1 AND bloco = $2
)sql"};
constexpr db::Query kLive{"audit.block_events", R"sql(
    SELECT e.id, e.instante_ms, e.evento, e.ator, e.endereco, e.entidade, e.entidade_id, e.detalhes
      FROM evento_elo l JOIN evento e ON e.municipio = l.municipio AND e.id = l.id
     WHERE l.municipio = $1 AND l.ordem >= $2 AND l.ordem <= $3 ORDER BY l.ordem
)sql"};
constexpr db::Query kLastLink{"audit.last_link_of_block", "SELECT elo FROM evento_elo WHERE municipio = $1 AND ordem = $2"};
constexpr db::Query kArchived{"audit.archived_events", "SELECT conteudo FROM evento_arquivo WHERE municipio = $1 AND bloco = $2"};
// Of two nodes, one closes it.
constexpr db::Query kClose{"audit.close_block", R"sql(
    INSERT INTO evento_bloco (municipio, bloco, raiz, elo, assinatura, de_ms, ate_ms, arquivado, filtro)
    VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8) ON CONFLICT (municipio, bloco) DO NOTHING
)sql"};
// Of each chain the block after the last that was archived: they go in their order, and of a trail of years no other is
// looked at.
constexpr db::Query kOld{"audit.old_blocks", R"sql(
    SELECT b.municipio, b.bloco
      FROM evento_cadeia c
      JOIN evento_bloco b ON b.municipio = c.municipio
           AND b.bloco = 1 + COALESCE((SELECT MAX(a.bloco) FROM evento_arquivo a WHERE a.municipio = c.municipio), 0)
     WHERE b.arquivado = 0 AND b.ate_ms < $1
     ORDER BY b.municipio
)sql"};
constexpr db::Query kMark{"audit.mark_archived", "UPDATE evento_bloco SET arquivado = 1 WHERE municipio = $1 AND bloco = $2 AND arquivado = 0"};
constexpr db::Query kKeep{"audit.keep_archive", "INSERT INTO evento_arquivo (municipio, bloco, conteudo) VALUES ($1, $2, $3)"};
constexpr db::Query kTakeEvents{"audit.take_events", R"sql(
    DELETE FROM evento WHERE municipio = $1 AND id IN (SELECT id FROM evento_elo WHERE municipio = $1 AND ordem >= $2 AND ordem <= $3)
)sql"};
constexpr db::Query kTakeLinks{"audit.take_links", "DELETE FROM evento_elo WHERE municipio = $1 AND ordem >= $2 AND ordem <= $3"};

Block block_of(const db::Row& row) {
    Block block{.number = row.integer(0), .link = std::string(row.blob(2)), .signature = std::string(row.blob(3)), .from_ms = row.integer(4), .until_ms = row.integer(5), .archived = row.flag(6)};
    const auto root = row.blob(1);
    if (root.size() == block.root.size()) std::copy(root.begin(), root.end(), block.root.begin());
    block.bloom = crypto::sha256(row.blob(7));
    return block;
}

Error does_not_verify() {
    return {ErrorKind::conflict, "AUDIT-0002", "Um bloco da trilha não confere com os seus elos. Rode: aroeira auditoria verificar."};
}

std::vector<crypto::Digest> digests_of(const std::vector<Unpacked>& events) {
    std::vector<crypto::Digest> all;
    all.reserve(events.size());
    for (const auto& one : events) all.push_back(one.digest);
    return all;
}

struct Full {
    std::string municipio;
    std::int64_t sealed;
    std::int64_t closed;
};

/// The block as it will be kept, when its links are those of its events.
Result<Block> block_at(db::Session& session, std::string_view municipio, std::int64_t number, Bloom& bloom) {
    Block block{.number = number};
    std::string link(kNoLink);
    if (number > 1) {
        AROEIRA_TRY(const auto before, session.first(kBlock, {municipio, number - 1}, block_of));
        if (!before) return does_not_verify();
        link = before->link;
    }
    AROEIRA_TRY(const auto events, events_of(session, municipio, number, false));
    auto position = block.first();
    block.from_ms = block.until_ms = events.front().event.instant_ms;
    for (const auto& one : events) {
        link = bytes_of(link_of(link, position++, bytes_of(one.digest)));
        bloom.add(one.event.row(municipio));
        block.from_ms = std::min(block.from_ms, one.event.instant_ms);
        block.until_ms = std::max(block.until_ms, one.event.instant_ms);
    }
    AROEIRA_TRY(const auto last, session.first(kLastLink, {municipio, block.last()}, [](const db::Row& row) { return std::string(row.blob(0)); }));
    if (last != link) return does_not_verify();
    block.root = merkle::root_of(digests_of(events));
    block.link = link;
    block.bloom = crypto::sha256(bloom.bytes());
    return block;
}

Result<void> close_block(db::Database& database, const crypto::Vault& vault, const std::string& municipio, std::int64_t number) {
    Bloom bloom;
    std::optional<Block> block;
    AROEIRA_CHECK(database.read([&](db::Session& session) -> Result<void> {
        bloom = {};
        AROEIRA_TRY(block, block_at(session, municipio, number, bloom));
        return {};
    }));
    const auto signature = vault.sign(block_message(municipio, *block));
    return database.write([&](db::Session& session) -> Result<void> {
        AROEIRA_CHECK(session.run(kClose, {municipio, number, db::Blob{bytes_of(block->root)}, db::Blob{block->link}, db::Blob{signature}, block->from_ms,
                                           block->until_ms, db::Blob{bloom.bytes()}}));
        return {};
    });
}

Result<void> archive_block(db::Database& database, const std::string& municipio, std::int64_t number) {
    std::string packed;
    std::optional<Block> block;
    AROEIRA_CHECK(database.read([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(block, session.first(kBlock, {municipio, number}, block_of));
        AROEIRA_TRY(const auto events, events_of(session, municipio, number, false));
        if (!block || merkle::root_of(digests_of(events)) != block->root) return does_not_verify();
        std::vector<OwnedEvent> owned;
        for (const auto& one : events) owned.push_back(one.event);
        packed = pack(municipio, owned);
        // Read back before the rows go.
        AROEIRA_TRY(const auto again, unpack(municipio, packed));
        if (merkle::root_of(digests_of(again)) != block->root) return does_not_verify();
        return {};
    }));
    return database.write([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(const auto mine, session.run(kMark, {municipio, number}));
        if (mine == 0) return {};  // Another node did.
        AROEIRA_CHECK(session.run(kKeep, {municipio, number, db::Blob{packed}}));
        AROEIRA_TRY(const auto taken, session.run(kTakeEvents, {municipio, block->first(), block->last()}));
        AROEIRA_TRY(const auto links, session.run(kTakeLinks, {municipio, block->first(), block->last()}));
        if (taken != merkle::kBlock || links != merkle::kBlock) return does_not_verify();
        return {};
    });
}

}  // namespace

std::string block_message(std::string_view municipio, const Block& block) {
    std::string bytes = "aroeira.raiz.1";
    bytes += municipio.empty() ? std::string_view("0000000") : municipio;
    for (const auto* number : {&block.number, &block.from_ms, &block.until_ms}) bytes.append(reinterpret_cast<const char*>(number), sizeof *number);
    bytes += bytes_of(block.root);
    bytes += bytes_of(block.bloom);
    bytes += block.link;
    return bytes;
}

Result<std::vector<Block>> blocks_of(db::Session& session, std::string_view municipio) { return session.all(kBlocks, {municipio}, block_of); }

Result<std::vector<Unpacked>> events_of(db::Session& session, std::string_view municipio, std::int64_t number, bool archived) {
    if (archived) {
        AROEIRA_TRY(const auto packed, session.first(kArchived, {municipio, number}, [](const db::Row& row) { return std::string(row.blob(0)); }));
        if (!packed) return does_not_verify();
        return unpack(municipio, *packed);
    }
    const Block place{.number = number};
    AROEIRA_TRY(auto events, session.all(kLive, {municipio, place.first(), place.last()}, [&](const db::Row& row) {
        Unpacked one{.event = owned_event(row, 0)};
        one.digest = digest_of(one.event.row(municipio));
        return one;
    }));
    if (events.size() != static_cast<std::size_t>(merkle::kBlock)) return does_not_verify();
    return events;
}

Result<std::int64_t> close_blocks(db::Database& database, const crypto::Vault& vault, std::int64_t most) {
    std::vector<Full> chains;
    AROEIRA_CHECK(database.read([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(chains, session.all(kFull, {}, [](const db::Row& row) { return Full{row.string(0), row.integer(1), row.integer(2)}; }));
        return {};
    }));
    std::int64_t closed = 0;
    for (const auto& chain : chains)
        for (auto number = chain.closed + 1; number * merkle::kBlock <= chain.sealed && closed < most; ++number, ++closed)
            AROEIRA_CHECK(close_block(database, vault, chain.municipio, number));
    return closed;
}

Result<std::int64_t> archive_blocks(db::Database& database, std::int64_t before_ms, std::int64_t most) {
    struct Old {
        std::string municipio;
        std::int64_t number;
    };
    std::int64_t archived = 0;
    for (bool more = true; more && archived < most;) {
        std::vector<Old> old;
        AROEIRA_CHECK(database.read([&](db::Session& session) -> Result<void> {
            AROEIRA_TRY(old, session.all(kOld, {before_ms}, [](const db::Row& row) { return Old{row.string(0), row.integer(1)}; }));
            return {};
        }));
        more = !old.empty();
        for (const auto& one : old) {
            if (archived == most) break;
            AROEIRA_CHECK(archive_block(database, one.municipio, one.number));
            ++archived;
        }
    }
    return archived;
}

std::int64_t open_since_ms(std::int64_t now_ms) {
    const auto day = std::chrono::floor<std::chrono::days>(std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(now_ms)));
    const std::chrono::year_month_day date{day};
    const auto before = date.year() / date.month() / std::chrono::day(1) - std::chrono::months(1);
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::sys_days(before).time_since_epoch()).count();
}

}  // namespace aroeira::audit
