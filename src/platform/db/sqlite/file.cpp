// SPDX-License-Identifier: Apache-2.0
#include "platform/db/sqlite/file.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace aroeira::db::sqlite {
namespace {

Error refused(const std::string& path, std::string cause, std::string detail) {
    return {ErrorKind::unavailable, "DB-0001", "Não foi possível abrir o banco de dados " + path + ": " + cause, {},
            std::move(detail)};
}

std::string cause_of(int error) {
    switch (error) {
        case EACCES:
        case EPERM:
            return "sem permissão. Entre com o usuário dono da pasta de dados ou corrija o dono dela.";
        case EROFS: return "o disco só permite leitura. Escolha outra pasta com --dados.";
        case ENOSPC:
        case EDQUOT: return "o disco está cheio. Libere espaço e tente de novo.";
        case ENOENT:
        case ENOTDIR: return "a pasta não existe. Confira o caminho dado em --dados.";
        case EISDIR: return "o caminho é de uma pasta, não de um arquivo. Confira o caminho dado em --dados.";
        case EMFILE:
        case ENFILE: return "há arquivos abertos demais. Aumente o limite do sistema (ulimit -n).";
        default: return "o sistema não permitiu. Confira o disco e o caminho dado em --dados.";
    }
}

Error refused_by_system(const std::string& path, int error) {
    return refused(path, cause_of(error), std::generic_category().message(error));
}

Result<void> make_private_folder(const std::string& path) {
    const auto folder = std::filesystem::path(path).parent_path();
    std::error_code failed;
    if (folder.empty() || std::filesystem::exists(folder, failed)) return {};
    const auto above = folder.parent_path();
    if (!above.empty()) {
        std::filesystem::create_directories(above, failed);
        if (failed) return refused_by_system(path, failed.value());
    }
    if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return refused_by_system(path, errno);
    return {};
}

}  // namespace

// A file that is already there is never opened here: closing it would release the locks that SQLite holds on it
// in this process, and the next program that looks into the database would take its journal away.
// Source: sqlite.org/howtocorrupt.html, 2.2.
Result<void> prepare_file(const std::string& path) {
    AROEIRA_CHECK(make_private_folder(path));
    const int made = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made >= 0) {
        ::close(made);
        return {};
    }
    if (errno != EEXIST) return refused_by_system(path, errno);
    struct stat now {};
    if (stat(path.c_str(), &now) != 0) return refused_by_system(path, errno);
    if (S_ISDIR(now.st_mode)) return refused_by_system(path, EISDIR);
    if (faccessat(AT_FDCWD, path.c_str(), R_OK | W_OK, AT_EACCESS) != 0) return refused_by_system(path, errno);
    const bool open_to_others = (now.st_mode & 077) != 0;
    if (open_to_others && chmod(path.c_str(), 0600) != 0) return refused_by_system(path, errno);
    return {};
}

Error cannot_open(const std::string& path, sqlite3* database, int code) {
    std::string detail = "SQLite " + std::to_string(code) + ": " + sqlite3_errstr(code);
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return refused(path, "outro programa o mantém bloqueado. Feche o outro programa e tente de novo.",
                           std::move(detail));
        case SQLITE_NOTADB:
            return refused(path, "o arquivo não é um banco de dados. Confira o caminho dado em --dados ou restaure a "
                                 "última cópia de segurança.",
                           std::move(detail));
        case SQLITE_CORRUPT:
            return refused(path, "o arquivo está danificado. Restaure a última cópia de segurança.", std::move(detail));
        case SQLITE_FULL: return refused(path, cause_of(ENOSPC), std::move(detail));
        case SQLITE_READONLY:
        case SQLITE_PERM: return refused(path, cause_of(EACCES), std::move(detail));
        default: return refused(path, cause_of(database ? sqlite3_system_errno(database) : 0), std::move(detail));
    }
}

}  // namespace aroeira::db::sqlite
