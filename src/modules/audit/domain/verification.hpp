// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "platform/json/json.hpp"

namespace aroeira::audit {

/// What somebody did to the trail.
enum class Tampering : std::uint8_t {
    event_changed,     ///< A column of the event, its link, or its place.
    event_removed,     ///< The link is there and the event is not.
    event_inserted,    ///< Neither sealed nor waiting to be.
    link_removed,
    chain_cut,         ///< Ends before a signed position.
    chain_rewritten,   ///< Holds together, and is not the one that was signed.
    end_unsigned,      ///< The end of the chain has not our signature.
    pending_changed,   ///< Not sealed yet, and not what its transaction wrote.
    pending_removed,   ///< Not sealed yet, and gone.
    block_rewritten,   ///< Holds together, and has not the signature it was closed with.
    block_changed,     ///< Its events are not those it was closed with.
    archive_lost,      ///< Its events were archived, and cannot be read any more.
    checkpoint_forged, ///< The checkpoint was not signed by this installation.
};
/// pt-BR, for people: what it is. The `codigo` of the JSON is `code_of`.
std::string_view sentence_of(Tampering what);
std::string_view code_of(Tampering what);

/// One place where the trail is not what it was.
struct Finding {
    std::string municipio{};    ///< '' of the installation.
    std::int64_t position = 0;  ///< In the chain, from 1; 0 of what is not in it.
    std::string event_id{};     ///< '' when there is no telling.
    Tampering what{};
    friend bool operator==(const Finding&, const Finding&) = default;
};

/// How long one chain is.
struct ChainSize {
    std::string municipio{};
    std::int64_t sealed = 0;
    std::int64_t pending = 0;  ///< Recorded and not sealed yet.
    static constexpr auto fields = std::tuple{json::field("municipio", &ChainSize::municipio), json::field("selados", &ChainSize::sealed),
                                              json::field("ainda_nao_selados", &ChainSize::pending)};
};

/// Findings of each chain in order of position, then what is outside it: the first names the first bad event.
struct Verification {
    std::vector<ChainSize> chains{};
    std::vector<Finding> findings{};
};

/// The ends of all chains at one instant, signed: what is kept outside this machine.
struct ChainEnd {
    std::string municipio{};
    std::int64_t position = 0;
    std::string link{};  ///< Hexadecimal.
    static constexpr auto fields = std::tuple{json::field("municipio", &ChainEnd::municipio), json::field("ordem", &ChainEnd::position),
                                              json::field("elo", &ChainEnd::link)};
};
struct Checkpoint {
    std::string format{"aroeira-selo-1"};
    std::int64_t instant_ms = 0;
    std::vector<ChainEnd> chains{};
    std::string public_key{};  ///< Ed25519, base64.
    std::string signature{};   ///< Ed25519 of `signed_bytes`, base64.
    static constexpr auto fields = std::tuple{
        json::field("formato", &Checkpoint::format, "", "aroeira-selo-1"), json::field("instante_ms", &Checkpoint::instant_ms),
        json::field("cadeias", &Checkpoint::chains), json::field("chave_publica", &Checkpoint::public_key),
        json::field("assinatura", &Checkpoint::signature)};
};

/// What the signature of a checkpoint is over: its JSON with an empty `assinatura`.
inline std::string signed_bytes(Checkpoint checkpoint) {
    checkpoint.signature.clear();
    return json::text_of(checkpoint);
}

}  // namespace aroeira::audit
