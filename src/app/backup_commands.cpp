// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <filesystem>

#include "app/commands.hpp"
#include "app/passphrase.hpp"
#include "app/restore.hpp"
#include "app/restore_plan.hpp"
#include "app/wiring.hpp"
#include "modules/instalacoes/api/clock_time.hpp"

namespace aroeira::app {
namespace {

namespace fs = std::filesystem;
constexpr int kNotOpened = 2;

volatile std::sig_atomic_t stop_asked = 0;

/// What `--json` says of a copy.
struct Conteudo {
    std::string arquivo{};
    backup::About origem{};
    std::int64_t tamanho = 0;
    std::int64_t linhas = 0;
    std::vector<backup::TableCount> tabelas{};
    std::string guardado{};
    bool trilha_integra = true;
    static constexpr auto fields = std::tuple{json::field("arquivo", &Conteudo::arquivo), json::field("origem", &Conteudo::origem),
                                              json::field("tamanho", &Conteudo::tamanho), json::field("linhas", &Conteudo::linhas),
                                              json::field("tabelas", &Conteudo::tabelas), json::field("guardado", &Conteudo::guardado),
                                              json::field("trilha_integra", &Conteudo::trilha_integra)};
};

struct Linha {
    std::string situacao{};
    std::string origem{};
    std::string arquivo{};
    std::int64_t tamanho = 0;
    std::int64_t iniciada_ms = 0;
    std::string mensagem{};
    static constexpr auto fields = std::tuple{json::field("situacao", &Linha::situacao), json::field("origem", &Linha::origem),
                                              json::field("arquivo", &Linha::arquivo), json::field("tamanho", &Linha::tamanho),
                                              json::field("iniciada_ms", &Linha::iniciada_ms), json::field("mensagem", &Linha::mensagem)};
};
struct Lista {
    std::string situacao{};
    std::vector<Linha> copias{};
    static constexpr auto fields = std::tuple{json::field("situacao", &Lista::situacao), json::field("copias", &Lista::copias)};
};

/// «Ctrl+C» ends the work between two pieces: what was written aside goes away.
void listen_for_stop() {
    struct sigaction action {};
    action.sa_handler = [](int) { stop_asked = 1; };
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

/// On the terminal only: a file of the night's messages wants no counter.
backup::Progress shown(const char* what) {
    return [what](const backup::Seen& seen) {
        if (isatty(STDERR_FILENO) != 0)
            std::fprintf(stderr, "\r%s %-26.*s %12lld linhas %8llu MiB", what, static_cast<int>(seen.table.size()), seen.table.data(),
                         static_cast<long long>(seen.rows), static_cast<unsigned long long>(seen.bytes >> 20));
        return stop_asked == 0;
    };
}
void end_of_progress() {
    if (isatty(STDERR_FILENO) != 0) std::fputs("\r\033[K", stderr);
}

std::string date_of(std::int64_t ms) {
    auto name = copias::file_name_at(from_ms(ms));  // aroeira-AAAAMMDD-HHMMSS.copia
    return name.substr(14, 2) + "/" + name.substr(12, 2) + "/" + name.substr(8, 4) + " " + name.substr(17, 2) + ":" + name.substr(19, 2) + " UTC";
}

void print(const backup::Summary& summary) {
    std::printf("  feita em     %s, pela versão %s, no %s\n", date_of(summary.about.criada_ms).c_str(), summary.about.program.c_str(),
                summary.about.banco == "sqlite" ? "SQLite" : "PostgreSQL");
    std::printf("  instalação   %s (%s)\n", summary.about.nome.c_str(), summary.about.instalacao.c_str());
    std::printf("  conteúdo     %lld linhas em %zu tabelas, %zu chaves, %llu bytes\n", static_cast<long long>(summary.rows), summary.tables.size(),
                summary.files.size(), static_cast<unsigned long long>(summary.bytes));
    for (const auto& table : summary.tables)
        if (table.linhas > 0) std::printf("    %-28s %12lld\n", table.nome.c_str(), static_cast<long long>(table.linhas));
}

void print_json(const std::string& file, const backup::Summary& summary, const Restored* restored = nullptr) {
    Conteudo said{file, summary.about, static_cast<std::int64_t>(summary.bytes), summary.rows, summary.tables};
    if (restored) said.guardado = restored->kept_aside, said.trilha_integra = restored->trail_intact;
    std::printf("%s\n", json::text_of(said).c_str());
}

/// Only an installation that is there already: looking at one makes none.
Result<std::unique_ptr<App>> open_existing(const Config& config, log::Logger& log) {
    std::error_code failed;
    if (!fs::exists(config.dados + "/chaves/mestra.key", failed) && !is_restore_decided(config.dados))
        return Error{ErrorKind::not_found, "APP-0003",
                     "Não há instalação neste diretório de dados: faltam as chaves ou o banco. Confira --dados e --banco."};
    return App::open(config, log);
}

template <class Work>
auto inside(const Config& config, Work work) -> decltype(work(std::declval<App&>())) {
    const SystemClock clock;
    log::Logger log(clock, log::to_descriptor(2), log::Level::warning);
    AROEIRA_TRY(const auto app, open_existing(config, log));
    return work(*app);
}

copias::MayCopy operator_of(App& app) { return app.gate().console<identity::Permission::instalacao_configurar>(); }

Result<copias::Copia> make(const Config& config, const BackupOptions& options) {
    const auto path = options.file.empty() ? copias::file_name_at(SystemClock{}.now()) : options.file;
    return inside(config, [&](App& app) -> Result<copias::Copia> {
        AROEIRA_TRY(const auto phrase, read_passphrase(options.passphrase_file, true));
        AROEIRA_TRY(const auto lock, backup::lock_of(phrase));
        std::error_code failed;
        return copias::make_copia(operator_of(app), fs::absolute(path, failed).string(), lock, app.copies(), shown("copiando"));
    });
}

const char* sentence_of(copias::Standing standing) {
    switch (standing) {
        case copias::Standing::em_dia: return "As cópias de segurança automáticas estão em dia.";
        case copias::Standing::sem_agenda: return "NÃO HÁ CÓPIA DE SEGURANÇA AUTOMÁTICA. Agende com «aroeira backup agendar --pasta …».";
        case copias::Standing::sem_copia: return "A cópia automática está agendada; a primeira ainda não foi feita.";
        case copias::Standing::falhou: return "A ÚLTIMA CÓPIA DE SEGURANÇA AUTOMÁTICA FALHOU.";
        case copias::Standing::atrasada: return "A CÓPIA DE SEGURANÇA AUTOMÁTICA ESTÁ ATRASADA: o servidor estava desligado na hora dela?";
    }
    return "";
}

}  // namespace

int create_backup(const Config& config, const BackupOptions& options) {
    listen_for_stop();
    const auto made = make(config, options);
    end_of_progress();
    if (!made) return fail(made.error());
    if (options.json)
        std::printf("%s\n", json::text_of(Linha{"concluida", "pedida", made->arquivo, made->tamanho, to_ms(made->iniciada), ""}).c_str());
    else
        std::printf("Cópia de segurança feita e conferida: %s\n  %lld linhas, %lld bytes. Guarde-a fora desta máquina, e a frase-senha em outro lugar.\n",
                    made->arquivo.c_str(), static_cast<long long>(made->linhas), static_cast<long long>(made->tamanho));
    return 0;
}

int verify_backup(const Config& config, const BackupOptions& options) {
    listen_for_stop();
    auto summary = [&]() -> Result<backup::Summary> {
        AROEIRA_TRY(const auto phrase, read_passphrase(options.passphrase_file, false));
        AROEIRA_TRY(const auto copy, backup::Copy::open(options.file, phrase));
        return copy.verify(shown("conferindo"));
    }();
    end_of_progress();
    if (!summary) {
        if (!backup::is_damage(summary.error())) return fail(summary.error(), kNotOpened);
        record_bad_copy(config, summary.error());
        return fail(summary.error());
    }
    if (options.json) {
        print_json(options.file, *summary);
        return 0;
    }
    std::printf("A cópia de segurança está íntegra.\n");
    print(*summary);
    return 0;
}

int restore_backup(const Config& config, const BackupOptions& options) {
    listen_for_stop();
    const auto phrase = read_passphrase(options.passphrase_file, false);
    if (!phrase) return fail(phrase.error());
    const auto restored = restore(config, {options.file, *phrase, options.replace}, shown("restaurando"));
    end_of_progress();
    if (!restored) return fail(restored.error());
    if (options.json) {
        print_json(options.file, restored->summary, &*restored);
        return 0;
    }
    std::printf("Restauração concluída; cada linha foi lida de novo e conferida.\n");
    print(restored->summary);
    std::printf("  trilha       %s\n", restored->trail_intact ? "íntegra" : "ALTERADA ANTES DA CÓPIA: veja «aroeira auditoria verificar»");
    if (!restored->kept_aside.empty()) std::printf("  a anterior   %s\n", restored->kept_aside.c_str());
    std::printf("Ninguém continua dentro: todos entram de novo. Desligue a máquina antiga antes de iniciar esta: são a mesma instalação.\n");
    return 0;
}

int schedule_backups(const Config& config, const ScheduleOptions& options) {
    const auto done = inside(config, [&](App& app) -> Result<void> {
        if (options.off) return copias::unschedule_copias(operator_of(app), app.copies());
        const auto minute = instalacoes::minutes_of(options.hour);
        copias::NewAgenda agenda{options.folder, minute.value_or(-1), options.keep};
        AROEIRA_CHECK(copias::check(agenda));
        AROEIRA_TRY(const auto phrase, read_passphrase(options.passphrase_file, true));
        AROEIRA_TRY(agenda.lock, backup::lock_of(phrase));
        return copias::schedule_copias(operator_of(app), agenda, app.copies());
    });
    if (!done) return fail(done.error());
    if (options.off)
        std::printf("O programa não faz mais cópias de segurança sozinho.\n");
    else
        std::printf("Uma cópia por dia às %s, em %s; ficam as %d mais novas. A frase-senha não está nesta máquina: guarde-a.\n", options.hour.c_str(),
                    options.folder.c_str(), options.keep);
    return 0;
}

int list_backups(const Config& config, bool as_json) {
    copias::Overview overview;
    const auto page = inside(config, [&](App& app) -> Result<copias::Page> {
        AROEIRA_TRY(overview, copias::look_at_copias(operator_of(app), app.copies()));
        return copias::find_copias(operator_of(app), 0, app.copies());
    });
    if (!page) return fail(page.error());
    Lista list{std::string(name_of(overview.standing))};
    for (const auto& one : page->copias)
        list.copias.push_back({std::string(name_of(one.situacao)), std::string(name_of(one.origem)), one.arquivo, one.tamanho, to_ms(one.iniciada), one.mensagem});
    if (as_json) {
        std::printf("%s\n", json::text_of(list).c_str());
    } else {
        std::printf("%s\n", sentence_of(overview.standing));
        for (const auto& one : list.copias)
            std::printf("  %s  %-9s  %-9s %14lld  %s%s%s\n", date_of(one.iniciada_ms).c_str(), one.origem.c_str(), one.situacao.c_str(),
                        static_cast<long long>(one.tamanho), one.arquivo.c_str(), one.mensagem.empty() ? "" : ": ", one.mensagem.c_str());
    }
    const bool calm = overview.standing == copias::Standing::em_dia || overview.standing == copias::Standing::sem_copia;
    return calm ? 0 : 1;
}

}  // namespace aroeira::app
