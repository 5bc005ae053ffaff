// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/domain/chegada.hpp"

#include <doctest/doctest.h>

using namespace aroeira;
using namespace aroeira::transmission;

namespace {

Anuncio good() {
    Anuncio anuncio{.lote = fichas::LoteId::parse("01990000-0000-7000-8000-000000000001").value(), .municipio = Ibge::parse("2800308").value()};
    anuncio.numero = 1;
    anuncio.fichas = 2;
    anuncio.tamanho = 300;
    anuncio.sha256 = std::string(64, 'a');
    anuncio.remetente = {"01990000-0000-7000-8000-00000000000a", "UBS Sol", "prontuario", "1.0.0"};
    return anuncio;
}

std::string refused(void (*change)(Anuncio&)) {
    auto anuncio = good();
    change(anuncio);
    const auto checked = check(anuncio);
    if (checked) return "";
    CHECK(checked.error().code.text() == "TRANS-0024");
    REQUIRE(checked.error().fields.size() == 1);
    return checked.error().fields[0].field;
}

}  // namespace

TEST_CASE("Bad input: an announcement that makes no sense names the field") {
    CHECK(check(good()));
    CHECK(refused([](Anuncio& a) { a.numero = 0; }) == "numero");
    CHECK(refused([](Anuncio& a) { a.numero = INT64_MAX; }) == "numero");
    CHECK(refused([](Anuncio& a) { a.fichas = 0; }) == "fichas");
    CHECK(refused([](Anuncio& a) { a.tamanho = -1; }) == "tamanho");
    CHECK(refused([](Anuncio& a) { a.sha256 = std::string(64, 'A'); }) == "sha256");
    CHECK(refused([](Anuncio& a) { a.sha256.pop_back(); }) == "sha256");
    CHECK(refused([](Anuncio& a) { a.remetente.instalacao = "posto"; }) == "remetente.instalacao");
    CHECK(refused([](Anuncio& a) { a.remetente.nome = ""; }) == "remetente.nome");
    CHECK(refused([](Anuncio& a) { a.remetente.nome = "a\nb"; }) == "remetente.nome");
    CHECK(refused([](Anuncio& a) { a.remetente.nome = std::string(201, 'x'); }) == "remetente.nome");
    CHECK(refused([](Anuncio& a) { a.remetente.versao = ""; }) == "remetente.versao");
}

TEST_CASE("A lote announced again is the same when its file is, whatever its sender calls itself by then") {
    auto renamed = good();
    renamed.remetente.nome = "UBS Nova";
    renamed.remetente.versao = "2.0.0";
    CHECK(is_same_lote(good(), renamed));
    for (auto change : {+[](Anuncio& a) { a.sha256[0] = 'b'; }, +[](Anuncio& a) { a.tamanho = 301; }, +[](Anuncio& a) { a.numero = 2; },
                        +[](Anuncio& a) { a.remetente.instalacao.back() = 'b'; }}) {
        auto other = good();
        change(other);
        CHECK_FALSE(is_same_lote(good(), other));
    }
}
