// SPDX-License-Identifier: Apache-2.0
// Any bytes as a document. The cut of the chunks changes nothing, nothing is deeper or longer than
// the options say, and what was heard, written by our writer, is heard again.
#include <cstdint>
#include <cstdlib>

#include "platform/xml/xml.hpp"

using namespace aroeira;

namespace {

constexpr xml::Options kOptions{.depth_max = 16, .attributes_max = 8, .attribute_bytes_max = 256, .token_bytes_max = 4096};

void must(bool condition) {
    if (!condition) std::abort();
}

struct Recorder : xml::Handler {
    std::string heard{};
    std::string written{};
    xml::Writer writer{written};
    bool ascii_names = true;
    std::vector<std::string> names = std::vector<std::string>(kOptions.depth_max + 1);  // The writer views them.

    /// expat takes µ for a letter of a name in ISO-8859-1 and not in UTF-8.
    void expect_ascii(std::string_view name) {
        for (const char c : name) ascii_names = ascii_names && static_cast<unsigned char>(c) < 0x80;
    }
    Result<void> start(std::string_view name, const xml::Attributes& attributes) override {
        must(writer.depth() < kOptions.depth_max && attributes.size() <= kOptions.attributes_max);
        names[writer.depth()] = name;
        expect_ascii(name);
        heard += "<" + std::string(name);
        writer.open(names[writer.depth()]);
        attributes.each([&](const xml::Attribute& a) {
            must(a.value.size() <= kOptions.attribute_bytes_max && attributes.get(a.name) == a.value);
            heard += " " + std::string(a.name) + "=" + std::string(a.value);
            writer.attribute(a.name, a.value);
            expect_ascii(a.name);
        });
        return {};
    }
    Result<void> end(std::string_view name) override {
        heard += ">" + std::string(name);
        writer.close();
        return {};
    }
    Result<void> text(std::string_view value) override {
        must(value.size() <= kOptions.token_bytes_max + 4 && xml::fits(value));
        heard += "[" + std::string(value) + "]";
        writer.text(value);
        return {};
    }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::size_t cut = data[0] + std::size_t{1};
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    Recorder whole;
    const auto read = xml::parse(text, whole, kOptions);
    must(read || !read.error().message.empty());

    Recorder pieces;
    xml::Parser parser(pieces, kOptions);
    Result<void> cut_read;
    for (std::size_t at = 0; cut_read && at < text.size(); at += cut) cut_read = parser.feed(text.substr(at, cut));
    if (cut_read) cut_read = parser.finish();
    must(read.has_value() == cut_read.has_value());
    if (!read) return 0;
    must(whole.heard == pieces.heard);
    if (!whole.ascii_names) return 0;
    Recorder again;
    must(xml::parse(whole.written, again, kOptions).has_value() && again.heard == whole.heard);
    return 0;
}
