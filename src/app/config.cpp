// SPDX-License-Identifier: Apache-2.0
#include "app/config.hpp"

#include <arpa/inet.h>

#include <array>
#include <variant>

#include <toml++/toml.h>

namespace aroeira::app {
namespace {

using Target = std::variant<std::string Config::*, int Config::*, std::int64_t Config::*, std::vector<std::string> Config::*>;
struct Setting {
    std::string_view section, key;
    Target target;
};

constexpr std::array kSettings{
    Setting{"servidor", "endereco", &Config::endereco},
    Setting{"servidor", "porta", &Config::porta},
    Setting{"servidor", "porta_tls", &Config::porta_tls},
    Setting{"servidor", "certificado", &Config::certificado},
    Setting{"servidor", "chave", &Config::chave},
    Setting{"servidor", "autoridade_clientes", &Config::autoridade_clientes},
    Setting{"servidor", "conexoes_max", &Config::conexoes_max},
    Setting{"servidor", "pedido_s", &Config::pedido_s},
    Setting{"servidor", "ocioso_s", &Config::ocioso_s},
    Setting{"servidor", "encerramento_s", &Config::encerramento_s},
    Setting{"servidor", "proxies", &Config::proxies},
    Setting{"banco", "endereco", &Config::banco},
    Setting{"recebimento", "arquivo_mib", &Config::arquivo_mib},
    Setting{"recebimento", "descomprimido_mib", &Config::descomprimido_mib},
    Setting{"recebimento", "fichas_max", &Config::fichas_max},
    Setting{"recebimento", "lotes_simultaneos", &Config::lotes_simultaneos},
    Setting{"trabalhos", "simultaneos", &Config::simultaneos},
    Setting{"registro", "nivel", &Config::nivel},
    Setting{"transmissao", "nacional", &Config::nacional},
    Setting{"transmissao", "centralizadores_estaduais", &Config::centralizadores_estaduais},
    Setting{"internet", "endereco_de_teste", &Config::endereco_de_teste},
};

Error at(const toml::node& node, std::string_view what) {
    return {ErrorKind::invalid_input, "CONFIG-0002",
            "Linha " + std::to_string(node.source().begin.line) + " do arquivo de configuração: " + std::string(what)};
}

Result<void> set_list(const Setting& setting, const toml::node& node, std::vector<std::string>& list) {
    const auto* items = node.as_array();
    if (!items) return at(node, std::string(setting.key) + " deve ser uma lista de textos entre aspas.");
    list.clear();
    for (const auto& item : *items) {
        if (!item.is_string()) return at(item, std::string(setting.key) + " deve ser uma lista de textos entre aspas.");
        list.push_back(item.as_string()->get());
    }
    return {};
}

Result<void> set(const Setting& setting, const toml::node& node, Config& config) {
    if (const auto* list = std::get_if<std::vector<std::string> Config::*>(&setting.target)) return set_list(setting, node, config.*(*list));
    if (const auto* text = std::get_if<std::string Config::*>(&setting.target)) {
        if (!node.is_string()) return at(node, std::string(setting.key) + " deve ser um texto entre aspas.");
        config.*(*text) = node.as_string()->get();
        return {};
    }
    if (!node.is_integer()) return at(node, std::string(setting.key) + " deve ser um número inteiro.");
    const std::int64_t value = node.as_integer()->get();
    if (const auto* number = std::get_if<int Config::*>(&setting.target)) {
        if (value < -1 || value > 1'000'000'000) return at(node, std::string(setting.key) + " está fora do aceitável.");
        config.*(*number) = static_cast<int>(value);
    } else {
        config.*(std::get<std::int64_t Config::*>(setting.target)) = value;
    }
    return {};
}

/// The server compares them with the address of each connection, so a name would never be equal.
bool is_address(const std::string& text) {
    in6_addr room{};
    return inet_pton(AF_INET, text.c_str(), &room) == 1 || inet_pton(AF_INET6, text.c_str(), &room) == 1;
}

Result<void> within(std::string_view name, std::int64_t value, std::int64_t low, std::int64_t high) {
    if (value >= low && value <= high) return {};
    return Error{ErrorKind::invalid_input, "CONFIG-0003",
                 std::string(name) + " é " + std::to_string(value) + "; aceita de " + std::to_string(low) + " a " +
                     std::to_string(high) + "."};
}

}  // namespace

Result<void> load_config(const std::string& path, Config& config) {
    toml::table file;
    try {
        file = toml::parse_file(path);
    } catch (const toml::parse_error& problem) {
        return Error{ErrorKind::invalid_input, "CONFIG-0001",
                     "O arquivo de configuração não pôde ser lido (linha " +
                         std::to_string(problem.source().begin.line) + "): confira o caminho e a escrita.",
                     {}, std::string(problem.description())};
    }
    for (const auto& [section, content] : file) {
        const auto* table = content.as_table();
        if (!table) return at(content, "\"" + std::string(section.str()) + "\" deve estar em uma seção.");
        for (const auto& [key, value] : *table) {
            const Setting* found = nullptr;
            for (const auto& setting : kSettings)
                if (setting.section == section.str() && setting.key == key.str()) found = &setting;
            if (!found)
                return at(value, "o ajuste \"" + std::string(section.str()) + "." + std::string(key.str()) +
                                     "\" não existe; veja config/aroeira.example.toml.");
            AROEIRA_CHECK(set(*found, value, config));
        }
    }
    return check_config(config);
}

Result<void> check_config(const Config& config) {
    AROEIRA_CHECK(within("porta", config.porta, 0, 65535));
    AROEIRA_CHECK(within("porta_tls", config.porta_tls, -1, 65535));
    AROEIRA_CHECK(within("conexoes_max", config.conexoes_max, 8, 100'000));
    AROEIRA_CHECK(within("pedido_s", config.pedido_s, 1, 3600));
    AROEIRA_CHECK(within("ocioso_s", config.ocioso_s, 1, 3600));
    AROEIRA_CHECK(within("encerramento_s", config.encerramento_s, 0, 600));
    AROEIRA_CHECK(within("arquivo_mib", config.arquivo_mib, 1, 4096));
    AROEIRA_CHECK(within("descomprimido_mib", config.descomprimido_mib, 1, 65'536));
    AROEIRA_CHECK(within("fichas_max", config.fichas_max, 1, 10'000'000));
    AROEIRA_CHECK(within("lotes_simultaneos", config.lotes_simultaneos, -1, 10'000));
    AROEIRA_CHECK(within("simultaneos", config.simultaneos, 1, 64));
    if (!config.endereco_de_teste.starts_with("http://") && !config.endereco_de_teste.starts_with("https://"))
        return Error{ErrorKind::invalid_input, "CONFIG-0003", "endereco_de_teste começa com http:// ou https://."};
    for (const auto& proxy : config.proxies)
        if (!is_address(proxy))
            return Error{ErrorKind::invalid_input, "CONFIG-0003", "proxies aceita endereços IP, como \"10.0.0.5\"; «" + proxy + "» não é um."};
    for (const std::string_view level : {"detalhe", "info", "aviso", "erro"})
        if (config.nivel == level) return {};
    return Error{ErrorKind::invalid_input, "CONFIG-0003", "nivel aceita detalhe, info, aviso ou erro."};
}

}  // namespace aroeira::app
