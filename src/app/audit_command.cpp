// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>

#include "app/commands.hpp"
#include "app/opened.hpp"
#include "app/wiring.hpp"
#include "modules/audit/module.hpp"
#include "platform/db/migrate.hpp"
#include "platform/json/json.hpp"
#include "platform/log/syslog.hpp"

namespace aroeira::app {
namespace {

namespace fs = std::filesystem;
constexpr int kTampered = 1;

/// What one bad place is called in `--json`.
struct Achado {
    std::string municipio{};
    std::int64_t ordem = 0;
    std::string evento{};
    std::string codigo{};
    std::string mensagem{};
    static constexpr auto fields = std::tuple{json::field("municipio", &Achado::municipio), json::field("ordem", &Achado::ordem),
                                              json::field("evento", &Achado::evento), json::field("codigo", &Achado::codigo),
                                              json::field("mensagem", &Achado::mensagem)};
};

struct Resultado {
    bool integro = false;
    std::vector<audit::ChainSize> cadeias{};
    std::vector<Achado> achados{};
    static constexpr auto fields = std::tuple{json::field("integro", &Resultado::integro), json::field("cadeias", &Resultado::cadeias),
                                              json::field("achados", &Resultado::achados)};
};

Result<std::optional<audit::Checkpoint>> read_checkpoint(const std::string& path) {
    if (path.empty()) return std::optional<audit::Checkpoint>{};
    std::ifstream in(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in) return Error{ErrorKind::not_found, "APP-0004", "O selo não pôde ser lido. Confira o caminho e as permissões de --selo."};
    AROEIRA_TRY(auto checkpoint, json::parse<audit::Checkpoint>(text));
    return std::optional(std::move(checkpoint));
}

Result<audit::Verification> verify(const Config& config, const std::string& selo) {
    AROEIRA_TRY(const auto checkpoint, read_checkpoint(selo));
    AROEIRA_TRY(const auto opened, open_existing(config));
    return audit::verify_trail(*opened.database, opened.vault, checkpoint ? &*checkpoint : nullptr);
}

/// One message per chain, each a checkpoint by itself, so that it fits a datagram and `--selo` takes it.
Result<void> send_ends(const Opened& opened, const audit::Checkpoint& whole, const std::string& where) {
    for (const auto& end : whole.chains) {
        audit::Checkpoint one{.instant_ms = whole.instant_ms, .chains = {end}, .public_key = whole.public_key};
        one.signature = crypto::to_base64(opened.vault.sign(audit::signed_bytes(one)));
        AROEIRA_CHECK(log::send_syslog(where, {.instant = from_ms(whole.instant_ms), .id = "selo", .text = json::text_of(one)}));
    }
    return {};
}

Result<std::int64_t> seal(const Config& config, const SealOptions& options) {
    AROEIRA_TRY(const auto opened, open_existing(config));
    AROEIRA_CHECK(audit::seal_chains(*opened.database, opened.vault));
    AROEIRA_CHECK(audit::close_blocks(*opened.database, opened.vault));
    AROEIRA_TRY(const auto checkpoint, audit::make_checkpoint(*opened.database, opened.vault, to_ms(SystemClock{}.now())));
    if (!options.file.empty()) AROEIRA_CHECK(write_whole(options.file, json::text_of(checkpoint)));
    if (!options.syslog.empty()) AROEIRA_CHECK(send_ends(opened, checkpoint, options.syslog));
    std::int64_t events = 0;
    for (const auto& end : checkpoint.chains) events += end.position;
    return events;
}

Resultado result_of(const audit::Verification& verified) {
    Resultado result{.integro = verified.findings.empty(), .cadeias = verified.chains};
    for (const auto& one : verified.findings)
        result.achados.push_back({one.municipio, one.position, one.event_id, std::string(audit::code_of(one.what)), std::string(audit::sentence_of(one.what))});
    return result;
}

const char* owner_of(const std::string& municipio) { return municipio.empty() ? "instalação" : municipio.c_str(); }

void print(const Resultado& result) {
    std::printf("%s\n", result.integro ? "A trilha está íntegra." : "A TRILHA FOI ALTERADA.");
    for (const auto& chain : result.cadeias)
        std::printf("  %-12s %10lld eventos selados, %lld ainda não selados\n", owner_of(chain.municipio), static_cast<long long>(chain.sealed),
                    static_cast<long long>(chain.pending));
    for (const auto& one : result.achados)
        std::printf("  %s, posição %lld, evento %s: %s\n", owner_of(one.municipio), static_cast<long long>(one.ordem),
                    one.evento.empty() ? "(não está mais no banco)" : one.evento.c_str(), one.mensagem.c_str());
}

}  // namespace

Result<Opened> open_existing(const Config& config) {
    const Error missing{ErrorKind::not_found, "APP-0003",
                        "Não há instalação neste diretório de dados: faltam as chaves ou o banco. Confira --dados e --banco."};
    const auto where = database_of(config);
    std::error_code failed;
    if (!fs::exists(config.dados, failed)) return missing;
    AROEIRA_TRY(auto inside, DataDirectory::share(config));
    if (!fs::exists(config.dados + "/chaves/mestra.key", failed) || (config.banco.empty() && !fs::exists(where, failed))) return missing;
    AROEIRA_TRY(auto vault, crypto::Vault::open(config.dados + "/chaves"));
    AROEIRA_TRY(auto database, db::open(where));
    AROEIRA_CHECK(db::check_version(*database));
    return Opened{std::move(inside), std::move(vault), std::move(database)};
}

Result<void> write_whole(const std::string& path, const std::string& text) {
    const std::string aside = path + ".novo";
    std::ofstream out(aside, std::ios::binary | std::ios::trunc);
    out << text << '\n';
    out.close();
    std::error_code failed;
    if (out) fs::rename(aside, path, failed);
    if (out && !failed) return {};
    fs::remove(aside, failed);
    return Error{ErrorKind::unavailable, "APP-0005", "O arquivo não pôde ser gravado. Confira o caminho, o espaço e as permissões de --para."};
}

int verify_trail(const Config& config, const VerifyTrailOptions& options) {
    const auto verified = verify(config, options.selo);
    if (!verified) return fail(verified.error(), kUnreadable);
    const auto result = result_of(*verified);
    if (options.json) std::printf("%s\n", json::text_of(result).c_str());
    else print(result);
    return result.integro ? 0 : kTampered;
}

int write_checkpoint(const Config& config, const SealOptions& options) {
    const auto events = seal(config, options);
    if (!events) return fail(events.error(), kUnreadable);
    std::printf("Selo de %lld eventos %s\n", static_cast<long long>(*events),
                options.syslog.empty() ? "gravado. Guarde o arquivo fora desta máquina." : "enviado.");
    return 0;
}

}  // namespace aroeira::app
