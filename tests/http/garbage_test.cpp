// SPDX-License-Identifier: Apache-2.0
#include <random>

#include <doctest/doctest.h>

#include "tests/http/client.hpp"
#include "tests/http/node.hpp"

using namespace aroeira::testing;
using namespace std::chrono_literals;

namespace {

const std::string kSeeds[] = {
    get("/api/v1/itens/1?a=b", "Cookie: a=b; c=\"d\"\r\nAccept-Encoding: gzip;q=0\r\n"),
    post("/api/v1/formulario",
         "--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--b--\r\n",
         "Content-Type: multipart/form-data; boundary=b\r\n"),
    "POST /api/v1/eco HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
    "chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
    "PUT /api/v1/eco HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\nabc",
    "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
};

std::string garbage(std::mt19937_64& random) {
    if (random() % 4 == 0) {
        std::string out(random() % 400, '\0');
        for (auto& c : out) c = static_cast<char>(random());
        return out;
    }
    auto out = kSeeds[random() % std::size(kSeeds)];
    for (auto n = 1 + random() % 6; n > 0 && !out.empty(); --n) {
        const auto at = random() % out.size();
        switch (random() % 5) {
            case 0: out[at] = static_cast<char>(random()); break;
            case 1: out.erase(at, random() % 8); break;
            case 2: out.insert(at, out.substr(random() % out.size(), random() % 30)); break;
            case 3: out.insert(at, random() % 2 ? "\r\n" : "\0"); break;
            default: out.resize(at); break;
        }
    }
    return out;
}

}  // namespace

TEST_CASE("10000 garbage requests crash nothing and leave nothing open") {
    Node node;
    std::mt19937_64 random(20261124);
    for (int i = 0; i < 10'000; ++i) {
        CAPTURE(i);
        Client client(node.port());
        client.send(garbage(random));
        if (i % 3 == 0) client.finish_sending();
        if (i % 50 == 0) client.answer(20ms);
        if (i % 5 == 0) client.reset();
        if (i % 500 == 0) REQUIRE(Client(node.port()).ask(get("/api/v1/eco")).status == 200);
    }
    REQUIRE(Client(node.port()).ask(get("/api/v1/eco")).status == 200);
    CHECK(node.spooled() == 0);
    for (const auto& line : node.log()) CHECK(line.status != 500);
}
