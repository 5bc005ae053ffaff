// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/operations/cnes_source.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include "platform/crypto/crypto.hpp"
#include "platform/zip/zip.hpp"

namespace aroeira::estabelecimentos {
namespace {

constexpr std::size_t kSlice = 256 << 10;
/// São Paulo, the largest município, is about 60 MB.
constexpr zip::Limits kLimits{.entries_max = 64, .unpacked_bytes_max = std::uint64_t{512} << 20, .entry_bytes_max = std::uint64_t{512} << 20};

Error unreadable() {
    return {ErrorKind::invalid_input, "CNES-0015", "O arquivo não pôde ser aberto. Confira o caminho e as permissões."};
}
Error empty() { return {ErrorKind::invalid_input, "CNES-0008", "O arquivo está vazio. Baixe-o de novo do CNES."}; }

bool is_xml_name(std::string_view name) {
    if (name.size() < 4) return false;
    std::string end(name.substr(name.size() - 4));
    std::transform(end.begin(), end.end(), end.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return end == ".xml";
}

Result<std::size_t> only_xml(const zip::Archive& archive) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < archive.size(); ++i) {
        if (!is_xml_name(archive.entry(i).name)) continue;
        if (found)
            return Error{ErrorKind::invalid_input, "CNES-0007",
                         "O zip tem mais de um arquivo XML e não se sabe qual importar. Envie o zip como foi baixado, ou só o XML."};
        found = i;
    }
    if (!found)
        return Error{ErrorKind::invalid_input, "CNES-0006", "O zip não tem nenhum arquivo XML. Envie o XMLPARAESUS como foi baixado do CNES."};
    return *found;
}

Result<void> slices_of(std::string_view bytes, const CnesSource::Chunk& chunk) {
    for (std::size_t from = 0; from < bytes.size(); from += kSlice) AROEIRA_CHECK(chunk(bytes.substr(from, kSlice)));
    return {};
}

Result<void> slices_of(const std::string& path, const CnesSource::Chunk& chunk) {
    std::ifstream in(path, std::ios::binary);
    std::string buffer(kSlice, '\0');
    while (in) {
        in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        if (in.gcount() > 0) AROEIRA_CHECK(chunk(std::string_view(buffer).substr(0, static_cast<std::size_t>(in.gcount()))));
    }
    return in.eof() ? Result<void>() : Result<void>(unreadable());
}

}  // namespace

/// One of: text in memory, a file, an archive over either.
struct CnesSource::Place {
    std::string_view bytes{};
    std::string path{};
    std::uint64_t sent = 0;
    std::optional<zip::Archive> archive{};
    std::size_t entry = 0;

    [[nodiscard]] Result<void> as_sent(const Chunk& chunk) const { return path.empty() ? slices_of(bytes, chunk) : slices_of(path, chunk); }
    Result<void> look_inside(Result<zip::Archive> opened) {
        if (!opened) return std::move(opened).error();
        archive.emplace(std::move(*opened));
        AROEIRA_TRY(entry, only_xml(*archive));
        return {};
    }
};

CnesSource::CnesSource(std::unique_ptr<Place> place) : place_(std::move(place)) {}
CnesSource::CnesSource(CnesSource&&) noexcept = default;
CnesSource& CnesSource::operator=(CnesSource&&) noexcept = default;
CnesSource::~CnesSource() = default;

Result<CnesSource> CnesSource::of_bytes(std::string_view bytes) {
    if (bytes.empty()) return empty();
    auto place = std::make_unique<Place>();
    place->bytes = bytes;
    place->sent = bytes.size();
    if (bytes.starts_with("PK")) AROEIRA_CHECK(place->look_inside(zip::Archive::open(bytes, kLimits)));
    return CnesSource(std::move(place));
}

Result<CnesSource> CnesSource::of_file(const std::string& path) {
    std::error_code failed;
    const bool regular = std::filesystem::is_regular_file(path, failed);
    std::ifstream in(path, std::ios::binary);
    if (!regular || !in) return unreadable();
    std::array<char, 2> start{};
    in.read(start.data(), start.size());
    if (in.gcount() == 0) return empty();
    auto place = std::make_unique<Place>();
    place->path = path;
    place->sent = std::filesystem::file_size(path, failed);
    if (start == std::array{'P', 'K'}) AROEIRA_CHECK(place->look_inside(zip::Archive::open_file(path, kLimits)));
    return CnesSource(std::move(place));
}

std::uint64_t CnesSource::size() const { return place_->archive ? place_->archive->entry(place_->entry).bytes : place_->sent; }
std::uint64_t CnesSource::sent_bytes() const { return place_->sent; }

Result<void> CnesSource::each(const Chunk& chunk) const {
    return place_->archive ? place_->archive->extract_stream(place_->entry, chunk) : place_->as_sent(chunk);
}

Result<std::string> CnesSource::sha256() const {
    crypto::Sha256 hash;
    AROEIRA_CHECK(place_->as_sent([&](std::string_view piece) {
        hash.update(piece);
        return Result<void>();
    }));
    return crypto::hex(hash.finish());
}

Result<CnesFile> read_cnes(const CnesSource& source, const std::optional<Ibge>& municipio, const OnRead& on_read) {
    CnesReader reader(municipio, source.size());
    std::uint64_t done = 0;
    AROEIRA_CHECK(source.each([&](std::string_view chunk) -> Result<void> {
        AROEIRA_CHECK(reader.feed(chunk));
        done += chunk.size();
        return on_read ? on_read(done, source.size(), reader.read()) : Result<void>();
    }));
    return reader.finish();
}

}  // namespace aroeira::estabelecimentos
