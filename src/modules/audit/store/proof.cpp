// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/store/proof.hpp"

#include <algorithm>
#include <charconv>

#include "modules/audit/store/blocks.hpp"
#include "platform/crypto/signature.hpp"

namespace aroeira::audit {
namespace {

/// How far the clock that made an id and the one that said the instant may be apart.
constexpr std::int64_t kSlackMs = 60'000;

constexpr db::Query kEnd{"audit.end_of", "SELECT ordem FROM evento_cadeia WHERE municipio = $1"};
constexpr db::Query kTail{"audit.tail_events", R"sql(
    SELECT e.id, e.instante_ms, e.evento, e.ator, e.endereco, e.entidade, e.entidade_id, e.detalhes
      FROM evento_elo l JOIN evento e ON e.municipio = l.municipio AND e.id = l.id
     WHERE l.municipio = $1 AND l.ordem > $2 AND l.ordem <= $3 ORDER BY l.ordem
)sql"};

std::string head_message(std::string_view municipio, std::int64_t size, const crypto::Digest& root) {
    std::string bytes = "aroeira.prova.1";
    bytes += municipio.empty() ? std::string_view("0000000") : municipio;
    bytes.append(reinterpret_cast<const char*>(&size), sizeof size);
    bytes += bytes_of(root);
    return bytes;
}

/// Milliseconds of a UUIDv7. Source: RFC 9562, 5.7.
std::int64_t instant_of(std::string_view id) {
    std::string digits(id.substr(0, std::min<std::size_t>(id.size(), 13)));
    std::erase(digits, '-');
    std::int64_t ms = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), ms, 16);
    return ms;
}

std::size_t place_in(const std::vector<Unpacked>& events, std::string_view id) {
    return static_cast<std::size_t>(std::find_if(events.begin(), events.end(), [&](const Unpacked& one) { return one.event.id == id; }) - events.begin());
}

/// The leaves among which the event is, and what is beside them.
struct Found {
    std::vector<Unpacked> events{};
    std::size_t index = 0;   ///< Among `events`.
    std::size_t block = 0;   ///< Index among the nodes of the upper tree.
};

Result<std::vector<Unpacked>> tail_of(db::Session& session, std::string_view municipio, std::int64_t after, std::int64_t until) {
    return session.all(kTail, {municipio, after, until}, [&](const db::Row& row) {
        Unpacked one{.event = owned_event(row, 0)};
        one.digest = digest_of(one.event.row(municipio));
        return one;
    });
}

/// The blocks of the time of the id first, then the others.
Result<std::optional<Found>> find_in_blocks(db::Session& session, std::string_view municipio, const std::vector<Block>& blocks, std::string_view id) {
    const auto at = instant_of(id);
    const auto near = [&](const Block& block) { return block.from_ms - kSlackMs <= at && at <= block.until_ms + kSlackMs; };
    for (const bool wanted : {true, false})
        for (std::size_t i = blocks.size(); i-- > 0;) {
            if (near(blocks[i]) != wanted) continue;
            AROEIRA_TRY(auto events, events_of(session, municipio, blocks[i].number, blocks[i].archived));
            if (const auto index = place_in(events, id); index < events.size()) return std::optional(Found{std::move(events), index, i});
        }
    return std::optional<Found>();
}

Error not_proven(const char* why) {
    return {ErrorKind::invalid_input, "AUDIT-0006", std::string("A prova não confere: ") + why};
}

}  // namespace

Result<Proof> prove(db::Session& session, const crypto::Vault& vault, std::string_view municipio, std::string_view event_id) {
    AROEIRA_TRY(const auto end, session.first(kEnd, {municipio}, [](const db::Row& row) { return row.integer(0); }));
    AROEIRA_TRY(const auto blocks, blocks_of(session, municipio));
    const auto size = end.value_or(0);
    const auto closed = static_cast<std::int64_t>(blocks.size()) * merkle::kBlock;
    AROEIRA_TRY(auto tail, tail_of(session, municipio, closed, size));
    std::vector<crypto::Digest> nodes;
    for (const auto& block : blocks) nodes.push_back(block.root);
    std::vector<crypto::Digest> tail_leaves;
    for (const auto& one : tail) tail_leaves.push_back(one.digest);
    if (!tail.empty()) nodes.push_back(merkle::root_of(tail_leaves));

    std::optional<Found> found;
    if (const auto index = place_in(tail, event_id); index < tail.size()) found = Found{std::move(tail), index, blocks.size()};
    if (!found) {
        AROEIRA_TRY(found, find_in_blocks(session, municipio, blocks, event_id));
    }
    if (!found) return Error{ErrorKind::not_found, "AUDIT-0005", "Este evento não está na trilha selada. Confira o identificador e o município, ou espere um segundo."};

    std::vector<crypto::Digest> leaves;
    for (const auto& one : found->events) leaves.push_back(one.digest);
    auto path = merkle::path_of(leaves, found->index);
    const auto above = merkle::path_of(nodes, found->block);
    path.insert(path.end(), above.begin(), above.end());
    const auto root = merkle::root_of(nodes);
    const auto& event = found->events[found->index].event;
    Proof proof{.event = {std::string(municipio), event.id, event.instant_ms, event.event, event.actor, event.address, event.entity, event.entity_id, event.details},
                .position = static_cast<std::int64_t>(found->block) * merkle::kBlock + static_cast<std::int64_t>(found->index) + 1, .size = size};
    for (const auto& one : path) proof.path.push_back(crypto::hex(one));
    proof.root = crypto::hex(root);
    proof.public_key = crypto::to_base64(vault.public_key());
    proof.signature = crypto::to_base64(vault.sign(head_message(municipio, size, root)));
    return proof;
}

namespace {

std::optional<crypto::Digest> digest_from(std::string_view hex) {
    crypto::Digest digest{};
    if (hex.size() != digest.size() * 2) return std::nullopt;
    for (std::size_t i = 0; i < digest.size(); ++i) {
        const auto done = std::from_chars(hex.data() + i * 2, hex.data() + i * 2 + 2, digest[i], 16);
        if (done.ec != std::errc() || done.ptr != hex.data() + i * 2 + 2) return std::nullopt;
    }
    return digest;
}

}  // namespace

Result<void> check_proof(const Proof& proof, std::string_view public_key_base64) {
    if (!public_key_base64.empty() && proof.public_key != public_key_base64) return not_proven("a chave não é a desta instalação.");
    AROEIRA_TRY(const auto key, crypto::from_base64(proof.public_key));
    AROEIRA_TRY(const auto signature, crypto::from_base64(proof.signature));
    const auto root = digest_from(proof.root);
    if (!root) return not_proven("a raiz não é um resumo.");
    if (!crypto::is_signed_with(key, head_message(proof.event.municipio, proof.size, *root), signature)) return not_proven("a raiz não tem a assinatura da instalação.");
    std::vector<crypto::Digest> path;
    for (const auto& one : proof.path) {
        const auto digest = digest_from(one);
        if (!digest) return not_proven("o caminho não é de resumos.");
        path.push_back(*digest);
    }
    const auto& e = proof.event;
    const auto leaf = digest_of({e.municipio, e.id, e.instante_ms, e.evento, e.ator, e.endereco, e.entidade, e.entidade_id, e.detalhes});
    if (proof.position < 1 || proof.size < 1 ||
        !merkle::leads_to(*root, leaf, static_cast<std::uint64_t>(proof.position - 1), static_cast<std::uint64_t>(proof.size), path))
        return not_proven("o evento não leva à raiz assinada; ele, ou o seu lugar, foi alterado.");
    return {};
}

}  // namespace aroeira::audit
