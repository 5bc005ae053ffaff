// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace aroeira::app {

/// Every setting of an installation, with its default. The unit is in the name.
/// Source: config/aroeira.example.toml says the same to people; a test compares the two.
struct Config {
    std::string dados = "dados";
    std::string endereco = "0.0.0.0";
    int porta = 8080;
    int porta_tls = 8443;  ///< -1: off.
    std::string certificado{};
    std::string chave{};
    std::string autoridade_clientes{};  ///< PEM file; "": no certificate is asked of clients.
    int conexoes_max = 1024;
    int pedido_s = 60;
    int ocioso_s = 75;
    int encerramento_s = 20;
    std::vector<std::string> proxies{};  ///< Addresses whose X-Forwarded-For and -Proto are believed.
    std::string banco{};  ///< "": SQLite in `dados`.
    std::int64_t arquivo_mib = 512;
    std::int64_t descomprimido_mib = 4096;
    std::int64_t fichas_max = 1'000'000;
    int lotes_simultaneos = -1;  ///< -1: 20 for the Centralizador Nacional, no limit for the others; 0: no limit.
    int simultaneos = 2;
    std::string nivel = "info";
    std::string nacional{};  ///< Address of the Centralizador Nacional; "": only by file.
    std::vector<std::string> centralizadores_estaduais{};  ///< "UF;Nome;endereço" each.
    std::string endereco_de_teste = "https://sisaps.saude.gov.br/";  ///< What «Testar conexão com a internet» asks.
};

/// Lays the file's settings over `config`. An unknown key is an error: it is a typing mistake.
/// Errors: `invalid_input` CONFIG-0001 (not readable, not TOML), CONFIG-0002 (unknown key or wrong
///         type), CONFIG-0003 (out of range), naming the line.
Result<void> load_config(const std::string& path, Config& config);

/// Errors: `invalid_input` CONFIG-0003, naming the setting and what it accepts.
Result<void> check_config(const Config& config);

}  // namespace aroeira::app
