// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "app/config.hpp"

/// What `aroeira <command>` does. Each gives the exit code of the process.
namespace aroeira::app {

/// Tells why on the standard error, in one line with the code of the Error; gives `code`.
int fail(const Error& error, int code = 1);

/// What an installation without usuários begins with.
enum class Demo : std::uint8_t {
    none,
    accounts,  ///< Only the município and the accounts, for tests that bring what they need.
    whole,
};

/// 0 after an orderly stop (SIGINT, SIGTERM); 1 when it could not start.
int serve(const Config& config, Demo demo);

struct ValidateOptions {
    std::vector<std::string> files{};
    bool json = false;
    std::string catalogo{};  ///< A file of the CNES; "nenhum" or "": the rules that ask the registry are left out.
};
/// 0 all valid, 1 some invalid, 2 something unreadable.
int validate_fichas(const ValidateOptions& options);

struct ConvertOptions {
    std::string file{};
    std::string to{"json"};  ///< json, xml or thrift.
};
/// Writes the ficha to the standard output. 0, or 2 when it cannot be read.
int convert_ficha(const ConvertOptions& options);

struct DictionaryOptions {
    int tipo = 0;  ///< 0: the list of record types.
    bool json = false;
};
/// Writes the reference page of a record type, or its description for forms. 0, or 2 for an unknown type.
int show_dictionary(const DictionaryOptions& options);

struct ImportOptions {
    std::string file{};
    std::string municipio{};  ///< IBGE, 7 digits.
    bool simulate = false;
    bool json = false;
};
/// 0, or 1 when the file was refused.
int import_cnes(const Config& config, const ImportOptions& options);

/// Makes a file the base of addresses. 0, or 1 when it was refused.
int import_ceps(const Config& config, const std::string& file);

/// Makes another master key and seals again what is sealed, with nobody else inside. 0, or 1 when it could not.
int change_master_key(const Config& config);

struct VerifyTrailOptions {
    std::string selo{};  ///< A file of `auditoria selo`; "": only what the database itself can prove.
    bool json = false;
};
/// 0 intact, 1 tampered with, 2 unreadable.
int verify_trail(const Config& config, const VerifyTrailOptions& options);

struct SealOptions {
    std::string file{};    ///< Where the checkpoint is written; "": nowhere.
    std::string syslog{};  ///< udp:// or tcp:// host:port of a server of RFC 5424; "": none.
};
/// Seals what waits and gives a signed checkpoint away. 0, or 2 when it could not.
int write_checkpoint(const Config& config, const SealOptions& options);

struct ProveOptions {
    std::string event{};
    std::string municipio{};  ///< "": the chain of the installation.
    std::string file{};       ///< Where the proof is written; "": the standard output.
};
/// Seals what waits and writes the proof that an event is in the trail. 0, or 2 when it could not.
int prove_event(const Config& config, const ProveOptions& options);

/// Checks a proof without a database: `chave` is the public key it must be of, base64; "": the one it carries.
/// 0 it proves, 1 it does not, 2 unreadable.
int check_event_proof(const std::string& file, const std::string& chave);

struct BackupOptions {
    std::string file{};
    std::string passphrase_file{};  ///< Its first line; "": asked at the terminal, or the first line of the standard input.
    bool replace = false;
    bool json = false;
};
/// 0; 1 when it was refused or stopped. `file` empty: a name with the date, in the current directory.
int create_backup(const Config& config, const BackupOptions& options);
/// 0 whole, 1 damaged, 2 when it could not be opened: another passphrase, or no file.
int verify_backup(const Config& config, const BackupOptions& options);
/// 0; 1 when it was refused and nothing changed.
int restore_backup(const Config& config, const BackupOptions& options);

struct ScheduleOptions {
    std::string folder{};
    std::string hour{"02:00"};
    int keep = 7;
    std::string passphrase_file{};
    bool off = false;
};
/// 0, or 1 when it was refused.
int schedule_backups(const Config& config, const ScheduleOptions& options);
/// How the copies stand and the newest of them. 0; 1 when the administrator is being warned.
int list_backups(const Config& config, bool as_json);

/// 0, or 1 when the database could not be brought to the last migration.
int migrate_database(const Config& config);

}  // namespace aroeira::app
