// SPDX-License-Identifier: Apache-2.0
#include "platform/http/body.hpp"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace aroeira;
using namespace aroeira::http;
namespace fs = std::filesystem;

namespace {

struct Folder {
    fs::path path = fs::temp_directory_path() / ("aroeira-body-" + std::to_string(::getpid()));
    Folder() { fs::remove_all(path); }
    ~Folder() { fs::remove_all(path); }
    [[nodiscard]] long files() const {
        return std::distance(fs::directory_iterator(path), fs::directory_iterator());
    }
};

}  // namespace

TEST_CASE("a small body stays in memory and a large one goes to a private file that ends with it") {
    const Folder folder;
    REQUIRE(prepare_spool(folder.path));
    BodySink small(folder.path, 1000);
    small.append("abc");
    const auto kept = small.finish();
    REQUIRE(kept);
    CHECK(kept.value()->text().value() == "abc");
    CHECK_FALSE(kept.value()->path());
    CHECK(folder.files() == 0);

    std::string whole;
    BodySink sink(folder.path, 1000);
    while (whole.size() < (2u << 20)) {
        const std::string piece(70'001, static_cast<char>('a' + whole.size() % 26));
        whole += piece;
        sink.append(piece);
        if (sink.wants_flush()) REQUIRE(sink.flush());
    }
    auto body = sink.finish();
    REQUIRE(body);
    CHECK(body.value()->size() == whole.size());
    CHECK(body.value()->text().value() == whole);
    const auto path = body.value()->path();
    REQUIRE(path);
    struct stat status {};
    REQUIRE(::stat(path->c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    body = empty_body();
    CHECK(folder.files() == 0);
}

TEST_CASE("an upload that is given up leaves no file") {
    const Folder folder;
    REQUIRE(prepare_spool(folder.path));
    {
        BodySink sink(folder.path, 10);
        sink.append(std::string(300'000, 'x'));
        REQUIRE(sink.flush());
        CHECK(folder.files() == 1);
    }
    CHECK(folder.files() == 0);
}

TEST_CASE("the spool directory is made private and what a killed run left is removed") {
    const Folder folder;
    fs::create_directories(folder.path);
    std::ofstream(folder.path / "body-abc123") << "resto";
    std::ofstream(folder.path / "outro") << "fica";
    REQUIRE(prepare_spool(folder.path));
    CHECK_FALSE(fs::exists(folder.path / "body-abc123"));
    CHECK(fs::exists(folder.path / "outro"));
    CHECK(fs::status(folder.path).permissions() == fs::perms::owner_all);
    CHECK(prepare_spool("/proc/nao/da").error().code == ErrorCode("HTTP-0022"));
}

TEST_CASE("a disk that cannot keep the body is said, not hidden") {
    BodySink sink("/nao/existe", 10);
    sink.append(std::string(300'000, 'x'));
    CHECK(sink.finish().error().code == ErrorCode("HTTP-0023"));
}
