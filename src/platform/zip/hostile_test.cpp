// SPDX-License-Identifier: Apache-2.0
// What an attacker, a broken tool or a broken copy may send. ASVS 5.0 V5.2.1-5.2.5.
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "platform/zip/format.hpp"
#include "platform/zip/zip.hpp"

using namespace aroeira;
using namespace aroeira::zip::format;

namespace {

/// One entry with every header number free to lie. Absent in the local header: as in the central.
struct Crafted {
    std::string name = "a.esus";
    std::string content = "ficha";
    std::uint16_t flags = 0, method = kStored, made_by = 20;
    std::uint32_t crc32 = 0, attributes = 0;
    std::optional<std::uint32_t> packed{}, bytes{}, local_at{}, local_bytes{};
    std::optional<std::string> local_name{};
    std::string central_extra{};
};

struct CraftedEnd {
    std::optional<std::uint16_t> entries{}, disk{};
    std::optional<std::uint32_t> at{}, bytes{};
    std::string comment{};
};

void put_header(std::string& out, const Crafted& c, std::uint32_t packed, std::uint32_t bytes, std::size_t name, std::size_t extra) {
    put16(out, 20);
    put16(out, c.flags);
    put16(out, c.method);
    put32(out, 0);
    put32(out, c.crc32);
    put32(out, packed);
    put32(out, bytes);
    put16(out, name);
    put16(out, extra);
}

std::string craft(const std::vector<Crafted>& entries, const CraftedEnd& end = {}) {
    std::string out, central;
    for (const auto& c : entries) {
        const auto at = out.size();
        const auto packed = c.packed.value_or(static_cast<std::uint32_t>(c.content.size()));
        const auto bytes = c.bytes.value_or(static_cast<std::uint32_t>(c.content.size()));
        const auto local_name = c.local_name.value_or(c.name);
        put32(out, kLocalSignature);
        put_header(out, c, packed, c.local_bytes.value_or(bytes), local_name.size(), 0);
        out += local_name + c.content;
        put32(central, kCentralSignature);
        put16(central, c.made_by);
        put_header(central, c, packed, bytes, c.name.size(), c.central_extra.size());
        put16(central, 0);
        put32(central, 0);
        put32(central, c.attributes);
        put32(central, c.local_at.value_or(static_cast<std::uint32_t>(at)));
        central += c.name + c.central_extra;
    }
    const auto at = out.size();
    out += central;
    put32(out, kEndSignature);
    put16(out, end.disk.value_or(0));
    put16(out, end.disk.value_or(0));
    put16(out, end.entries.value_or(static_cast<std::uint16_t>(entries.size())));
    put16(out, end.entries.value_or(static_cast<std::uint16_t>(entries.size())));
    put32(out, end.bytes.value_or(static_cast<std::uint32_t>(central.size())));
    put32(out, end.at.value_or(static_cast<std::uint32_t>(at)));
    put16(out, end.comment.size());
    return out + end.comment;
}

/// The code an archive is refused with, or "" when it opens.
std::string refused(const std::string& bytes, const zip::Limits& limits = {}) {
    const auto opened = zip::Archive::open(bytes, limits);
    if (opened) return "";
    CHECK_FALSE(opened.error().message.empty());
    return std::string(opened.error().code.text());
}
std::string refused_one(const Crafted& entry, const zip::Limits& limits = {}) { return refused(craft({entry}), limits); }

/// Deflate without compressing: blocks that are stored as they are. Source: RFC 1951, 3.2.4.
std::string deflated(std::string_view content) {
    constexpr std::size_t kBlock = 0xffff;
    std::string out;
    do {
        const auto block = content.substr(0, kBlock);
        content.remove_prefix(block.size());
        out += content.empty() ? '\x01' : '\0';
        put16(out, block.size());
        put16(out, ~block.size() & 0xffff);
        out += block;
    } while (!content.empty());
    return out;
}

/// The code the content of the one entry is refused with, the same whole and in chunks; "" when it is read.
std::string extracted(const Crafted& entry) {
    const auto bytes = craft({entry});
    const auto archive = zip::Archive::open(bytes);
    REQUIRE(archive);
    std::string buffer;
    const auto whole = archive->extract(0, buffer);
    const auto chunked = archive->extract_stream(0, [](std::string_view) { return Result<void>(); });
    REQUIRE(whole.has_value() == chunked.has_value());
    if (whole) return "";
    CHECK(whole.error().code == chunked.error().code);
    return std::string(whole.error().code.text());
}

}  // namespace

TEST_CASE("The crafted archive the other cases bend is itself a good one") {
    CHECK(refused_one(Crafted{}) == "");
    CHECK(refused(craft({})) == "");
    CHECK(refused(craft({{.name = "a"}, {.name = "b"}}, {.comment = "um comentário"})) == "");
}

