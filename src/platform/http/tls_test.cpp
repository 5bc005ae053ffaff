// SPDX-License-Identifier: Apache-2.0
#include "platform/http/tls.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>
#include <unistd.h>

#include "platform/http/tls_context.hpp"

using namespace aroeira;
using namespace aroeira::http;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kStart = 1'795'000'000'000;  // 2026-11-18

struct Folder {
    fs::path path = fs::temp_directory_path() / ("aroeira-tls-" + std::to_string(::getpid()));
    Folder() { fs::remove_all(path); }
    ~Folder() { fs::remove_all(path); }
};

std::string content(const std::string& path) {
    std::ostringstream out;
    out << std::ifstream(path).rdbuf();
    return out.str();
}

}  // namespace

TEST_CASE("a local authority is made once, its server certificate again when it must be") {
    const Folder folder;
    FixedClock clock(from_ms(kStart));
    const std::vector<std::string> names{"localhost", "posto", "127.0.0.1", "::1"};
    const auto files = ensure_local_certificate(folder.path, clock, names);
    REQUIRE(files);
    for (const auto& entry : fs::directory_iterator(folder.path))
        CHECK(fs::status(entry).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(fs::status(folder.path).permissions() == fs::perms::owner_all);
    const auto ca = content(files->ca), server = content(files->certificate);

    SUBCASE("nothing changes while it is good") {
        clock.set(from_ms(kStart + 300 * kDayMs));
        REQUIRE(ensure_local_certificate(folder.path, clock, names));
        CHECK(content(files->certificate) == server);
    }
    SUBCASE("near its end") {
        clock.set(from_ms(kStart + 368 * kDayMs));
        REQUIRE(ensure_local_certificate(folder.path, clock, names));
        CHECK(content(files->certificate) != server);
        CHECK(content(files->ca) == ca);
    }
    SUBCASE("a new address of the machine") {
        REQUIRE(ensure_local_certificate(folder.path, clock, {"localhost", "10.1.2.3"}));
        CHECK(content(files->certificate) != server);
        CHECK(content(files->ca) == ca);
    }
    SUBCASE("a key that is not its own, or no file at all") {
        fs::remove(files->key);
        REQUIRE(ensure_local_certificate(folder.path, clock, names));
        CHECK(content(files->certificate) != server);
        CHECK(content(files->ca) == ca);
    }
    SUBCASE("the authority's own end") {
        clock.set(from_ms(kStart + 3630 * kDayMs));
        REQUIRE(ensure_local_certificate(folder.path, clock, names));
        CHECK(content(files->ca) != ca);
        CHECK(content(files->certificate) != server);
    }
    SUBCASE("a broken authority file") {
        std::ofstream(files->ca) << "lixo";
        REQUIRE(ensure_local_certificate(folder.path, clock, names));
        CHECK(content(files->ca).find("BEGIN CERTIFICATE") != std::string::npos);
    }
}

TEST_CASE("a directory that cannot be written is said") {
    CHECK(ensure_local_certificate("/proc/nao/da", SystemClock()).error().code ==
          ErrorCode("HTTP-0024"));
}

TEST_CASE("a certificate that cannot serve stops the start, not the first visitor") {
    const Folder folder;
    const auto files = ensure_local_certificate(folder.path, SystemClock());
    REQUIRE(files);
    CHECK(make_tls_context("/nao/existe", files->key, "").error().code == ErrorCode("HTTP-0021"));
    CHECK(
        make_tls_context(files->certificate, (folder.path / "ca.key").string(), "").error().code ==
        ErrorCode("HTTP-0021"));
    CHECK(make_tls_context(files->certificate, files->key, "/nao/existe").error().code ==
          ErrorCode("HTTP-0021"));
}

TEST_CASE("the local names begin with localhost and hold no name twice") {
    auto names = local_names();
    CHECK(names.front() == "localhost");
    std::sort(names.begin(), names.end());
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
}
