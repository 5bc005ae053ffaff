// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "modules/estabelecimentos/domain/cnes_reader.hpp"
#include "platform/zip/zip.hpp"

namespace aroeira::estabelecimentos {
namespace {

constexpr std::size_t kSlice = 256 << 10;
/// São Paulo, the largest município, is about 60 MB.
constexpr zip::Limits kLimits{.entries_max = 64, .unpacked_bytes_max = std::uint64_t{512} << 20, .entry_bytes_max = std::uint64_t{512} << 20};

bool is_zip(std::string_view bytes) { return bytes.starts_with("PK"); }

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

Result<void> not_empty(std::string_view bytes) {
    if (bytes.empty()) return Error{ErrorKind::invalid_input, "CNES-0008", "O arquivo está vazio. Baixe-o de novo do CNES."};
    return {};
}

}  // namespace

Result<void> check_upload(std::string_view bytes) {
    AROEIRA_CHECK(not_empty(bytes));
    if (!is_zip(bytes)) return {};
    AROEIRA_TRY(const auto archive, zip::Archive::open(bytes, kLimits));
    AROEIRA_TRY([[maybe_unused]] const auto index, only_xml(archive));
    return {};
}

Result<CnesFile> read_cnes(std::string_view bytes, const std::optional<Ibge>& municipio, const OnRead& on_read) {
    AROEIRA_CHECK(not_empty(bytes));
    CnesReader reader(municipio);
    std::uint64_t done = 0;
    const auto take = [&](std::string_view chunk, std::uint64_t total) -> Result<void> {
        AROEIRA_CHECK(reader.feed(chunk));
        done += chunk.size();
        return on_read ? on_read(done, total, reader.read()) : Result<void>();
    };
    if (is_zip(bytes)) {
        AROEIRA_TRY(const auto archive, zip::Archive::open(bytes, kLimits));
        AROEIRA_TRY(const auto index, only_xml(archive));
        const auto total = archive.entry(index).bytes;
        AROEIRA_CHECK(archive.extract_stream(index, [&](std::string_view chunk) { return take(chunk, total); }));
    } else {
        for (std::size_t from = 0; from < bytes.size(); from += kSlice)
            AROEIRA_CHECK(take(bytes.substr(from, kSlice), bytes.size()));
    }
    return reader.finish();
}

}  // namespace aroeira::estabelecimentos