TEST_CASE("What is not a zip and what is a piece of one are told apart") {
    const auto good = craft({{.name = "a"}, {.name = "b"}});
    CHECK(refused("") == "ZIP-0001");
    CHECK(refused("<xml/>") == "ZIP-0001");
    CHECK(refused(std::string(100'000, 'x')) == "ZIP-0001");
    for (std::size_t size = 4; size < good.size(); ++size) CHECK(refused(good.substr(0, size)) == "ZIP-0002");
    CHECK(refused(good + "x") == "ZIP-0002");
    CHECK(refused("x" + good) == "ZIP-0013");
}

TEST_CASE("An encrypted archive is refused by that name") {
    CHECK(refused_one({.flags = kFlagEncrypted}) == "ZIP-0003");
    CHECK(refused_one({.flags = std::uint16_t{kFlagEncrypted | kFlagStrongEncryption}}) == "ZIP-0003");
    CHECK(refused_one({.flags = kFlagMaskedHeader}) == "ZIP-0003");
    CHECK(refused_one({.method = kAes}) == "ZIP-0003");
}

TEST_CASE("Unknown compression and split volumes are refused") {
    for (const int method : {1, 6, 9, 12, 14, 93}) CHECK(refused_one({.method = static_cast<std::uint16_t>(method)}) == "ZIP-0004");
    CHECK(refused(craft({Crafted{}}, {.disk = 1})) == "ZIP-0004");
}

TEST_CASE("A name that leaves its folder on any system is refused") {
    for (const std::string name : {"../a", "a/../../b", "/etc/passwd", "\\a", "a\\..\\b", "C:/a", "c:a", "a//b", "./a", "a/.", "..", "."})
        CHECK_MESSAGE(refused_one({.name = name}) == "ZIP-0005", name);
    CHECK(refused_one({.name = std::string("a\0.esus", 7)}) == "ZIP-0005");
    CHECK(refused_one({.name = "a\nb"}) == "ZIP-0005");
    CHECK(refused_one({.name = ""}) == "ZIP-0005");
    CHECK(refused_one({.name = std::string(1025, 'a')}) == "ZIP-0005");
    CHECK(refused_one({.name = "a\xff", .flags = kFlagUtf8}) == "ZIP-0005");
    CHECK(refused_one({.name = "pasta/a..b"}) == "");
}

TEST_CASE("Two entries of one name are refused, also when far apart") {
    CHECK(refused(craft({{.name = "a"}, {.name = "a"}})) == "ZIP-0006");
    std::vector<Crafted> many;
    for (int i = 0; i < 500; ++i) many.push_back({.name = "f" + std::to_string(i)});
    CHECK(refused(craft(many)) == "");
    many.push_back({.name = "f0"});
    CHECK(refused(craft(many)) == "ZIP-0006");
}

TEST_CASE("Entries that share bytes are refused: the bomb of one kernel read many times") {
    std::vector<Crafted> entries{{.name = "a"}, {.name = "b"}};
    entries[1].local_at = 0;
    entries[1].local_name = "b";
    CHECK(refused(craft(entries)) == "ZIP-0013");  // Another entry's local header has another name.
    std::string inner = craft({{.name = "b"}});
    const auto at = inner.find("PK\x01\x02");
    Crafted outer{.name = "a", .content = inner.substr(0, at)};
    std::vector<Crafted> quoted{outer, {.name = "b"}};
    quoted[1].local_at = static_cast<std::uint32_t>(kLocalBytes + 1);
    CHECK(refused(craft(quoted)) == "ZIP-0007");
}

TEST_CASE("Counts and sizes over the limits are refused before anything is unpacked") {
    CHECK(refused(craft({{.name = "a"}, {.name = "b"}}), {.entries_max = 1}) == "ZIP-0008");
    CHECK(refused_one({.content = "123456"}, {.entry_bytes_max = 5}) == "ZIP-0009");
    CHECK(refused(craft({{.name = "a"}, {.name = "b"}}), {.unpacked_bytes_max = 9}) == "ZIP-0009");
    CHECK(refused(craft({{.name = "a"}, {.name = "b"}}), {.unpacked_bytes_max = 10}) == "");
    CHECK(refused_one({.method = kDeflated, .bytes = 900'000'000}) == "ZIP-0010");
    std::vector<Crafted> kernels;
    for (int i = 0; i < 20; ++i) kernels.push_back({.name = std::to_string(i), .method = kDeflated, .bytes = 2'000'000});
    CHECK(refused(craft(kernels)) == "ZIP-0010");
    // One bomb among much honest content.
    CHECK(refused(craft({{.name = "a", .content = std::string(1'000'000, 'x')}, {.name = "b", .method = kDeflated, .bytes = 20'000'000}})) == "ZIP-0010");
    CHECK(zip::Archive::open(craft({{.method = kDeflated, .bytes = 900'000'000}})).error().kind == ErrorKind::too_large);
}

TEST_CASE("An archive inside the archive is refused unless the caller wants it") {
    for (const std::string name : {"lote.zip", "LOTE.ZIP", "x.jar", "pasta/x.tar.gz", "a.7z", "a.rar"}) CHECK(refused_one({.name = name}) == "ZIP-0011");
    CHECK(refused_one({.name = "lote.zip"}, {.nested_allowed = true}) == "");
    CHECK(refused_one({.name = "zip"}) == "");
}

TEST_CASE("Links and devices are refused, files and folders are not") {
    constexpr std::uint16_t kUnix = 3 << 8;
    CHECK(refused_one({.made_by = kUnix, .attributes = 0120777u << 16}) == "ZIP-0012");
    CHECK(refused_one({.made_by = kUnix, .attributes = 0060600u << 16}) == "ZIP-0012");
    CHECK(refused_one({.made_by = kUnix, .attributes = 0100644u << 16}) == "");
    CHECK(refused_one({.name = "pasta/", .content = "", .made_by = kUnix, .attributes = 0040755u << 16}) == "");
}

TEST_CASE("Headers that contradict each other are refused") {
    CHECK(refused_one({.local_bytes = 4}) == "ZIP-0013");
    CHECK(refused_one({.local_name = "b.esus"}) == "ZIP-0013");
    CHECK(refused_one({.bytes = 6}) == "ZIP-0013");
    CHECK(refused_one({.packed = 4'000'000'000, .bytes = 4'000'000'000}, {.entry_bytes_max = 1ull << 40, .ratio_free_bytes = 1ull << 40}) == "ZIP-0013");
    CHECK(refused_one({.packed = kSeeZip64}) == "ZIP-0013");
    CHECK(refused_one({.local_at = 3}) == "ZIP-0013");
    CHECK(refused_one({.local_at = 0xfffffff0}) == "ZIP-0013");
    CHECK(refused_one({.name = "pasta/"}) == "ZIP-0013");
    CHECK(refused(craft({Crafted{}}, {.entries = 2})) == "ZIP-0013");
    CHECK(refused(craft({{.name = "a"}, {.name = "b"}}, {.entries = 1})) == "ZIP-0013");
    CHECK(refused(craft({Crafted{}}, {.at = 1})) == "ZIP-0013");
    CHECK(refused(craft({Crafted{}}, {.bytes = 0xffffffff})) == "ZIP-0013");
}

TEST_CASE("A second directory hidden in the comment is not seen by us and not by others") {
    const auto hidden = craft({{.name = "b.esus"}});
    // The record that reaches the end wins, and then the directory it names does not fit.
    CHECK(refused(craft({{.name = "a.esus"}}, {.comment = hidden})) == "ZIP-0013");
}

TEST_CASE("A message names the entry by position, because its name may be a citizen's") {
    const auto opened = zip::Archive::open(craft({{.name = "ok"}, {.name = "../Maria da Silva"}}));
    REQUIRE_FALSE(opened);
    CHECK(opened.error().message.find("2º arquivo") != std::string::npos);
    CHECK(opened.error().message.find("Maria") == std::string::npos);
}

TEST_CASE("Content that is not what its header says is refused, whole and in chunks") {
    constexpr std::uint32_t kCrc = 0x3610a686;  // Of "hello".
    const std::string hello = deflated("hello");
    const Crafted good{.content = hello, .method = kDeflated, .crc32 = kCrc, .bytes = 5};
    CHECK(extracted(good) == "");
    auto wrong = good;
    wrong.crc32 = 1;
    CHECK(extracted(wrong) == "ZIP-0014");
    wrong = good;
    wrong.content += "x";  // Hidden after the end of the deflated data.
    CHECK(extracted(wrong) == "ZIP-0014");
    for (const std::uint32_t bytes : {0, 4, 6}) {
        wrong = good;
        wrong.bytes = bytes;
        CHECK(extracted(wrong) == "ZIP-0014");
    }
    CHECK(extracted({.content = "xxxxxxxx", .method = kDeflated, .bytes = 20}) == "ZIP-0014");
    CHECK(extracted({.content = hello.substr(0, 6), .method = kDeflated, .crc32 = kCrc, .bytes = 5}) == "ZIP-0014");
    CHECK(extracted({.crc32 = 1}) == "ZIP-0014");
}

TEST_CASE("An entry that unpacks to more than it declared gives nothing of it") {
    const auto bytes = craft({{.content = deflated(std::string(200'000, 'x')), .method = kDeflated, .bytes = 10}});
    const auto archive = zip::Archive::open(bytes);
    REQUIRE(archive);
    std::size_t given = 0;
    CHECK_FALSE(archive->extract_stream(0, [&](std::string_view piece) -> Result<void> { given += piece.size(); return {}; }));
    CHECK(given == 0);
}
