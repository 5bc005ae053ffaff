// SPDX-License-Identifier: Apache-2.0
#include "platform/backup/sealed_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "platform/crypto/crypto.hpp"

namespace aroeira::backup {
namespace {

constexpr std::string_view kMagic = "AROEIRA\x1a";  // The last byte stops a terminal from showing the rest.
constexpr char kFormat = 1;
constexpr std::size_t kSumBytes = 32;
constexpr std::size_t kHeaderBytes = kMagic.size() + 1 + 4 + 4 + crypto::kSaltBytes + crypto::kPublicKeyBytes + crypto::kSealedKeyBytes +
                                     crypto::kStreamHeaderBytes + kSumBytes;
constexpr std::uint32_t kPieceMax = 512u << 20;

void put32(std::string& out, std::uint32_t n) {
    for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>(n >> shift);
}
std::uint32_t get32(std::string_view bytes) {
    std::uint32_t n = 0;
    for (std::size_t i = 0; i < 4; ++i) n |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    return n;
}

Error cannot_write(int error) {
    std::string cause = "confira o caminho, o espaço e as permissões.";
    if (error == ENOSPC || error == EDQUOT || error == EFBIG) cause = "o disco está cheio. Libere espaço ou escolha outra pasta.";
    if (error == EACCES || error == EPERM || error == EROFS) cause = "sem permissão. Corrija o dono da pasta ou escolha outra.";
    if (error == ENOENT || error == ENOTDIR) cause = "a pasta não existe. Crie-a ou escolha outra.";
    if (error == EIO) cause = "o disco não respondeu como devia. Troque o disco ou escolha outra pasta.";
    return {ErrorKind::unavailable, "COPIA-0005", "A cópia de segurança não pôde ser gravada: " + cause, {}, std::generic_category().message(error)};
}

Error exists() {
    return {ErrorKind::conflict, "COPIA-0009", "Já existe um arquivo com esse nome, e uma cópia de segurança nunca substitui outra. Escolha outro nome."};
}

Error no_copy() {
    return {ErrorKind::invalid_input, "COPIA-0001", "O arquivo não é uma cópia de segurança do Aroeira. Confira o caminho."};
}

Error cannot_read() {
    return {ErrorKind::not_found, "COPIA-0007", "A cópia de segurança não pôde ser lida. Confira o caminho e as permissões."};
}

/// While it is being written. A program that died leaves it, unlocked.
std::string aside_of(const std::string& path) { return path + ".parcial"; }

}  // namespace

Descriptor::Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
}
Descriptor::~Descriptor() {
    if (number_ >= 0) ::close(number_);
}

Error damaged(std::uint64_t at, std::string_view what) {
    return {ErrorKind::invalid_input, "COPIA-0003",
            "A cópia de segurança está danificada a partir do byte " + std::to_string(at) + ": " + std::string(what) +
                " Nada foi restaurado. Use outra cópia."};
}

bool is_damage(const Error& error) {
    for (const std::string_view code : {"COPIA-0001", "COPIA-0003"})
        if (error.code.text() == code) return true;
    return false;
}

