// SPDX-License-Identifier: Apache-2.0
#include "app/data_directory.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "app/restore_plan.hpp"
#include "platform/db/schema.hpp"

namespace aroeira::app {
namespace {

using namespace std::chrono_literals;
constexpr auto kPatience = 2s;  // Two programs that start together after a cut restore: one of them ends it.
constexpr auto kPause = 20ms;

Result<int> open_lock(const std::string& dados) {
    std::error_code failed;
    std::filesystem::create_directories(dados, failed);
    const int lock = failed ? -1 : ::open((dados + "/em_uso").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock >= 0) return lock;
    return Error{ErrorKind::unavailable, "APP-0001", "O diretório de dados não pôde ser criado. Confira o caminho e as permissões.", {}, failed.message()};
}

bool lock_within(int lock, int how) {
    const auto until = std::chrono::steady_clock::now() + kPatience;
    while (::flock(lock, how | LOCK_NB) != 0) {
        if (std::chrono::steady_clock::now() > until) return false;
        std::this_thread::sleep_for(kPause);
    }
    return true;
}

}  // namespace

Result<DataDirectory> DataDirectory::share(const Config& config) {
    AROEIRA_TRY(const int lock, open_lock(config.dados));
    DataDirectory directory(lock);
    const Error busy{ErrorKind::conflict, "APP-0006", "Uma cópia de segurança está sendo restaurada neste diretório de dados. Aguarde o fim e tente de novo."};
    if (!lock_within(lock, LOCK_SH)) return busy;
    if (!is_restore_left(config.dados)) return directory;
    // Whoever was restoring is dead, or this lock could not be had.
    if (!lock_within(lock, LOCK_EX)) return busy;
    AROEIRA_CHECK(is_restore_decided(config.dados) ? finish_restore(config) : discard_restore(config));
    ::flock(lock, LOCK_SH);
    return directory;
}

Result<DataDirectory> DataDirectory::own(const std::string& dados) {
    AROEIRA_TRY(const int lock, open_lock(dados));
    DataDirectory directory(lock);
    if (lock_within(lock, LOCK_EX)) return directory;
    return Error{ErrorKind::conflict, "APP-0007", "O programa está em uso neste diretório de dados. Pare o servidor e os outros comandos e tente de novo."};
}

Result<void> check_nobody_else(const Config& config) {
    if (!config.banco.starts_with("postgres")) return {};
    AROEIRA_TRY(const auto database, db::open_postgres(config.banco, 1));
    AROEIRA_TRY(const int others, db::others_connected(*database));
    if (others == 0) return {};
    return Error{ErrorKind::conflict, "APP-0007", "Outro nó usa este banco PostgreSQL. Pare todos os nós da instalação e tente de novo."};
}

DataDirectory::~DataDirectory() {
    if (lock_ >= 0) ::close(lock_);
}

}  // namespace aroeira::app
