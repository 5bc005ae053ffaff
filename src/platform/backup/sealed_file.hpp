// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "platform/backup/backup.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/stream.hpp"
#include "platform/zip/block.hpp"

/// The file as it lies on the disk: a header anybody may read, then pieces, each packed and encrypted.
/// Numbers are little-endian. Seen by platform/backup only.
namespace aroeira::backup {

class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept;
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor();
    [[nodiscard]] int get() const { return number_; }

private:
    int number_;
};

/// Errors of everything here: those of `create` and `Copy::open`.
class SealedWriter {
public:
    static Result<SealedWriter> begin(const std::string& path, const Lock& lock);
    /// A piece of whole records.
    Result<void> put(std::string_view records, bool last);
    /// After the last piece: on the disk, and under its name.
    Result<void> publish();
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }
    /// Of all that was written, hexadecimal. Once, after `publish`.
    [[nodiscard]] std::string sum() { return crypto::hex(sum_.finish()); }
    SealedWriter(SealedWriter&&) noexcept = default;
    ~SealedWriter();

private:
    SealedWriter(std::string path, Descriptor file, crypto::StreamSealer sealer)
        : path_(std::move(path)), file_(std::move(file)), sealer_(std::move(sealer)) {}
    Result<void> write(std::string_view bytes);

    std::string path_;
    Descriptor file_;
    crypto::StreamSealer sealer_;
    zip::BlockPacker packer_{};
    std::string header_{};
    std::string packed_{};
    std::uint64_t bytes_ = 0;
    crypto::Sha256 sum_{};
};

/// What the header says, before any passphrase.
struct Header {
    std::string bytes{};
    Lock lock{};
    std::string sealed_key{};
    std::string stream{};
};

class SealedReader {
public:
    static Result<Header> header_of(const std::string& path);
    static Result<SealedReader> open(const std::string& path, std::string_view stream_key);
    /// The next piece; nothing after the last. The view is valid until the next call.
    Result<std::optional<std::string_view>> next();
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

private:
    SealedReader(Descriptor file, Header header, crypto::StreamOpener opener)
        : file_(std::move(file)), header_(std::move(header)), opener_(std::move(opener)), bytes_(header_.bytes.size()) {}
    Result<std::size_t> read(char* into, std::size_t size);

    Descriptor file_;
    Header header_;
    crypto::StreamOpener opener_;
    zip::BlockUnpacker unpacker_{};
    std::string sealed_{};
    std::string records_{};
    std::uint64_t bytes_;
    bool first_ = true;
    bool ended_ = false;
};

/// COPIA-0003. `what` ends the sentence that begins with the byte.
Error damaged(std::uint64_t at, std::string_view what);

}  // namespace aroeira::backup
