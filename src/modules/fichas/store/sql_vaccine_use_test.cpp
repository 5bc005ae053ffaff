// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/store/sql_vaccine_use.hpp"

#include "modules/fichas/domain/testing/case_file.hpp"
#include "modules/fichas/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::fichas;
using namespace aroeira::fichas::testing;

namespace {

constexpr auto kCases = AROEIRA_SOURCE "/src/modules/fichas/tests/cases";

/// A girl of one year is given the vaccine 24 of this lote, and has the vaccine 15 copied from her card.
std::string vacinacao(const std::vector<Line>& changes, bool xml) {
    const BuiltFicha built(kCases, "vacinacao", changes);
    Buffer out;
    if (xml) write_xml(built.ficha(), out);
    else write_thrift(built.ficha(), out);
    return std::string(out.view());
}

/// Puts it where the recebimento keeps it.
void keep(World& world, int number, const std::string& bytes, Instant at, bool current = true, int tipo = 14) {
    test::must(world.services.unit.write([&](Ports& ports) -> Result<void> {
        const auto uuid = "ficha-" + std::to_string(number);
        AROEIRA_CHECK(ports.session.run({"test.keep_ficha", "INSERT INTO ficha (municipio, uuid, versao, atual, lote, posicao, tipo, cnes, ine, competencia, versao_ledi, situacao, "
                                                            "depende_catalogo, erros, achados, formato, sha256, conteudo, recebida_ms) VALUES ($1, $2, 1, $3, 'l', $4, $5, '2269741', NULL, "
                                                            "'202609', '8.7.0', 'invalida', 0, 1, NULL, 'thrift', $6, $7, $8)"},
                                        {aracaju(), uuid, current, number, tipo, db::Blob{"s"}, db::Blob{bytes}, to_ms(at)}));
        return {};
    }));
}

bool used(World& world, const GivenLote& lote, std::optional<Instant> since = std::nullopt, const Ibge& municipio = aracaju()) {
    return test::must(world.read([&](Ports& ports) { return SqlVaccineUse(ports.session).names(municipio, lote, since); }));
}

const Instant kAt = from_ms(1'790'000'000'000);
const GivenLote kGiven{24, "ABC-123/4.5", "47619"};

void for_each_fichas_world(const std::function<void(World&)>& test) {
    test::for_each_engine([&](db::Database& database) {
        World world(database);
        test(world);
    });
}

}  // namespace

TEST_CASE("[S2-343] a lote is in use once a kept ficha of vacinação names it, in Thrift and in XML, whatever the case of its letters") {
    for_each_fichas_world([](World& world) {
        CHECK_FALSE(used(world, kGiven));
        for (const bool xml : {false, true}) {
            keep(world, xml ? 2 : 1, vacinacao({}, xml), kAt);
            CHECK(used(world, kGiven));
            CHECK(used(world, {24, "abc-123/4.5", "47619"}));
            CHECK_FALSE(used(world, {25, "ABC-123/4.5", "47619"}));
            CHECK_FALSE(used(world, {24, "ABC-123/4", "47619"}));
            CHECK_FALSE(used(world, {24, "ABC-123/4.5", "10534"}));
            // The other vaccine of the same ficha has no lote.
            CHECK_FALSE(used(world, {15, "ABC-123/4.5", "47619"}));
            CHECK_FALSE(used(world, kGiven, std::nullopt, other_municipio()));
        }
    });
}

TEST_CASE("[S2-343] only what is current counts, and of a time what came since") {
    for_each_fichas_world([](World& world) {
        keep(world, 1, vacinacao({}, false), kAt, false);
        CHECK_FALSE(used(world, kGiven));
        keep(world, 2, vacinacao({}, false), kAt, true, 13);
        CHECK_FALSE(used(world, kGiven));
        keep(world, 3, vacinacao({{"vacinacoes[0].vacinas[0].lote", "OUTRO9"}}, false), kAt);
        CHECK_FALSE(used(world, kGiven));
        CHECK(used(world, {24, "OUTRO9", "47619"}));
        CHECK(used(world, {24, "OUTRO9", "47619"}, kAt));
        CHECK_FALSE(used(world, {24, "OUTRO9", "47619"}, kAt + std::chrono::milliseconds(1)));
        // What cannot be read names nothing, and stops nobody.
        keep(world, 4, "ABC-123/4.5 e mais nada", kAt);
        CHECK_FALSE(used(world, kGiven));
    });
}
