// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/store/merkle.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace aroeira;
using namespace aroeira::audit;

namespace {
std::vector<crypto::Digest> leaves(int count) {
    std::vector<crypto::Digest> all;
    for (int i = 0; i < count; ++i) all.push_back(crypto::sha256("leaf " + std::to_string(i)));
    return all;
}
}  // namespace

TEST_CASE("[TE8] every event of chains of every size up to 70 is proven, with a path no longer than the logarithm") {
    for (int size = 1; size <= 70; ++size) {
        const auto all = leaves(size);
        const auto root = merkle::root_of(all);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto path = merkle::path_of(all, i);
            std::size_t log = 0;
            while ((std::size_t{1} << log) < all.size()) ++log;
            CHECK(path.size() <= log);
            CHECK(merkle::leads_to(root, all[i], i, all.size(), path));
            // Another event, another place, another size, a shorter path: none is proven.
            CHECK_FALSE(merkle::leads_to(root, crypto::sha256("forged"), i, all.size(), path));
            if (size > 1) CHECK_FALSE(merkle::leads_to(root, all[i], i ^ 1U, all.size(), path));
            if (!path.empty()) CHECK_FALSE(merkle::leads_to(root, all[i], i, all.size(), {path.begin(), path.end() - 1}));
            CHECK_FALSE(merkle::leads_to(root, all[i], all.size(), all.size(), path));
        }
    }
}

TEST_CASE("[TE8] the tree over blocks is the tree over their leaves") {
    const auto all = leaves(3 * 4 + 3);
    std::vector<crypto::Digest> blocks;
    for (std::size_t at = 0; at < 12; at += 4) blocks.push_back(merkle::root_of({all.begin() + static_cast<std::ptrdiff_t>(at), all.begin() + static_cast<std::ptrdiff_t>(at) + 4}));
    const auto left = merkle::node_of(blocks[0], blocks[1]);
    const auto right = merkle::node_of(blocks[2], merkle::root_of({all.begin() + 12, all.end()}));
    CHECK(merkle::root_of(all) == merkle::node_of(left, right));
}
