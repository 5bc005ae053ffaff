// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/store/sql_ficha_store.hpp"

#include <doctest/doctest.h>

#include "base/ids.hpp"
#include "tests/support/databases.hpp"

using namespace aroeira;
using namespace aroeira::fichas;

namespace {

const Ibge kMunicipio = Ibge::parse("2800308").value();
const Recebimento kWhen{from_ms(1'790'000'000'000), "202609"};

FichaAvaliada ficha(std::string uuid, std::string_view bytes, Situacao situacao = Situacao::valida) {
    FichaAvaliada f;
    f.nome = "ficha.esus";
    f.conteudo = bytes;
    f.uuid = std::move(uuid);
    f.tipo = 8;
    f.cnes = "2269741";
    f.ine = "0000123456";
    f.competencia = "202609";
    f.versao_ledi = "8.7.0";
    f.situacao = situacao;
    f.erros = situacao == Situacao::invalida ? 1 : 0;
    if (situacao == Situacao::invalida) f.achados = R"({"erros":[],"avisos":[]})";
    f.sha256 = std::string(bytes) + std::string(32 - bytes.size(), '#');
    return f;
}

struct World {
    explicit World(db::Database& d) : database(d), lote(new_lote()) {}

    LoteId new_lote() {
        LoteRecebido fresh{.id = ids.make<Lote>(), .municipio = kMunicipio};
        fresh.arquivo = "lote.zip";
        fresh.responsavel = "Ana";
        fresh.recebido = kWhen.at;
        test::must(with([&](FichaStore& store) { return store.insert_lote(fresh); }));
        return fresh.id;
    }
    Contagem keep(const LoteId& where, std::vector<FichaAvaliada> list) {
        for (std::size_t i = 0; i < list.size(); ++i) list[i].posicao = static_cast<std::int64_t>(i);
        Contagem count;
        test::must(with([&](FichaStore& store) -> Result<void> {
            AROEIRA_TRY(count, store.keep(kMunicipio, where, kWhen, list, nullptr));
            return {};
        }));
        return count;
    }
    std::vector<FichaVersao> versions(std::string_view uuid) {
        std::vector<FichaVersao> found;
        test::must(with([&](FichaStore& store) -> Result<void> {
            AROEIRA_TRY(found, store.find_ficha(kMunicipio, uuid));
            return {};
        }));
        return found;
    }
    Result<void> with(const std::function<Result<void>(FichaStore&)>& body) {
        return database.write([&](db::Session& session) {
            SqlFichaStore store(session);
            return body(store);
        });
    }
    db::Database& database;
    SystemIdSource ids;
    LoteId lote;
};

}  // namespace

TEST_CASE("The same uuid with the same bytes is kept once, wherever it comes from") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        CHECK(world.keep(world.lote, {ficha("uuid-a", "um"), ficha("uuid-a", "um")}).repetidas == 1);
        const auto again = world.keep(world.new_lote(), {ficha("uuid-a", "um")});
        CHECK(again.repetidas == 1);
        CHECK(again.validas == 0);
        CHECK(world.versions("uuid-a").size() == 1);
    });
}

TEST_CASE("The same uuid with other bytes is a new version, and the old one stays as history") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        world.keep(world.lote, {ficha("uuid-a", "um", Situacao::invalida), ficha("uuid-a", "dois")});
        world.keep(world.new_lote(), {ficha("uuid-a", "tres")});
        const auto versions = world.versions("uuid-a");
        REQUIRE(versions.size() == 3);
        CHECK(versions[0].resumo.versao == 3);
        CHECK(versions[0].atual);
        CHECK_FALSE(versions[1].atual);
        CHECK_FALSE(versions[2].atual);
        CHECK(versions[2].resumo.situacao == "invalida");
    });
}

TEST_CASE("A large block asks for known fichas in hundreds and loses none") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        std::vector<FichaAvaliada> many;
        for (int i = 0; i < 457; ++i) many.push_back(ficha("uuid-" + std::to_string(i), "um"));
        CHECK(world.keep(world.lote, many).validas == 457);
        many.push_back(ficha("uuid-novo", "um"));
        const auto second = world.keep(world.new_lote(), many);
        CHECK(second.repetidas == 457);
        CHECK(second.validas == 1);
    });
}

TEST_CASE("What cannot be read is kept as it came, with its reason, and does not touch the others") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        FichaAvaliada bad;
        bad.nome = "ruim.esus";
        bad.conteudo = std::string_view("\x0b\x00\xff", 3);
        bad.regra = "FICHA-ILEGIVEL";
        bad.motivo = "Os bytes terminam antes do fim.";
        const auto count = world.keep(world.lote, {ficha("uuid-a", "um"), bad});
        CHECK(count.ilegiveis == 1);
        CHECK(count.validas == 1);
        test::must(world.with([&](FichaStore& store) -> Result<void> {
            AROEIRA_TRY(const auto list, store.list_ilegiveis(kMunicipio, world.lote, {}));
            REQUIRE(list.items.size() == 1);
            CHECK(list.items[0].nome == "ruim.esus");
            CHECK(list.items[0].motivo == "Os bytes terminam antes do fim.");
            return {};
        }));
    });
}

