// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

/// Zip archives: read whole or refused whole, and written the same on every machine.
/// Source: PKWARE APPNOTE.TXT 6.3.10.
namespace aroeira::zip {

/// What an archive may ask of us. Every one is checked from its headers, before any content.
struct Limits {
    std::uint64_t entries_max = 100'000;
    std::uint64_t unpacked_bytes_max = std::uint64_t{4} << 30;  ///< Of all entries together.
    std::uint64_t entry_bytes_max = std::uint64_t{1} << 30;     ///< Of one entry, unpacked.
    /// Unpacked over packed bytes, of an entry and of the whole; counts only past `ratio_free_bytes`,
    /// because a small file of zeros is harmless. Deflate itself cannot pass 1,032.
    std::uint64_t ratio_max = 200;
    std::uint64_t ratio_free_bytes = std::uint64_t{16} << 20;
    bool nested_allowed = false;  ///< Entries that are archives themselves (.zip, .jar, .gz…).
};

/// One file inside an archive, as its headers say and `Archive::open` checked.
struct Entry {
    std::string_view name;           ///< UTF-8, relative, no ".."; ends with '/' when a directory.
    std::uint64_t packed_bytes = 0;
    std::uint64_t bytes = 0;         ///< Unpacked.
    std::uint64_t content_at = 0;    ///< Where the packed content starts in the archive.
    std::uint32_t crc32 = 0;
    bool deflated = false;

    [[nodiscard]] bool is_directory() const { return name.ends_with('/'); }
};

/// Gives the content of a large entry piece by piece; an Error stops the extraction and is its result.
using Chunk = std::function<Result<void>(std::string_view)>;

/// An archive whose structure was proven sound. Reading is const and safe from several threads.
class Archive {
public:
    /// Reads the headers of an archive in memory; `bytes` must outlive it.
    /// Errors: `invalid_input` ZIP-0001 not a zip, ZIP-0002 truncated, ZIP-0003 encrypted, ZIP-0004
    /// unsupported method or volumes, ZIP-0005 unsafe name, ZIP-0006 repeated name, ZIP-0007
    /// overlapping entries, ZIP-0011 nested archive, ZIP-0012 link or device, ZIP-0013 headers that
    /// disagree; `too_large` ZIP-0008 too many entries, ZIP-0009 too many bytes, ZIP-0010 a bomb.
    /// Cost: about 0.5 µs per entry; no content is unpacked.
    static Result<Archive> open(std::string_view bytes, const Limits& limits = {});
    /// The same for a file, mapped and not read into memory.
    /// Errors: also `unavailable` ZIP-0015 when the file cannot be read.
    static Result<Archive> open_file(const std::string& path, const Limits& limits = {});

    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    [[nodiscard]] const Entry& entry(std::size_t index) const { return entries_[index]; }
    /// What the end of the archive says of the whole; "" for most. Anybody's bytes, at most 65,535; lives as long as the archive's.
    [[nodiscard]] std::string_view comment() const { return comment_; }

    /// The content of one entry, whole: a view into `buffer`, which only grows and may be reused, or
    /// into the archive itself when it is stored without compression.
    /// Errors: `invalid_input` ZIP-0014 when the content is damaged. Cost: no allocation once `buffer` has grown.
    [[nodiscard]] Result<std::string_view> extract(std::size_t index, std::string& buffer) const;
    /// The content of one entry in chunks of at most 64 KiB, for what should not sit in memory whole.
    /// Damage may show only after the last chunk: use nothing before this succeeds.
    /// Errors: `invalid_input` ZIP-0014; whatever `chunk` answers.
    Result<void> extract_stream(std::size_t index, const Chunk& chunk) const;

    Archive(Archive&&) noexcept;
    Archive& operator=(Archive&&) noexcept;
    ~Archive();

private:
    struct Storage;
    Archive(std::string_view bytes, std::unique_ptr<Storage> storage, std::vector<Entry> entries, std::string_view comment);

    std::string_view bytes_;
    std::string_view comment_;
    std::unique_ptr<Storage> storage_;
    std::vector<Entry> entries_;
};

/// Writes an archive to a sink: entries in the order given, the date always 1980-01-01, so that the
/// same content makes the same bytes. Zip64 only when it is needed.
class Writer {
public:
    using Sink = std::function<Result<void>(std::string_view)>;

    /// `level`: 0 stores, 1 is fast, 6 is usual, 12 is smallest.
    explicit Writer(Sink sink, int level = 6);
    /// Appends to a string, which must outlive the writer.
    explicit Writer(std::string& out, int level = 6);

    /// Errors: `invalid_input` ZIP-0005 unsafe name, ZIP-0006 repeated name; whatever the sink answers.
    Result<void> add(std::string_view name, std::string_view content);
    /// Writes the directory; an archive without it is not one. To be called once, last.
    /// Errors: `invalid_input` ZIP-0017 a comment too long, or one another reader could take for the end of an archive.
    Result<void> finish(std::string_view comment = {});

    Writer(Writer&&) noexcept;
    Writer& operator=(Writer&&) noexcept;
    ~Writer();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// A sink that writes a new file and, when closed, has it on the disk.
class FileSink {
public:
    /// Errors: `unavailable` ZIP-0016 when the file exists or cannot be made.
    static Result<FileSink> create(const std::string& path);
    Result<void> write(std::string_view bytes);
    /// Errors: `unavailable` ZIP-0016 when the disk did not take it.
    Result<void> close();

    FileSink(FileSink&& other) noexcept;
    FileSink& operator=(FileSink&&) = delete;
    ~FileSink();

private:
    explicit FileSink(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

}  // namespace aroeira::zip
