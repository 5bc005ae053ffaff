// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/store/chain.hpp"

#include <doctest/doctest.h>

#include <array>
#include <random>

using namespace aroeira;

namespace {

/// The text columns of an event, to be changed one byte at a time.
using Columns = std::array<std::string, 8>;

crypto::Digest digest(const Columns& c, std::int64_t instant_ms = 1'787'000'000'123) {
    return audit::digest_of({c[0], c[1], instant_ms, c[2], c[3], c[4], c[5], c[6], c[7]});
}

const Columns kEvent{"2800308", "01910000-0000-7000-8000-000000000000", "lote_recebido", "0190", "10.0.0.7", "lote_recebido", "0191", "{\"a\":\"ã\"}"};

}  // namespace

TEST_CASE("the bytes that links are made of are the ones they were always made of") {
    CHECK(crypto::hex(digest(kEvent)) == "e8aefdfb210d348f91aa677e4ce0a819d7ed58d3c266af0b91c14239ce6c9e52");
    CHECK(crypto::hex(audit::link_of(audit::kNoLink, 1, audit::bytes_of(digest(kEvent)))) == "44e0b317568b7a1d5b4c180a7bc4453868b964b80d28a108a7188208538e9c21");
    CHECK(crypto::hex(crypto::sha256(audit::end_message("2800308", 7, "elo"))) == "a2e644772c1134d38872ec155f970a54c01dcfcd368975c43bca87e2110063f0");
}

TEST_CASE("[TE1] 10,000 edits of one byte of an event are 10,000 other digests") {
    std::mt19937 random(7);  // NOLINT: the same edits each time.
    const auto whole = digest(kEvent);
    int same = 0;
    for (int i = 0; i < 10'000; ++i) {
        Columns edited = kEvent;
        auto& column = edited[random() % edited.size()];
        auto& byte = column[random() % column.size()];
        byte = static_cast<char>(byte ^ static_cast<char>(1 + random() % 255));
        same += digest(edited) == whole;
    }
    CHECK(same == 0);
    CHECK(digest(kEvent, 1'787'000'000'124) != whole);
}
