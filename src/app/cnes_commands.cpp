// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "app/commands.hpp"
#include "app/wiring.hpp"
#include "platform/json/json.hpp"

namespace aroeira::app {
namespace {

using estabelecimentos::Contagem;

/// The one object of `cnes importar --json`.
struct Resultado {
    std::string municipio{};
    std::string versao{};
    bool simulada = false;
    Contagem unidades{}, equipes{}, profissionais{}, lotacoes{};
    std::vector<estabelecimentos::NaoImportado> rejeicoes{};
    std::optional<std::int64_t> fichas_invalidadas{};
    static constexpr auto fields = std::tuple{
        json::field("municipio", &Resultado::municipio), json::field("versao", &Resultado::versao),
        json::field("simulada", &Resultado::simulada), json::field("unidades", &Resultado::unidades),
        json::field("equipes", &Resultado::equipes), json::field("profissionais", &Resultado::profissionais),
        json::field("lotacoes", &Resultado::lotacoes), json::field("rejeicoes", &Resultado::rejeicoes),
        json::field("fichas_invalidadas", &Resultado::fichas_invalidadas)};
};

Result<Resultado> import_into(const Config& config, const ImportOptions& options) {
    AROEIRA_TRY(const auto municipio, Ibge::parse(options.municipio));
    const SystemClock clock;
    log::Logger log(clock, log::to_descriptor(2), log::Level::warning);
    AROEIRA_TRY(auto app, App::open(config, log));
    // Whoever can open the data directory may make a município active in it.
    AROEIRA_CHECK(instalacoes::activate_municipio(app->gate().console<identity::Permission::municipios_gerenciar>(), municipio, app->installation()));
    const auto may = app->gate().console<identity::Permission::cnes_importar>();
    AROEIRA_TRY(const auto done, estabelecimentos::import_file(may, {options.file, municipio, options.simulate}, app->registry()));
    AROEIRA_TRY(auto report, json::parse<estabelecimentos::Relatorio>(done.relatorio));
    return Resultado{std::string(municipio.text()), done.versao, done.simulada, report.unidades, report.equipes, report.profissionais,
                     report.lotacoes, std::move(report.rejeicoes), report.fichas_invalidadas};
}

void print_line(const char* name, const Contagem& c) {
    std::printf("  %-14s %8lld novas  %8lld atualizadas  %8lld inativadas  %8lld inalteradas  %8lld rejeitadas\n", name,
                static_cast<long long>(c.novas), static_cast<long long>(c.atualizadas), static_cast<long long>(c.inativadas),
                static_cast<long long>(c.inalteradas), static_cast<long long>(c.rejeitadas));
}

void print(const Resultado& r) {
    std::printf("%s: CNES versão %s, município %s\n", r.simulada ? "Simulação (nada foi gravado)" : "Importação Concluída", r.versao.c_str(), r.municipio.c_str());
    print_line("unidades", r.unidades);
    print_line("equipes", r.equipes);
    print_line("profissionais", r.profissionais);
    print_line("lotações", r.lotacoes);
    if (r.fichas_invalidadas) std::printf("  fichas que deixariam de ser válidas: %lld\n", static_cast<long long>(*r.fichas_invalidadas));
    for (const auto& one : r.rejeicoes)
        std::printf("  não importado, linha %lld: %s %s: %s\n", static_cast<long long>(one.linha), one.tipo.c_str(), one.chave.c_str(), one.motivo.c_str());
}

}  // namespace

int import_cnes(const Config& config, const ImportOptions& options) {
    const auto result = import_into(config, options);
    if (!result) return fail(result.error());
    if (options.json) std::printf("%s\n", json::text_of(*result).c_str());
    else print(*result);
    return 0;
}

}  // namespace aroeira::app
