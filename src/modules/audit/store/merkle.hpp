// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "platform/crypto/crypto.hpp"

/// The tree over the digests of the events of a chain, as RFC 6962 draws it: the proof that one is in it is as long as
/// the logarithm of the chain. A digest of an event begins its preimage with "aroeira.evento.", a node with 0x01.
namespace aroeira::audit::merkle {

using Digest = crypto::Digest;

/// How many leaves a block has: one whole subtree.
inline constexpr std::int64_t kBlock = 1024;

Digest node_of(const Digest& left, const Digest& right);
/// Of at least one node, each a leaf or a whole subtree of the same size. Source: RFC 6962, 2.1.
Digest root_of(const std::vector<Digest>& nodes);
/// The nodes beside the way from `index` up to the root. Source: RFC 6962, 2.1.1.
std::vector<Digest> path_of(const std::vector<Digest>& nodes, std::size_t index);
/// The root that leaf, path and place give; nothing when they do not belong together. Source: RFC 9162, 2.1.3.2.
bool leads_to(const Digest& root, const Digest& leaf, std::uint64_t index, std::uint64_t size, const std::vector<Digest>& path);

}  // namespace aroeira::audit::merkle
