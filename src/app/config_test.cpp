// SPDX-License-Identifier: Apache-2.0
#include "app/config.hpp"

#include <cstdio>
#include <fstream>

#include <doctest/doctest.h>

using aroeira::app::Config;

namespace {

std::string written(const std::string& text) {
    const std::string path = std::tmpnam(nullptr);
    std::ofstream(path) << text;
    return path;
}

}  // namespace

TEST_CASE("The example file says exactly the defaults") {
    Config config;
    config.porta = 1;
    config.nivel = "erro";
    config.nacional = "http://a.b";
    config.centralizadores_estaduais = {"SE;Sergipe;http://a.b"};
    config.proxies = {"10.0.0.5"};
    REQUIRE(load_config(AROEIRA_SOURCE "/config/aroeira.example.toml", config));
    const Config defaults;
    CHECK(config.porta == defaults.porta);
    CHECK(config.porta_tls == defaults.porta_tls);
    CHECK(config.endereco == defaults.endereco);
    CHECK(config.conexoes_max == defaults.conexoes_max);
    CHECK(config.pedido_s == defaults.pedido_s);
    CHECK(config.ocioso_s == defaults.ocioso_s);
    CHECK(config.encerramento_s == defaults.encerramento_s);
    CHECK(config.proxies == defaults.proxies);
    CHECK(config.banco == defaults.banco);
    CHECK(config.arquivo_mib == defaults.arquivo_mib);
    CHECK(config.descomprimido_mib == defaults.descomprimido_mib);
    CHECK(config.fichas_max == defaults.fichas_max);
    CHECK(config.lotes_simultaneos == defaults.lotes_simultaneos);
    CHECK(config.simultaneos == defaults.simultaneos);
    CHECK(config.nivel == defaults.nivel);
    CHECK(config.nacional == defaults.nacional);
    CHECK(config.centralizadores_estaduais == defaults.centralizadores_estaduais);
}

TEST_CASE("A mistyped setting is named with its line instead of being ignored") {
    Config config;
    const auto refused = load_config(written("[servidor]\nprota = 9090\n"), config);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("Linha 2") != std::string::npos);
    CHECK(refused.error().message.find("servidor.prota") != std::string::npos);
}

TEST_CASE("A number out of range says what is accepted") {
    Config config;
    const auto refused = load_config(written("[servidor]\nporta = 70000\n"), config);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message == "porta é 70000; aceita de 0 a 65535.");
}

TEST_CASE("A list of texts is read in its order, and anything else in its place is named") {
    Config config;
    REQUIRE(load_config(written("[transmissao]\ncentralizadores_estaduais = [\"SE;Sergipe;http://a.b\", \"DF;Distrito Federal;http://c.d\"]\n"), config));
    CHECK(config.centralizadores_estaduais == std::vector<std::string>{"SE;Sergipe;http://a.b", "DF;Distrito Federal;http://c.d"});
    for (const auto* text : {"[transmissao]\ncentralizadores_estaduais = \"SE\"\n", "[transmissao]\ncentralizadores_estaduais = [1]\n"}) {
        CAPTURE(text);
        const auto refused = load_config(written(text), config);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message.find("Linha 2") != std::string::npos);
    }
}

TEST_CASE("A text where a number belongs is refused") {
    Config config;
    CHECK_FALSE(load_config(written("[servidor]\nporta = \"8080\"\n"), config));
    CHECK_FALSE(load_config(written("isto não é toml"), config));
    CHECK_FALSE(load_config("/nao/existe.toml", config));
}

TEST_CASE("The proxies that are believed are a list of addresses") {
    Config config;
    REQUIRE(load_config(written("[servidor]\nproxies = [\"10.0.0.5\", \"fd00::5\"]\n"), config));
    CHECK(config.proxies == std::vector<std::string>{"10.0.0.5", "fd00::5"});
    for (const auto* wrong : {"\"10.0.0.5\"", "[10]", "[\"proxy.uf.gov.br\"]", "[\"10.0.0.0/8\"]"})
        CHECK_FALSE(load_config(written("[servidor]\nproxies = " + std::string(wrong) + "\n"), config));
}
