// SPDX-License-Identifier: Apache-2.0
#include "app/restore.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>

#include "app/data_directory.hpp"
#include "app/keys.hpp"
#include "app/restore_plan.hpp"
#include "app/wiring.hpp"
#include "modules/identity/store/restored.hpp"
#include "modules/transmission/store/restored.hpp"
#include "platform/db/migrate.hpp"
#include "platform/db/schema.hpp"

namespace aroeira::app {
namespace {

namespace fs = std::filesystem;

struct Detalhes {
    std::string codigo{};
    std::string copia_de{};  ///< When it was made.
    static constexpr auto fields = std::tuple{json::field("codigo", &Detalhes::codigo), json::field("copia_de", &Detalhes::copia_de)};
};

bool is_postgres(const Config& config) { return config.banco.starts_with("postgres"); }

bool has_files(const Config& config) {
    std::error_code failed;
    return fs::exists(config.dados + "/aroeira.db", failed) || fs::exists(config.dados + "/chaves", failed);
}

Result<bool> is_something_there(const Config& config) {
    if (has_files(config)) return true;
    if (!is_postgres(config)) return false;
    AROEIRA_TRY(const auto database, db::open_postgres(config.banco, 1));
    AROEIRA_TRY(const bool empty, db::is_empty(*database));
    return !empty;
}

Result<void> write_key(const std::string& path, const std::string& bytes) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    const bool written = file >= 0 && ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
    if (file >= 0) ::close(file);
    if (written) return {};
    return Error{ErrorKind::unavailable, "APP-0005", "A restauração não pôde gravar as chaves. Confira o espaço e as permissões do diretório de dados."};
}

Result<void> write_keys(const std::string& folder, const std::vector<backup::File>& files) {
    for (const auto& file : files) {
        // A name somebody else chose must not lead out of the folder.
        if (fs::path(file.name).filename() != file.name || !file.name.ends_with(".key"))
            return Error{ErrorKind::invalid_input, "COPIA-0003", "A cópia de segurança traz um arquivo que não é uma chave. Nada foi restaurado."};
        AROEIRA_CHECK(write_key(folder + "/" + file.name, file.bytes));
    }
    return {};
}

/// What the installation that is restored must not go on as if nothing had happened.
Result<void> wake_up_elsewhere(db::Database& database, const backup::Summary& summary) {
    const SystemClock clock;
    SystemIdSource ids;
    return database.write([&](db::Session& session) -> Result<void> {
        AROEIRA_CHECK(identity::end_everything_open(session));
        AROEIRA_CHECK(transmission::skip_lote_numbers(session));
        return audit::SqlTrail(session, ids, clock).record({.event = audit::Event::copia_de_seguranca_restaurada, .actor = "console", .address = "", .entity = "copia_de_seguranca",
                                                            .details = json::text_of(Detalhes{"", std::to_string(summary.about.criada_ms)})});
    });
}

Result<std::unique_ptr<db::Database>> open_staged(const Config& config, const RestorePlan& plan) {
    if (plan.schema.empty()) return db::open(staging_of(config.dados) + "/aroeira.db");
    {
        AROEIRA_TRY(const auto server, db::open_postgres(config.banco, 1));
        AROEIRA_CHECK(db::make_schema(*server, plan.schema));
    }
    return db::open_in_schema(config.banco, plan.schema);
}

/// Everything aside, and proven.
Result<Restored> prepare(const Config& config, const RestorePlan& plan, const backup::Copy& copy, const backup::About& about,
                         const backup::Progress& progress) {
    AROEIRA_TRY(const auto files, copy.files());
    AROEIRA_CHECK(write_keys(staging_of(config.dados) + "/chaves", files));
    AROEIRA_TRY(const auto vault, crypto::Vault::open(staging_of(config.dados) + "/chaves"));
    AROEIRA_TRY(const auto database, open_staged(config, plan));
    const SystemClock clock;
    Restored restored;
    AROEIRA_CHECK(db::migrate_up_to(*database, clock, about.schema));
    AROEIRA_TRY(restored.summary, copy.load(*database, progress));
    AROEIRA_CHECK(db::migrate(*database, clock));
    AROEIRA_CHECK(check_keys(*database, vault));
    AROEIRA_TRY(const auto trail, audit::verify_trail(*database, vault, nullptr));
    restored.trail_intact = trail.findings.empty();
    AROEIRA_CHECK(wake_up_elsewhere(*database, restored.summary));
    return restored;
}

Result<Restored> restore_inside(const Config& config, const RestoreOptions& options, const backup::Progress& progress) {
    if (is_restore_decided(config.dados)) AROEIRA_CHECK(finish_restore(config));
    AROEIRA_TRY(const bool there, is_something_there(config));
    if (there && !options.replace)
        return Error{ErrorKind::conflict, "APP-0008",
                     "Já há uma instalação neste diretório de dados ou neste banco. Escolha outro, ou use --substituir: a que está lá é guardada ao lado."};
    AROEIRA_CHECK(check_nobody_else(config));
    AROEIRA_TRY(const auto copy, backup::Copy::open(options.file, options.passphrase));
    AROEIRA_TRY(const auto verified, copy.verify(progress));
    AROEIRA_CHECK(backup::check_known(verified.about));
    SystemIdSource ids;
    auto mark = std::string(ids.next().text());
    std::replace(mark.begin(), mark.end(), '-', '_');
    const RestorePlan plan{is_postgres(config) ? "restauracao_" + mark : std::string(), "anterior_" + mark};
    AROEIRA_CHECK(begin_restore(config, plan));
    auto restored = prepare(config, plan, copy, verified.about, progress);
    if (!restored) {
        (void)discard_restore(config);
        return restored;
    }
    std::error_code failed;
    INVARIANT(!fs::exists(staging_of(config.dados) + "/aroeira.db-wal", failed), "SQLite left rows outside its file");
    AROEIRA_CHECK(decide_restore(config.dados));
    AROEIRA_CHECK(finish_restore(config));
    if (there) restored->kept_aside = plan.aside;
    return restored;
}

}  // namespace

