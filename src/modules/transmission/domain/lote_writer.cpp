// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/domain/lote_writer.hpp"

#include <algorithm>

namespace aroeira::transmission {
namespace {

bool is_plain(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_'; }

/// A struct begins with the type of a field, which is no printable character; XML and JSON begin with one.
/// Source: Thrift TBinaryProtocol.
bool is_thrift(std::string_view content) { return !content.empty() && static_cast<unsigned char>(content.front()) < ' '; }

/// A kept ficha was readable when it came; that it no longer is would be our fault.
Error unreadable(const std::string& detail) {
    return {ErrorKind::internal, "TRANS-0003", "Uma ficha guardada não pôde ser lida de novo. Avise o suporte com este código.", {}, detail};
}

}  // namespace

// The layout bounds the length of a uuid and not its characters: one that is no file name must not
// keep the others from leaving. A uuid has 36 characters or more, so the second form repeats nobody's.
std::string entry_name_of(const std::string& uuid, std::size_t position) {
    const bool plain = std::all_of(uuid.begin(), uuid.end(), is_plain);
    return (plain ? uuid : "ficha-" + std::to_string(position)) + ".esus";
}

Result<std::string_view> ThriftWriter::thrift_of(std::string_view content) {
    if (is_thrift(content)) return content;
    arena_.rewind();
    const auto reading = fichas::read_file("", content, arena_);
    if (!reading) return unreadable(reading.fault->message);
    thrift_.clear();
    fichas::write_thrift(reading.ficha, thrift_);
    return std::string_view(thrift_.view());
}

// A zip ends with the length of its comment, 16 bits, and the comment. Source: APPNOTE.TXT 6.3.10, 4.3.16.
std::string marked(std::string zip, const Marca& marca) {
    const auto comment = json::text_of(marca);
    INVARIANT(zip.ends_with(std::string_view("\0\0", 2)) && comment.size() <= 0xffff, "the mark of a lote is given to a zip without one");
    zip[zip.size() - 2] = static_cast<char>(comment.size() & 0xff);
    zip[zip.size() - 1] = static_cast<char>(comment.size() >> 8);
    return zip + comment;
}

Result<bool> LoteWriter::add(const fichas::FichaKey& ficha, std::string_view kept) {
    AROEIRA_TRY(const auto content, as_thrift_.thrift_of(kept));
    const bool fits = static_cast<std::int64_t>(fichas_.size()) < limits_.fichas_max && unpacked_ + content.size() <= limits_.bytes_max;
    if (!fichas_.empty() && !fits) return false;
    AROEIRA_CHECK(zip_.add(entry_name_of(ficha.uuid, fichas_.size()), content));
    unpacked_ += content.size();
    fichas_.push_back({ficha, hash_(content)});
    return true;
}

Result<std::string> LoteWriter::finish() {
    AROEIRA_CHECK(zip_.finish());
    return std::move(bytes_);
}

}  // namespace aroeira::transmission
