// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/operations/receive_lote.hpp"

#include "modules/fichas/api/lote_origin.hpp"
#include "modules/fichas/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::fichas;
using namespace aroeira::fichas::testing;

namespace {

/// Refused whole: the named cause, an audit row, and nothing else in the database.
void check_refused(World& world, const std::string& bytes, const std::string& code, const std::string& cause) {
    CAPTURE(code);
    const auto before = world.events(audit::Event::lote_recusado);
    const auto refused = world.try_send(bytes);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code.text() == code);
    CHECK(refused.error().message.find(cause) != std::string::npos);
    CHECK(world.events(audit::Event::lote_recusado) == before + 1);
    for (const auto* table : {"lote_recebido", "lote_parte", "trabalho", "ficha", "ficha_ilegivel"}) CHECK(world.rows(table) == 0);
}

std::string visit_zip() { return zip_of({Visita{}}); }

/// One byte of every header of the name, so that the archive stays whole.
std::string renamed(std::string zip, std::string_view from, std::string_view to) {
    REQUIRE(from.size() == to.size());
    for (auto at = zip.find(from); at != zip.npos; at = zip.find(from, at)) zip.replace(at, to.size(), to);
    return zip;
}
/// Sets bit 0 of the flags, «encrypted», in the local header and in the directory.
std::string encrypted(std::string zip) {
    zip[zip.find("PK\x03\x04") + 6] |= 1;
    zip[zip.find("PK\x01\x02") + 8] |= 1;
    return zip;
}

}  // namespace

TEST_CASE("[S2-265] [S2-268] A received zip is kept byte for byte and waits for the queue, in one commit") {
    for_each_world([](World& world) {
        const auto bytes = visit_zip();
        const auto accepted = test::must(world.try_send(bytes));
        const auto lote = world.lote(accepted.lote);
        CHECK(lote.situacao == SituacaoLote::aguardando);
        CHECK(lote.canal == Canal::arquivo);
        CHECK(lote.responsavel == "Ana Responsável");
        CHECK(lote.entradas == 1);
        CHECK(lote.tamanho == static_cast<std::int64_t>(bytes.size()));
        CHECK(lote.trabalho == accepted.trabalho);
        CHECK(test::must(world.read([&](Ports& ports) { return ports.fichas.read_partes(aracaju(), accepted.lote); })) == bytes);
        CHECK(world.due() == 1);
        CHECK(world.events(audit::Event::lote_recebido) == 1);
    });
}

TEST_CASE("A zip that says which lote of which installation it is keeps that order also as a file") {
    for_each_world([](World& world) {
        const std::string posto = "01990000-0000-7000-8000-00000000000a";
        const auto lote_with = [&](std::int64_t numero, std::int64_t turno, std::string municipio = "2800308") {
            const Visita visit{.turno = turno};
            std::string zip;
            zip::Writer writer(zip);
            test::must(writer.add(visit.file_name(), visit.bytes()));
            test::must(writer.finish(comment_of({1, posto, numero, posto, std::move(municipio)})));
            return zip;
        };
        const auto newer = world.send(lote_with(2, 2));
        world.run_jobs();
        const auto older = world.send(lote_with(1, 1));
        world.run_jobs();
        CHECK(world.lote(newer).remetente == posto);
        CHECK(world.lote(older).numero_remetente == 1);
        const auto versions = world.versions(Visita{});
        REQUIRE(versions.size() == 2);
        CHECK(versions[0].atual);
        CHECK(versions[0].lote == newer.text());
        CHECK(world.lote(world.send(lote_with(3, 3, "3550308"))).remetente.empty());
    });
}

TEST_CASE("Bad input: a zip that is encrypted, truncated, climbs out of its folder or repeats a name is refused whole, with its cause") {
    for_each_world([](World& world) {
        check_refused(world, encrypted(visit_zip()), "ZIP-0003", "senha");
        check_refused(world, visit_zip().substr(0, 60), "ZIP-0002", "incompleto");
        check_refused(world, renamed(zip_of({{"aa/a.esus", "x"}}), "aa/a", "../a"), "ZIP-0005", "caminho para fora");
        check_refused(world, renamed(zip_of({{"a.esus", "x"}, {"b.esus", "y"}}), "b.esus", "a.esus"), "ZIP-0006", "mesmo nome");
    });
}

TEST_CASE("Bad input: a zip bomb is refused whole, by its ratio, its entries, its size or a zip within it, before it is unpacked") {
    for_each_world([](World& world) {
        check_refused(world, zip_of({{"a.esus", std::string(20'000'000, 'x')}}), "ZIP-0010", "cresce demais");
        check_refused(world, zip_of({{"dentro.zip", visit_zip()}}), "ZIP-0011", "outro arquivo compactado");
        world.services.limits.entries_max = 2;
        check_refused(world, zip_of({{"a", "x"}, {"b", "y"}, {"c", "z"}}), "ZIP-0008", "mais de 2 arquivos");
        world.services.limits = {.unpacked_bytes_max = 1000};
        check_refused(world, zip_of({{"a", std::string(600, 'x')}, {"b", std::string(600, 'y')}}), "ZIP-0009", "1000 bytes");
    });
}

TEST_CASE("Bad input: a file that is empty or a zip without any ficha is refused, saying so") {
    for_each_world([](World& world) {
        check_refused(world, "", "RECEB-0010", "vazio");
        check_refused(world, zip_of({{"pasta/", ""}}), "RECEB-0010", "nenhuma ficha");
    });
}

TEST_CASE("A lote for a município that is not of the actor, or not active here, is refused and leaves nothing") {
    for_each_world([](World& world) {
        const auto bytes = visit_zip();
        const Upload upload{.file_name = "lote.zip", .bytes = bytes, .municipio = other_municipio()};
        CHECK(code_of_failure(receive_lote(world.ana<identity::Permission::fichas_importar>(), upload, world.services)) == "ACESSO-0005");
        const auto anywhere = world.gate.as<identity::Permission::fichas_importar>({.key = "raiz", .name = "Raiz"});
        CHECK(code_of_failure(receive_lote(anywhere, upload, world.services)) == "RECEB-0003");
        CHECK(world.rows("lote_recebido") == 0);
        CHECK(world.rows("trabalho") == 0);
    });
}

TEST_CASE("[S2-266] A lote that arrives outside the window waits for midnight of the município") {
    for_each_world([](World& world) {
        world.hours.continuous = false;
        const auto id = world.send(visit_zip());
        CHECK(world.due() == 0);
        world.run_jobs();
        CHECK(world.lote(id).situacao == SituacaoLote::aguardando);
        world.clock.set(from_ms(1'790'046'000'000));  // 2026-09-22, 00:00 in Aracaju
        CHECK(world.due() == 1);
        world.run_jobs();
        CHECK(world.lote(id).situacao == SituacaoLote::processado);
    });
}