TEST_CASE("S2-274 S2-275 Totals by CNES, month and type count each kept version") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        auto other = ficha("uuid-c", "um");
        other.cnes = "2269742";
        other.tipo = 4;
        world.keep(world.lote, {ficha("uuid-a", "um"), ficha("uuid-b", "um", Situacao::invalida), other});
        test::must(world.with([&](FichaStore& store) -> Result<void> {
            AROEIRA_TRY(const auto by_cnes, store.totals_by_cnes(kMunicipio, "202609", std::nullopt));
            REQUIRE(by_cnes.size() == 2);
            CHECK(by_cnes[0].cnes == "2269741");
            CHECK(by_cnes[0].validas == 1);
            CHECK(by_cnes[0].invalidas == 1);
            AROEIRA_TRY(const auto one, store.totals_by_cnes(kMunicipio, "202609", "2269742"));
            CHECK(one.size() == 1);
            AROEIRA_TRY(const auto none, store.totals_by_cnes(kMunicipio, "202610", std::nullopt));
            CHECK(none.empty());
            AROEIRA_TRY(const auto types, store.totals_of_cnes(kMunicipio, "202609", "2269742"));
            REQUIRE(types.size() == 1);
            CHECK(types[0].tipo == 4);
            AROEIRA_TRY(const auto of_lote, store.totals_of_lote(kMunicipio, world.lote));
            CHECK(of_lote.size() == 2);
            return {};
        }));
    });
}

TEST_CASE("A lote's file is put together again byte for byte, and another município does not see it") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        const std::string bytes("PK\0\x01 um zip", 11);
        const auto other = Ibge::parse("4205407").value();
        test::must(world.with([&](FichaStore& store) -> Result<void> {
            LoteRecebido lote{.id = world.lote, .municipio = kMunicipio};
            AROEIRA_CHECK(store.insert_parte(lote, 0, std::string_view(bytes).substr(0, 4)));
            AROEIRA_CHECK(store.insert_parte(lote, 1, std::string_view(bytes).substr(4)));
            AROEIRA_TRY(const auto whole, store.read_partes(kMunicipio, world.lote));
            CHECK(whole == bytes);
            CHECK(store.find_lote(other, world.lote).error().kind == ErrorKind::not_found);
            AROEIRA_CHECK(store.delete_partes(kMunicipio, world.lote));
            AROEIRA_TRY(const auto gone, store.read_partes(kMunicipio, world.lote));
            CHECK(gone.empty());
            return {};
        }));
    });
}

TEST_CASE("A ficha accepted after a CNES import moves between the totals of its month and its lote") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        auto waiting = ficha("uuid-a", "um", Situacao::invalida);
        waiting.depende_catalogo = true;
        const auto count = world.keep(world.lote, {waiting, ficha("uuid-b", "um", Situacao::invalida)});
        test::must(world.with([&](FichaStore& store) -> Result<void> {
            AROEIRA_CHECK(store.update_lote(kMunicipio, world.lote, SituacaoLote::processado, count, std::nullopt, kWhen.at, ""));
            AROEIRA_TRY(const auto pending, store.pending_after(kMunicipio, {}, 10));
            REQUIRE(pending.size() == 1);
            CHECK(pending[0].conteudo == "um");
            AROEIRA_CHECK(store.change_verdict(kMunicipio, pending[0], "202609", ficha("uuid-a", "um")));
            AROEIRA_TRY(const auto left, store.pending_after(kMunicipio, {}, 10));
            CHECK(left.empty());
            AROEIRA_TRY(const auto lote, store.find_lote(kMunicipio, world.lote));
            CHECK(lote.contagem.validas == 1);
            CHECK(lote.contagem.invalidas == 1);
            AROEIRA_TRY(const auto totals, store.totals_of_lote(kMunicipio, world.lote));
            CHECK(totals[0].validas == 1);
            CHECK(totals[0].invalidas == 1);
            return {};
        }));
    });
}

TEST_CASE("S2-277 S2-278 S2-279 The inconsistency report reads only its period and channel, the newest version only") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        world.keep(world.lote, {ficha("uuid-a", "um", Situacao::invalida), ficha("uuid-b", "um", Situacao::invalida)});
        world.keep(world.lote, {ficha("uuid-b", "dois")});
        const auto rows = [&](InconsistenciaFilter filter) {
            std::vector<std::string> found;
            test::must(world.with([&](FichaStore& store) {
                return store.each_inconsistencia(kMunicipio, filter, [&](const Inconsistencia& one) {
                    found.push_back(one.uuid + " " + one.responsavel);
                    return true;
                });
            }));
            return found;
        };
        const auto after = kWhen.at + std::chrono::hours(1);
        CHECK(rows({.de = kWhen.at, .ate = after}) == std::vector<std::string>{"uuid-a Ana"});
        CHECK(rows({.de = after, .ate = after + std::chrono::hours(1)}).empty());
        CHECK(rows({.de = kWhen.at, .ate = after, .canal = Canal::online}).empty());
    });
}