Result<Restored> restore(const Config& config, const RestoreOptions& options, const backup::Progress& progress) {
    auto done = [&]() -> Result<Restored> {
        AROEIRA_TRY(const auto alone, DataDirectory::own(config.dados));
        return restore_inside(config, options, progress);
    }();
    if (!done) record_bad_copy(config, done.error());
    return done;
}

Result<std::vector<backup::File>> key_files(const std::string& dados) {
    std::vector<backup::File> files;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(dados + "/chaves", failed)) {
        if (entry.path().extension() != ".key") continue;
        std::ifstream in(entry.path(), std::ios::binary);
        files.push_back({entry.path().filename().string(), {std::istreambuf_iterator<char>(in), {}}});
        if (!in || files.back().bytes.empty()) failed = std::make_error_code(std::errc::io_error);
    }
    if (failed || files.empty())
        return Error{ErrorKind::unavailable, "CRYPTO-0003", "A chave mestra da instalação não pôde ser usada: o arquivo não pode ser lido."};
    std::sort(files.begin(), files.end(), [](const backup::File& a, const backup::File& b) { return a.name < b.name; });
    return files;
}

void record_bad_copy(const Config& config, const Error& error) {
    // Somebody who mistyped the command has tried nothing.
    for (const std::string_view code : {"COPIA-0006", "COPIA-0007", "APP-0006", "APP-0007", "APP-0008"})
        if (error.code.text() == code) return;
    std::error_code failed;
    if (!is_postgres(config) && !fs::exists(database_of(config), failed)) return;
    const auto database = db::open(database_of(config));
    if (!database || !db::check_version(**database)) return;
    const SystemClock clock;
    SystemIdSource ids;
    (void)(*database)->write([&](db::Session& session) {
        return audit::SqlTrail(session, ids, clock).record({.event = backup::is_damage(error) ? audit::Event::copia_de_seguranca_integridade : audit::Event::copia_de_seguranca_restauracao_falhou,
                                                            .actor = "console", .address = "", .entity = "copia_de_seguranca",
                                                            .details = json::text_of(Detalhes{std::string(error.code.text()), ""})});
    });
}

}  // namespace aroeira::app
