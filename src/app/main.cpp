// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "app/commands.hpp"

namespace {

using namespace aroeira;

/// The settings file of --config, or <dados>/aroeira.toml when it is there; the command line wins.
struct Settings {
    std::string config_file{};
    std::string dados{};
    std::string banco{};
    std::optional<int> porta{};
    std::optional<int> porta_tls{};

    void add_to(CLI::App& command) {
        command.add_option("--config", config_file, "Arquivo de configuração (TOML).");
        command.add_option("--dados", dados, "Diretório de dados.");
        command.add_option("--banco", banco, "postgresql://…; vazio usa SQLite no diretório de dados.");
    }
    Result<app::Config> load() const {
        app::Config config;
        if (!dados.empty()) config.dados = dados;
        std::string file = config_file;
        if (file.empty() && std::filesystem::exists(config.dados + "/aroeira.toml")) file = config.dados + "/aroeira.toml";
        if (!file.empty()) AROEIRA_CHECK(app::load_config(file, config));
        if (!dados.empty()) config.dados = dados;
        if (!banco.empty()) config.banco = banco;
        if (porta) config.porta = *porta;
        if (porta_tls) config.porta_tls = *porta_tls;
        AROEIRA_CHECK(app::check_config(config));
        return config;
    }
};

template <class Run>
int with(const Settings& settings, Run run, int failure = 1) {
    const auto config = settings.load();
    if (!config) {
        std::fprintf(stderr, "aroeira: %s\n", config.error().message.c_str());
        return failure;
    }
    return run(*config);
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App cli{"Aroeira: o nó da atenção primária do SUS em um binário."};
    cli.set_version_flag("--versao", "aroeira " AROEIRA_VERSION);
    cli.require_subcommand(1);
    int exit_code = 0;

    Settings settings;
    bool demo = false, demo_accounts = false;
    auto* serve = cli.add_subcommand("servir", "Serve as telas e a API.");
    settings.add_to(*serve);
    serve->add_option("--porta", settings.porta, "Porta HTTP (8080).");
    serve->add_option("--porta-tls", settings.porta_tls, "Porta HTTPS (8443); -1 desliga.");
    serve->add_flag("--demo,!--sem-demo", demo, "Carrega um município fictício quando não há nenhum dado.");
    serve->add_flag("--demo-contas", demo_accounts, "Do município fictício, só as contas: sem CNES e sem fichas.");
    serve->callback([&] {
        const auto which = demo_accounts ? app::Demo::accounts : demo ? app::Demo::whole : app::Demo::none;
        exit_code = with(settings, [&](const app::Config& config) { return app::serve(config, which); });
    });

    auto* banco = cli.add_subcommand("banco", "Cuida do banco de dados.");
    banco->require_subcommand(1);
    auto* migrate = banco->add_subcommand("migrar", "Atualiza o banco para esta versão do programa.");
    settings.add_to(*migrate);
    migrate->callback([&] { exit_code = with(settings, [](const app::Config& config) { return app::migrate_database(config); }); });

    auto* fichas = cli.add_subcommand("fichas", "Valida e converte fichas, sem servidor.");
    fichas->require_subcommand(1);
    app::ValidateOptions validate;
    auto* check = fichas->add_subcommand("validar", "Diz o veredito de cada ficha. Sai com 0, 1 (inválidas) ou 2 (ilegíveis).");
    check->add_option("arquivos", validate.files, "Fichas (.esus, .esus13) e lotes (.zip).")->required();
    check->add_flag("--json", validate.json, "Um objeto JSON por linha.");
    check->add_option("--catalogo", validate.catalogo,
                      "Arquivo do CNES com as unidades, equipes e profissionais; \"nenhum\" deixa de fora as regras que o consultam.");
    check->callback([&] { exit_code = app::validate_fichas(validate); });
    app::ConvertOptions convert;
    auto* change = fichas->add_subcommand("converter", "Escreve uma ficha em outro formato.");
    change->add_option("arquivo", convert.file, "Uma ficha (.esus).")->required();
    change->add_option("--para", convert.to, "json, xml ou thrift.")->check(CLI::IsMember({"json", "xml", "thrift"}));
    change->callback([&] { exit_code = app::convert_ficha(convert); });

    app::DictionaryOptions dictionary;
    auto* pages = fichas->add_subcommand("dicionario", "Escreve os campos e as regras de um tipo de ficha (Markdown); sem tipo, a lista deles.");
    pages->add_option("tipo", dictionary.tipo, "Código do tipo de ficha: 2 a 8, 10 a 14 ou 16.");
    pages->add_flag("--json", dictionary.json, "A descrição para formulários, em JSON.");
    pages->callback([&] { exit_code = app::show_dictionary(dictionary); });

    auto* cnes = cli.add_subcommand("cnes", "Cuida do cadastro de estabelecimentos.");
    cnes->require_subcommand(1);
    app::ImportOptions import;
    auto* bring = cnes->add_subcommand("importar", "Importa um arquivo do CNES (.zip ou .xml).");
    settings.add_to(*bring);
    bring->add_option("arquivo", import.file, "XMLPARAESUS_XXXXXX.ZIP ou o XML de dentro dele.")->required();
    bring->add_option("--municipio", import.municipio, "Código IBGE, 7 dígitos.")->required();
    bring->add_flag("--simular", import.simulate, "Mostra o que mudaria, sem gravar.");
    bring->add_flag("--json", import.json, "Um objeto JSON.");
    bring->callback([&] { exit_code = with(settings, [&](const app::Config& config) { return app::import_cnes(config, import); }); });

    auto* ceps = cli.add_subcommand("ceps", "Cuida da base de endereços.");
    ceps->require_subcommand(1);
    std::string addresses;
    auto* replace = ceps->add_subcommand("importar", "Põe um arquivo CSV (cep;uf;ibge;bairro;logradouro) no lugar da base de endereços.");
    settings.add_to(*replace);
    replace->add_option("arquivo", addresses, "CSV em UTF-8, com uma linha de títulos.")->required();
    replace->callback([&] { exit_code = with(settings, [&](const app::Config& config) { return app::import_ceps(config, addresses); }); });

    auto* chaves = cli.add_subcommand("chaves", "Cuida das chaves da instalação.");
    chaves->require_subcommand(1);
    auto* rotate = chaves->add_subcommand("trocar", "Faz outra chave mestra e fecha de novo, com ela, o que está cifrado no banco. Com o servidor parado.");
    settings.add_to(*rotate);
    rotate->callback([&] { exit_code = with(settings, [](const app::Config& config) { return app::change_master_key(config); }); });

    auto* auditoria = cli.add_subcommand("auditoria", "Confere e sela a trilha.");
    auditoria->require_subcommand(1);
    app::VerifyTrailOptions trail;
    auto* verify = auditoria->add_subcommand("verificar", "Diz se a trilha é a que foi gravada. Sai com 0, 1 (alterada) ou 2 (ilegível).");
    settings.add_to(*verify);
    verify->add_option("--selo", trail.selo, "Selo guardado fora desta máquina, com que a trilha é comparada.");
    verify->add_flag("--json", trail.json, "Um objeto JSON.");
    verify->callback([&] { exit_code = with(settings, [&](const app::Config& config) { return app::verify_trail(config, trail); }, 2); });
    app::SealOptions sealing;
    auto* seal = auditoria->add_subcommand("selo", "Grava um selo assinado do fim da trilha, para guardar fora desta máquina.");
    settings.add_to(*seal);
    auto* seal_to = seal->add_option_group("destino");
    seal_to->add_option("--para", sealing.file, "Arquivo a gravar.");
    seal_to->add_option("--syslog", sealing.syslog, "Servidor de registros (RFC 5424), como udp://10.0.0.5:514 ou tcp://registros:601.");
    seal_to->require_option(1, 2);
    seal->callback([&] { exit_code = with(settings, [&](const app::Config& config) { return app::write_checkpoint(config, sealing); }, 2); });
    app::ProveOptions proving;
    auto* prove = auditoria->add_subcommand("provar", "Escreve a prova de que um evento está na trilha.");
    settings.add_to(*prove);
    prove->add_option("evento", proving.event, "Identificador do evento.")->required();
    prove->add_option("--municipio", proving.municipio, "Código IBGE da cadeia; sem ele, a da instalação.");
    prove->add_option("--para", proving.file, "Arquivo a gravar; sem ele, escreve na tela.");
    prove->callback([&] { exit_code = with(settings, [&](const app::Config& config) { return app::prove_event(config, proving); }, 2); });
    std::string proof_file, proof_key;
    auto* confirm = auditoria->add_subcommand("conferir", "Confere uma prova, sem banco. Sai com 0, 1 (não prova) ou 2 (ilegível).");
    confirm->add_option("arquivo", proof_file, "O que «provar» escreveu.")->required();
    confirm->add_option("--chave", proof_key, "Chave pública da instalação, em base64, como em um selo; sem ela, a que a prova traz.");
    confirm->callback([&] { exit_code = app::check_event_proof(proof_file, proof_key); });

    auto* backup = cli.add_subcommand("backup", "Faz, confere e restaura cópias de segurança: um arquivo cifrado com tudo.");
    backup->require_subcommand(1);
    app::BackupOptions copy;
    const auto add_passphrase = [](CLI::App& command, std::string& file) {
        command.add_option("--frase", file, "Arquivo com a frase-senha na primeira linha; sem ele, é perguntada.");
    };
    auto* create = backup->add_subcommand("criar", "Faz uma cópia, com o programa em uso.");
    settings.add_to(*create);
    create->add_option("arquivo", copy.file, "Arquivo a criar; sem ele, aroeira-AAAAMMDD-HHMMSS.copia aqui.");
    add_passphrase(*create, copy.passphrase_file);
    create->add_flag("--json", copy.json, "Um objeto JSON.");
    create->callback([&] { exit_code = with(settings, [&](const app::Config& config) { return app::create_backup(config, copy); }); });
    auto* check_copy = backup->add_subcommand("verificar", "Lê a cópia inteira e diz o que há nela, ou onde está o primeiro dano. Sai com 0, 1 (danificada) ou 2 (não abriu).");
    settings.add_to(*check_copy);
    check_copy->add_option("arquivo", copy.file, "A cópia.")->required();
    add_passphrase(*check_copy, copy.passphrase_file);
    check_copy->add_flag("--json", copy.json, "Um objeto JSON.");
    check_copy->callback([&] { exit_code = with(settings, [&](const app::Config& config) { return app::verify_backup(config, copy); }, 2); });
    auto* restore = backup->add_subcommand("restaurar", "Põe o que há na cópia em um diretório de dados e um banco vazios. Tudo, ou nada muda.");
    settings.add_to(*restore);
    restore->add_option("arquivo", copy.file, "A cópia.")->required();
    add_passphrase(*restore, copy.passphrase_file);
    restore->add_flag("--substituir", copy.replace, "No lugar da instalação que está lá, que é guardada ao lado.");
    restore->add_flag("--json", copy.json, "Um objeto JSON.");
    restore->callback([&] { exit_code = with(settings, [&](const app::Config& config) { return app::restore_backup(config, copy); }); });
    app::ScheduleOptions schedule;
    auto* every_night = backup->add_subcommand("agendar", "Faz uma cópia por dia, com o servidor ligado.");
    settings.add_to(*every_night);
    every_night->add_option("--pasta", schedule.folder, "Pasta das cópias, de preferência em outro disco; o caminho inteiro.");
    every_night->add_option("--hora", schedule.hour, "HH:MM onde a instalação está (02:00).");
    every_night->add_option("--manter", schedule.keep, "Quantas cópias ficam (7).");
    add_passphrase(*every_night, schedule.passphrase_file);
    every_night->add_flag("--desligar", schedule.off, "Não faz mais cópias sozinho.");
    every_night->callback([&] { exit_code = with(settings, [&](const app::Config& config) { return app::schedule_backups(config, schedule); }); });
    bool list_as_json = false;
    auto* list = backup->add_subcommand("listar", "Diz como estão as cópias e mostra as últimas. Sai com 1 quando não há cópia automática em dia.");
    settings.add_to(*list);
    list->add_flag("--json", list_as_json, "Um objeto JSON.");
    list->callback([&] { exit_code = with(settings, [&](const app::Config& config) { return app::list_backups(config, list_as_json); }); });

    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        return cli.exit(problem);
    }
    return exit_code;
}
