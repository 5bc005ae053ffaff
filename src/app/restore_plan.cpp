// SPDX-License-Identifier: Apache-2.0
#include "app/restore_plan.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <initializer_list>

#include "platform/db/schema.hpp"

namespace aroeira::app {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view kDrawn = "/plano.json", kDecided = "/decidido.json";

Error cannot(const std::error_code& failed) {
    return {ErrorKind::unavailable, "APP-0005", "A restauração não pôde mexer no diretório de dados. Confira o espaço e as permissões e repita o comando.", {},
            failed.message()};
}

Result<void> sync(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool done = file >= 0 && ::fsync(file) == 0;
    const std::error_code failed(errno, std::generic_category());
    if (file >= 0) ::close(file);
    return done ? Result<void>() : Result<void>(cannot(failed));
}

Result<RestorePlan> read_plan(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    return json::parse<RestorePlan>(text);
}

Result<void> move(const std::string& from, const std::string& to) {
    std::error_code failed;
    fs::rename(from, to, failed);
    return failed ? Result<void>(cannot(failed)) : Result<void>();
}

/// `name` and what belongs to it go aside, the prepared one takes its place. Done already when nothing is prepared.
Result<void> put_in_place(const std::string& dados, const RestorePlan& plan, const std::string& name, std::initializer_list<const char*> beside) {
    std::error_code failed;
    if (!fs::exists(staging_of(dados) + "/" + name, failed)) return {};
    const auto aside = dados + "/" + plan.aside;
    for (const auto& old : beside) {
        if (!fs::exists(dados + "/" + old, failed)) continue;
        fs::create_directories(aside, failed);
        if (!failed) fs::permissions(aside, fs::perms::owner_all, failed);
        if (failed) return cannot(failed);
        AROEIRA_CHECK(move(dados + "/" + old, aside + "/" + old));
    }
    return move(staging_of(dados) + "/" + name, dados + "/" + name);
}

}  // namespace

std::string staging_of(const std::string& dados) { return dados + "/restauracao"; }

Result<void> discard_restore(const Config& config) {
    const auto staging = staging_of(config.dados);
    std::error_code failed;
    if (!fs::exists(staging, failed)) return {};
    if (const auto plan = read_plan(staging + std::string(kDrawn)); plan && !plan->schema.empty() && !config.banco.empty()) {
        AROEIRA_TRY(const auto database, db::open_postgres(config.banco, 1));
        AROEIRA_CHECK(db::drop_schema(*database, plan->schema));
    }
    fs::remove_all(staging, failed);
    return failed ? Result<void>(cannot(failed)) : Result<void>();
}

Result<void> begin_restore(const Config& config, const RestorePlan& plan) {
    AROEIRA_CHECK(discard_restore(config));
    const auto staging = staging_of(config.dados);
    std::error_code failed;
    fs::create_directories(staging + "/chaves", failed);
    for (const auto& folder : {staging, staging + "/chaves"})
        if (!failed) fs::permissions(folder, fs::perms::owner_all, failed);
    if (failed) return cannot(failed);
    std::ofstream out(staging + std::string(kDrawn), std::ios::binary);
    out << json::text_of(plan);
    out.close();
    if (!out) return cannot(std::make_error_code(std::errc::io_error));
    AROEIRA_CHECK(sync(staging + std::string(kDrawn)));
    return sync(staging);
}

Result<void> decide_restore(const std::string& dados) {
    const auto staging = staging_of(dados);
    std::error_code failed;
    for (const auto& entry : fs::recursive_directory_iterator(staging, failed)) AROEIRA_CHECK(sync(entry.path().string()));
    if (failed) return cannot(failed);
    AROEIRA_CHECK(sync(staging));
    AROEIRA_CHECK(move(staging + std::string(kDrawn), staging + std::string(kDecided)));
    return sync(staging);
}

bool is_restore_decided(const std::string& dados) {
    std::error_code failed;
    return fs::exists(staging_of(dados) + std::string(kDecided), failed);
}

bool is_restore_left(const std::string& dados) {
    std::error_code failed;
    return fs::exists(staging_of(dados), failed);
}

Result<void> finish_restore(const Config& config) {
    const auto staging = staging_of(config.dados);
    AROEIRA_TRY(const auto plan, read_plan(staging + std::string(kDecided)));
    if (!plan.schema.empty()) {
        AROEIRA_TRY(const auto database, db::open_postgres(config.banco, 1));
        AROEIRA_TRY(const bool waits, db::has_schema(*database, plan.schema));
        if (waits) AROEIRA_CHECK(db::put_in_place(*database, plan.schema, plan.aside));
    }
    AROEIRA_CHECK(put_in_place(config.dados, plan, "aroeira.db", {"aroeira.db-wal", "aroeira.db-shm", "aroeira.db"}));
    AROEIRA_CHECK(put_in_place(config.dados, plan, "chaves", {"chaves"}));
    AROEIRA_CHECK(sync(config.dados));
    std::error_code failed;
    fs::remove_all(staging, failed);
    return failed ? Result<void>(cannot(failed)) : Result<void>();
}

}  // namespace aroeira::app
