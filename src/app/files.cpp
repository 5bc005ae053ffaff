// SPDX-License-Identifier: Apache-2.0
#include "app/files.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

namespace aroeira::app {

Result<MappedFile> MappedFile::open(const std::string& path) {
    const auto failed = [] {
        return Error{ErrorKind::invalid_input, "APP-0002", "O arquivo não pôde ser aberto. Confira o caminho e as permissões.", {}, std::strerror(errno)};
    };
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return failed();
    struct stat about{};
    const bool regular = fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode);
    const auto size = static_cast<std::size_t>(about.st_size);
    void* const data = regular && size > 0 ? mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0) : nullptr;
    const auto error = data == MAP_FAILED || !regular ? std::optional(failed()) : std::nullopt;
    close(descriptor);
    if (error) return *error;
    return MappedFile(static_cast<const char*>(data), data ? size : 0);
}

MappedFile::MappedFile(MappedFile&& other) noexcept : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile::~MappedFile() {
    if (data_) munmap(const_cast<char*>(data_), size_);
}

}  // namespace aroeira::app
