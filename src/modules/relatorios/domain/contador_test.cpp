// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/contador.hpp"

#include <set>

#include "modules/fichas/tests/written.hpp"
#include "tests/support/databases.hpp"

using namespace aroeira;
using namespace aroeira::relatorios;

namespace {

const Contador& contador() {
    static const Contador one = test::must(Contador::make());
    return one;
}

Contada count(const std::string& base, const std::vector<fichas::testing::Line>& changes = {}) {
    const auto built = fichas::testing::built(base, changes);
    const auto counted = contador().count(built.ficha(), -180);
    REQUIRE(counted);
    return *counted;
}

/// "grupo: linha [coluna] = n", as people read them.
std::set<std::string> lines_of(const Contada& counted, std::string_view relatorio) {
    std::set<std::string> lines;
    for (const auto& parcela : counted.parcelas) {
        if (parcela.relatorio->codigo != relatorio) continue;
        const auto grupos = contador().grupos(*parcela.relatorio);
        for (const auto& [casa, n] : parcela.contadores.all()) {
            std::string line = std::string(grupos.at(casa.grupo).codigo) + ": " + contador().linha(*parcela.relatorio, casa.grupo, casa.linha);
            if (grupos[casa.grupo].tem_colunas) line += " [" + contador().coluna(*parcela.relatorio, casa.grupo, casa.coluna) + "]";
            lines.insert(line + " = " + std::to_string(n));
        }
    }
    return lines;
}

}  // namespace

TEST_CASE("Every report is of the three consolidated and twelve of production, and every ficha is in one of them") {
    int consolidados = 0;
    std::set<std::string_view> codes;
    for (const auto* one : all_relatorios()) {
        CHECK(codes.insert(one->codigo).second);
        CHECK(find_relatorio(one->codigo) == one);
        CHECK_FALSE(contador().grupos(*one).empty());
        if (one->especie == Especie::consolidado) ++consolidados;
    }
    CHECK(consolidados == 3);
    CHECK(codes.size() == 15);
    CHECK(find_relatorio("nenhum") == nullptr);
    for (const auto& base : fichas::testing::all_bases()) {
        const auto counted = count(base);
        CHECK_MESSAGE(counted.parcelas.size() >= 2 - (base == "cuidado" ? 1U : 0U), base);
        CHECK(counted.lotacao.cnes == "2269741");
        CHECK(counted.lotacao.profissional.size() == 15);
        CHECK_FALSE(counted.lotacao.cbo.empty());
    }
}

TEST_CASE("What a ficha says is counted in the words of its declaration") {
    const auto lines = lines_of(count("individual"), "cadastro_individual");
    for (const auto* line : {"registros: Cidadãos ativos = 1", "registros: Identificados por CPF ou CNS = 1", "registros: Responsáveis familiares = 1",
                             "faixa_etaria: 35 a 39 anos [Feminino] = 1", "raca_cor: Parda = 1", "microarea: 01 = 1",
                             "condicoes: Internação nos últimos 12 meses = 1"})
        CHECK_MESSAGE(lines.contains(line), line);
    CHECK_FALSE(lines.contains("condicoes: Gestante = 1"));
}

TEST_CASE("Who left the cadastro, or refused it, is counted as that and as nothing else") {
    const auto lines = lines_of(count("individual", {{"saidaCidadaoCadastro.motivoSaidaCidadao", "136"}}), "cadastro_individual");
    CHECK(lines.size() == 1);
    CHECK(lines.begin()->starts_with("saida: "));
}

TEST_CASE("The edition of the reports is of what they count") { CHECK(contador().edicao().size() > 5); }
