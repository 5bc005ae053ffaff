// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/store/merkle.hpp"

#include <bit>
#include <span>

namespace aroeira::audit::merkle {
namespace {

using Nodes = std::span<const Digest>;

/// The largest power of two below `size`, which is at least 2.
std::size_t split_of(std::size_t size) { return std::bit_floor(size - 1); }

Digest root(Nodes nodes) {
    if (nodes.size() == 1) return nodes.front();
    const auto left = split_of(nodes.size());
    return node_of(root(nodes.first(left)), root(nodes.subspan(left)));
}

void path(Nodes nodes, std::size_t index, std::vector<Digest>& out) {
    if (nodes.size() == 1) return;
    const auto left = split_of(nodes.size());
    if (index < left) {
        path(nodes.first(left), index, out);
        out.push_back(root(nodes.subspan(left)));
    } else {
        path(nodes.subspan(left), index - left, out);
        out.push_back(root(nodes.first(left)));
    }
}

}  // namespace

Digest node_of(const Digest& left, const Digest& right) {
    std::array<char, 65> bytes{};
    bytes[0] = 1;
    std::copy(left.begin(), left.end(), bytes.begin() + 1);
    std::copy(right.begin(), right.end(), bytes.begin() + 33);
    return crypto::sha256({bytes.data(), bytes.size()});
}

Digest root_of(const std::vector<Digest>& nodes) { return root(nodes); }

std::vector<Digest> path_of(const std::vector<Digest>& nodes, std::size_t index) {
    std::vector<Digest> out;
    path(nodes, index, out);
    return out;
}

bool leads_to(const Digest& root, const Digest& leaf, std::uint64_t index, std::uint64_t size, const std::vector<Digest>& path) {
    if (index >= size) return false;
    std::uint64_t fn = index;
    std::uint64_t sn = size - 1;
    Digest r = leaf;
    for (const auto& p : path) {
        if (sn == 0) return false;
        if ((fn & 1) == 1 || fn == sn) {
            r = node_of(p, r);
            while ((fn & 1) == 0 && fn != 0) {
                fn >>= 1;
                sn >>= 1;
            }
        } else {
            r = node_of(r, p);
        }
        fn >>= 1;
        sn >>= 1;
    }
    return sn == 0 && r == root;
}

}  // namespace aroeira::audit::merkle