Result<SealedWriter> SealedWriter::begin(const std::string& path, const Lock& lock) {
    std::error_code failed;
    if (std::filesystem::exists(path, failed)) return exists();
    Descriptor file(::open(aside_of(path).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    if (file.get() < 0) return cannot_write(errno);
    if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) return exists();
    const auto key = crypto::random_bytes(crypto::kStreamKeyBytes);
    SealedWriter writer(path, std::move(file), crypto::StreamSealer(key));
    if (::ftruncate(writer.file_.get(), 0) != 0) return cannot_write(errno);
    auto& header = writer.header_;
    header = kMagic;
    header += kFormat;
    put32(header, lock.cost.passes);
    put32(header, lock.cost.memory_kib);
    header += lock.salt;
    header += lock.public_key;
    header += crypto::seal_key_for(lock.public_key, key);
    header += writer.sealer_.header();
    header += crypto::sha256_text(header);
    INVARIANT(header.size() == kHeaderBytes, "a header of another size");
    AROEIRA_CHECK(writer.write(header));
    return writer;
}

SealedWriter::~SealedWriter() {
    if (file_.get() >= 0) ::unlink(aside_of(path_).c_str());
}

Result<void> SealedWriter::put(std::string_view records, bool last) {
    if (records.size() > kPieceMax)
        return Error{ErrorKind::internal, "COPIA-0012", "Uma linha do banco é grande demais para a cópia de segurança. Avise o suporte com este código."};
    packed_.clear();
    put32(packed_, static_cast<std::uint32_t>(records.size()));
    packer_.pack(records, packed_);
    const auto sealed = sealer_.seal(packed_, std::exchange(header_, {}), last);
    std::string size;
    put32(size, static_cast<std::uint32_t>(sealed.size()));
    AROEIRA_CHECK(write(size));
    return write(sealed);
}

Result<void> SealedWriter::write(std::string_view bytes) {
    sum_.update(bytes);
    while (!bytes.empty()) {
        const auto written = ::write(file_.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return cannot_write(errno);
        bytes_ += static_cast<std::uint64_t>(written);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> SealedWriter::publish() {
    if (::fsync(file_.get()) != 0) return cannot_write(errno);
    // A link, because a rename would replace what somebody put there meanwhile.
    const auto aside = aside_of(path_);
    if (::link(aside.c_str(), path_.c_str()) != 0) {
        if (errno == EEXIST) return exists();
        // A file system without links.
        if (::rename(aside.c_str(), path_.c_str()) != 0) return cannot_write(errno);
    }
    auto folder = std::filesystem::path(path_).parent_path();
    if (folder.empty()) folder = ".";
    const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.get() >= 0) ::fsync(directory.get());
    return {};
}

Result<std::string> sha256_of_file(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) return cannot_read();
    // Only what is on the disk already can be let go; the rest of the pages are asked for again.
    ::posix_fadvise(file.get(), 0, 0, POSIX_FADV_DONTNEED);
    crypto::Sha256 sum;
    std::string bytes(1 << 20, '\0');
    for (std::uint64_t at = 0;;) {
        const auto got = ::read(file.get(), bytes.data(), bytes.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return damaged(at, "o disco não devolveu o que foi gravado.");
        if (got == 0) return crypto::hex(sum.finish());
        sum.update(std::string_view(bytes).substr(0, static_cast<std::size_t>(got)));
        at += static_cast<std::uint64_t>(got);
    }
}

Result<Header> SealedReader::header_of(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) return cannot_read();
    std::string bytes(kHeaderBytes, '\0');
    const auto size = ::pread(file.get(), bytes.data(), bytes.size(), 0);
    if (size < static_cast<ssize_t>(kMagic.size()) || !bytes.starts_with(kMagic)) return no_copy();
    const auto kept = kHeaderBytes - kSumBytes;
    const bool whole = size == static_cast<ssize_t>(kHeaderBytes) && crypto::sha256_text(std::string_view(bytes).substr(0, kept)) == bytes.substr(kept);
    if (whole && bytes[kMagic.size()] != kFormat)
        return Error{ErrorKind::invalid_input, "COPIA-0002", "A cópia de segurança é de um programa mais novo. Atualize este e tente de novo."};
    if (!whole) return damaged(0, "o cabeçalho não confere.");
    std::string_view rest(bytes);
    rest.remove_prefix(kMagic.size() + 1);
    const auto take = [&](std::size_t count) {
        const auto part = rest.substr(0, count);
        rest.remove_prefix(count);
        return part;
    };
    Header header;
    header.lock.cost.passes = get32(take(4));
    header.lock.cost.memory_kib = get32(take(4));
    header.lock.salt = take(crypto::kSaltBytes);
    header.lock.public_key = take(crypto::kPublicKeyBytes);
    header.sealed_key = take(crypto::kSealedKeyBytes);
    header.stream = take(crypto::kStreamHeaderBytes);
    header.bytes = std::move(bytes);
    return header;
}

Result<SealedReader> SealedReader::open(const std::string& path, std::string_view stream_key) {
    AROEIRA_TRY(auto header, header_of(path));
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0 || ::lseek(file.get(), static_cast<off_t>(header.bytes.size()), SEEK_SET) < 0) return no_copy();
    ::posix_fadvise(file.get(), 0, 0, POSIX_FADV_SEQUENTIAL);
    crypto::StreamOpener opener(stream_key, header.stream);
    return SealedReader(std::move(file), std::move(header), std::move(opener));
}

Result<std::size_t> SealedReader::read(char* into, std::size_t size) {
    std::size_t done = 0;
    while (done < size) {
        const auto got = ::read(file_.get(), into + done, size - done);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return damaged(bytes_ + done, "o disco não devolveu o que foi gravado.");
        if (got == 0) break;
        done += static_cast<std::size_t>(got);
    }
    return done;
}

Result<std::optional<std::string_view>> SealedReader::next() {
    std::string size(4, '\0');
    AROEIRA_TRY(const auto got, read(size.data(), size.size()));
    if (ended_) {
        if (got != 0) return damaged(bytes_, "há bytes depois do fim.");
        return std::optional<std::string_view>();
    }
    if (got < size.size()) return damaged(bytes_, "o arquivo foi cortado.");
    const auto length = get32(size);
    if (length <= crypto::kStreamTagBytes + 4 || length > kPieceMax + (kPieceMax >> 2)) return damaged(bytes_, "o tamanho de um pedaço não é possível.");
    // A wrong length must not cost memory that is not in the file.
    const auto at = ::lseek(file_.get(), 0, SEEK_CUR);
    const auto end = ::lseek(file_.get(), 0, SEEK_END);
    ::lseek(file_.get(), at, SEEK_SET);
    if (end - at < static_cast<off_t>(length)) return damaged(bytes_, "o arquivo foi cortado.");
    sealed_.resize(length);
    AROEIRA_TRY(const auto body, read(sealed_.data(), length));
    if (body < length) return damaged(bytes_, "o arquivo foi cortado.");
    auto piece = opener_.open(sealed_, first_ ? std::string_view(header_.bytes) : std::string_view());
    if (!piece) return damaged(bytes_, "um pedaço foi alterado, ou está fora do lugar.");
    first_ = false;
    ended_ = piece->last;
    const auto records = get32(piece->bytes);
    if (records > kPieceMax || !unpacker_.unpack(std::string_view(piece->bytes).substr(4), records, records_))
        return damaged(bytes_, "um pedaço não pôde ser descomprimido.");
    bytes_ += size.size() + length;
    return std::optional(std::string_view(records_));
}

}  // namespace aroeira::backup
