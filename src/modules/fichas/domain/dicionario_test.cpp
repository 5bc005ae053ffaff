// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/api/dicionario.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "modules/fichas/domain/ledi/info.hpp"

using namespace aroeira;
using namespace aroeira::fichas;

namespace {

const CampoDoDicionario& field_of(const Dicionario& dicionario, std::string_view group, std::string_view name) {
    for (const auto& one : dicionario.grupos)
        if (one.nome == group)
            for (const auto& field : one.campos)
                if (field.nome == name) return field;
    FAIL("no field ", std::string(name), " in ", std::string(group));
    throw std::logic_error("unreachable");
}

}  // namespace

TEST_CASE("The page of every record type names each of its fields and rules once") {
    for (const TipoDeFicha* tipo : tipos_de_ficha()) {
        CAPTURE(std::string(tipo->sigla));
        const auto dicionario = dicionario_of(*tipo);
        CHECK(dicionario.grupos.front().nome == tipo->info().name);
        CHECK(dicionario.grupos.front().campos.size() == tipo->info().fields.size());
        std::set<std::string> groups;
        for (const auto& group : dicionario.grupos) CHECK(groups.insert(group.nome).second);
        const auto page = page_of(dicionario);
        for (const auto& group : dicionario.grupos) {
            for (const auto& field : group.campos) {
                CHECK(page.find("| `" + field.nome + "` | " + std::to_string(field.id) + " |") != std::string::npos);
                if (field.grupo) CHECK(groups.contains(*field.grupo));
            }
            for (const auto& rule : group.regras) CHECK(page.find("| " + rule.id + " | ") != std::string::npos);
        }
    }
}

TEST_CASE("A field says what it accepts, from which release, and with which codes") {
    const auto visita = dicionario_of(*find_tipo(8));
    const auto& turno = field_of(visita, "FichaVisitaDomiciliarChild", "turno");
    CHECK(turno.obrigatorio);
    CHECK(turno.tipo == "inteiro");
    REQUIRE(turno.codigos.size() == 3);
    CHECK(turno.codigos[0].codigo == "1");
    const auto& peso = field_of(visita, "FichaVisitaDomiciliarChild", "pesoAcompanhamentoNutricional");
    CHECK(peso.minimo == 0.5);
    CHECK(peso.maximo == 500);
    CHECK(peso.casas_decimais == 3);
    CHECK(field_of(visita, "FichaVisitaDomiciliarChild", "stNaoPossuiCpf").desde == "8.5.0");
    CHECK_FALSE(turno.desde);
    const auto& visitas = field_of(visita, "FichaVisitaDomiciliarMaster", "visitasDomiciliares");
    CHECK(visitas.lista);
    CHECK(visitas.grupo == "FichaVisitaDomiciliarChild");
    CHECK(visitas.tamanho_maximo == 99);
    const auto page = page_of(visita);
    CHECK(page.find("| `pesoAcompanhamentoNutricional` | 12 | decimal |  | de 0,5 a 500; 3 casas decimais |") != std::string::npos);
    CHECK(page.find("lista de [FichaVisitaDomiciliarChild](#FichaVisitaDomiciliarChild)") != std::string::npos);
}

TEST_CASE("The rules that ask the registry say so") {
    const auto visita = dicionario_of(*find_tipo(8));
    int asking = 0;
    for (const auto& group : visita.grupos)
        asking += static_cast<int>(std::count_if(group.regras.begin(), group.regras.end(), [](const auto& rule) { return rule.cnes; }));
    CHECK(asking >= 3);
}
