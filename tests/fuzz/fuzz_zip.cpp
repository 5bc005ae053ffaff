// SPDX-License-Identifier: Apache-2.0
// Any bytes as an archive. What opens keeps the limits, has safe and distinct names, reads the same
// whole and in chunks, and survives being written again.
#include <cstdint>
#include <cstdlib>
#include <map>

#include "platform/zip/zip.hpp"

using namespace aroeira;

namespace {

constexpr zip::Limits kLimits{.entries_max = 1000, .unpacked_bytes_max = 8 << 20, .entry_bytes_max = 4 << 20};

void must(bool condition) {
    if (!condition) std::abort();
}

bool is_safe(std::string_view name) {
    return !name.empty() && name.front() != '/' && name.find('\\') == name.npos && name.find(':') == name.npos &&
           ("/" + std::string(name) + "/").find("/../") == std::string::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto archive = zip::Archive::open({reinterpret_cast<const char*>(data), size}, kLimits);
    if (!archive) {
        must(!archive.error().message.empty());
        return 0;
    }
    must(archive->size() <= kLimits.entries_max);
    std::map<std::string, std::string> files;
    std::string buffer;
    for (std::size_t i = 0; i < archive->size(); ++i) {
        const auto& entry = archive->entry(i);
        must(is_safe(entry.name) && entry.bytes <= kLimits.entry_bytes_max);
        std::string chunked;
        const auto streamed = archive->extract_stream(i, [&](std::string_view piece) -> Result<void> {
            chunked += piece;
            return {};
        });
        const auto whole = archive->extract(i, buffer);
        // libdeflate 1.14 lets pass two codes that zlib refuses; the length and the CRC still have to match.
        must(whole.has_value() || !streamed.has_value());
        if (!whole || !streamed) continue;
        must(*whole == chunked && whole->size() == entry.bytes);
        must(files.emplace(entry.name, chunked).second);
    }
    std::string out;
    zip::Writer writer(out, 1);
    for (const auto& [name, content] : files) must(writer.add(name, content).has_value());
    must(writer.finish().has_value());
    const auto again = zip::Archive::open(out, kLimits);
    must(again.has_value() && again->size() == files.size());
    for (std::size_t i = 0; i < again->size(); ++i) must(*again->extract(i, buffer) == files.at(std::string(again->entry(i).name)));
    return 0;
}
