// SPDX-License-Identifier: Apache-2.0
#include "platform/http/body.hpp"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <system_error>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace aroeira::http {
namespace {

constexpr std::size_t kBlock = 256 << 10;
constexpr std::string_view kPrefix = "body-";

Error disk_problem(int number) {
    return {ErrorKind::unavailable,
            "HTTP-0023",
            "O arquivo enviado não pôde ser guardado no servidor. Confira o espaço em disco e "
            "envie de novo.",
            {},
            std::generic_category().message(number)};
}

class MemoryBody final : public Body {
public:
    explicit MemoryBody(std::string bytes) : bytes_(std::move(bytes)) {}
    Result<std::string_view> text() override { return std::string_view(bytes_); }
    std::uint64_t size() const override { return bytes_.size(); }
    std::optional<std::string> path() const override { return std::nullopt; }

private:
    std::string bytes_;
};

}  // namespace

/// A spooled body. Its text is the mapped file, so that a large upload is not copied into memory.
struct BodySink::File final : Body {
    std::string name;
    int descriptor = -1;
    std::uint64_t bytes = 0;
    void* mapped = nullptr;
    std::mutex mapping;

    ~File() override {
        if (mapped) ::munmap(mapped, bytes);
        if (descriptor >= 0) ::close(descriptor);
        if (!name.empty()) ::unlink(name.c_str());
    }
    Result<std::string_view> text() override {
        if (bytes == 0) return std::string_view();
        const std::lock_guard guard(mapping);
        if (!mapped) {
            void* at = ::mmap(nullptr, bytes, PROT_READ, MAP_PRIVATE, descriptor, 0);
            if (at == MAP_FAILED) return disk_problem(errno);
            ::madvise(at, bytes, MADV_SEQUENTIAL);
            mapped = at;
        }
        return std::string_view(static_cast<const char*>(mapped), bytes);
    }
    std::uint64_t size() const override { return bytes; }
    std::optional<std::string> path() const override { return name; }

    Result<void> open(const std::string& directory) {
        std::string pattern = directory + "/" + std::string(kPrefix) + "XXXXXX";
        descriptor = ::mkostemp(pattern.data(), O_CLOEXEC);  // created 0600
        if (descriptor < 0) return disk_problem(errno);
        name = std::move(pattern);
        return {};
    }
    Result<void> write(std::string_view block) {
        while (!block.empty()) {
            const auto n = ::write(descriptor, block.data(), block.size());
            if (n < 0 && errno == EINTR) continue;
            if (n < 0) return disk_problem(errno);
            bytes += static_cast<std::uint64_t>(n);
            block.remove_prefix(static_cast<std::size_t>(n));
        }
        return {};
    }
};

std::shared_ptr<Body> empty_body() {
    static const std::shared_ptr<Body> nothing = std::make_shared<MemoryBody>(std::string());
    return nothing;
}

std::shared_ptr<Body> memory_body(std::string bytes) {
    return std::make_shared<MemoryBody>(std::move(bytes));
}

Result<void> prepare_spool(const std::string& directory) {
    namespace fs = std::filesystem;
    const auto failed = [](const std::error_code& why) {
        return Error{ErrorKind::unavailable,
                     "HTTP-0022",
                     "A pasta dos envios temporários não pode ser usada. Confira as permissões da "
                     "pasta de dados.",
                     {},
                     why.message()};
    };
    std::error_code why;
    fs::create_directories(directory, why);
    if (why) return failed(why);
    fs::permissions(directory, fs::perms::owner_all, why);
    if (why) return failed(why);
    for (const auto& entry : fs::directory_iterator(directory, why)) {
        std::error_code ignored;  // another file's trouble does not keep the server from starting
        if (entry.path().filename().string().starts_with(kPrefix))
            fs::remove(entry.path(), ignored);
    }
    if (why) return failed(why);
    return {};
}

BodySink::BodySink(std::string spool_dir, std::uint64_t memory_bytes_max)
    : spool_dir_(std::move(spool_dir)), memory_bytes_max_(memory_bytes_max) {}
BodySink::~BodySink() = default;

void BodySink::append(std::string_view bytes) {
    pending_.append(bytes);
    size_ += bytes.size();
}

bool BodySink::wants_flush() const {
    return pending_.size() >= kBlock && size_ > memory_bytes_max_;
}

Result<void> BodySink::flush() {
    if (!file_) {
        auto file = std::make_shared<File>();
        AROEIRA_CHECK(file->open(spool_dir_));
        file_ = std::move(file);
    }
    AROEIRA_CHECK(file_->write(pending_));
    pending_.clear();
    return {};
}

Result<std::shared_ptr<Body>> BodySink::finish() {
    if (size_ <= memory_bytes_max_) {
        if (pending_.empty()) return empty_body();
        return memory_body(std::move(pending_));
    }
    AROEIRA_CHECK(flush());
    return std::shared_ptr<Body>(std::move(file_));
}

}  // namespace aroeira::http
