// SPDX-License-Identifier: Apache-2.0
// The certificate this installation shows to a destino, as a person brings it.
#include "modules/transmission/operations/add_destino.hpp"
#include "modules/transmission/operations/edit_destino.hpp"
#include "modules/transmission/operations/enter_destino.hpp"
#include "modules/transmission/tests/world.hpp"
#include "tests/support/pki.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;

namespace {

/// Made once, by an administrator of somewhere.
struct Files {
    test::Pki pki;
    std::string pfx, pem, key, other_key;
    Files() {
        pki.issue("ubs");
        pki.issue("outra");
        pki.bundle("ubs", "segredo");
        pfx = pki.read("ubs.pfx");
        pem = pki.read("ubs.crt");
        key = pki.read("ubs.key");
        other_key = pki.read("outra.key");
    }
};
const Files& files() {
    static const Files made;
    return made;
}

NewDestino form() {
    NewDestino made{.nome = "Centralizador de Aracaju", .endereco = "https://aracaju.exemplo:8443/esus"};
    made.certificado = files().pfx;
    made.senha_do_certificado = "segredo";
    return made;
}

void now_is_real(World& world) { world.received.clock.set(SystemClock().now()); }

Segredos kept(World& world, const Destino& destino) {
    return test::must(world.read([&](Ports& ports) { return segredos_of(destino, ports, world.services.vault); }));
}

/// "field: message" of the first field that cannot be kept.
std::string fault(World& world, const NewDestino& asked) {
    const auto refused = add_destino(world.marina(), asked, world.services);
    if (refused) return "ok";
    return refused.error().fields.empty() ? std::string(refused.error().code.text()) : refused.error().fields.front().field + ": " + refused.error().fields.front().message;
}

}  // namespace

TEST_CASE("A destino is given a certificate in a .pfx or in PEM; its key is sealed and can be used, and stays when something else is edited") {
    for_each_world([](World& world) {
        now_is_real(world);
        const auto added = test::must(add_destino(world.marina(), form(), world.services));
        CHECK(added.enters_by_certificate());
        CHECK(added.can_enter());
        CHECK(added.certificado_pem.starts_with(files().pem.substr(files().pem.find("-----BEGIN"))));
        const auto key = kept(world, added).chave_pem;
        CHECK(key.find("PRIVATE KEY") != std::string::npos);
        CHECK(test::must(world.read([&](Ports& ports) { return ports.destinos.chave(added.id); })).find("PRIVATE KEY") == std::string::npos);

        auto asked = form();
        asked.nome = "Outro nome";
        asked.certificado.clear();
        asked.senha_do_certificado.clear();
        const auto renamed = test::must(edit_destino(world.marina(), added.id, asked, world.services));
        CHECK(renamed.certificado_pem == added.certificado_pem);
        CHECK(kept(world, renamed).chave_pem == key);

        asked.certificado = files().pem;
        asked.chave = files().key;
        CHECK(kept(world, test::must(edit_destino(world.marina(), added.id, asked, world.services))).chave_pem == key);
        asked.certificado.clear();
        asked.chave.clear();
        asked.sem_certificado = true;
        const auto bare = test::must(edit_destino(world.marina(), added.id, asked, world.services));
        CHECK(bare.certificado_pem.empty());
        CHECK(kept(world, bare).chave_pem.empty());
        CHECK_FALSE(bare.can_enter());
        std::string told;
        test::must(world.read([&](Ports& ports) {
            return ports.session.each(db::Query{"test.details", "SELECT detalhes FROM evento WHERE entidade = 'destino'"}, {}, [&](const db::Row& row) {
                told += row.text(0);
                return true;
            });
        }));
        CHECK(told.find("\"certificado\"") != std::string::npos);
        CHECK(told.find("PRIVATE") == std::string::npos);
    });
}

TEST_CASE("What is wrong with a certificate is said at its field: expired, not yet valid, another key, wrong password, no file of that kind") {
    for_each_world([](World& world) {
        now_is_real(world);
        const auto with = [](auto change) {
            auto asked = form();
            change(asked);
            return asked;
        };
        CHECK(fault(world, with([](auto& f) { f.senha_do_certificado = "errada"; })).starts_with("senha_do_certificado: A senha do certificado não é esta."));
        CHECK(fault(world, with([](auto& f) { f.certificado = files().pem; f.chave = files().other_key; })).starts_with("chave: A chave não é a deste certificado."));
        CHECK(fault(world, with([](auto& f) { f.certificado = files().pem; })).starts_with("chave: Falta a chave"));
        CHECK(fault(world, with([](auto& f) { f.certificado = "isto não é um certificado"; })).starts_with("certificado: O arquivo não tem um certificado"));
        CHECK(fault(world, with([](auto& f) { f.certificado.clear(); f.chave = files().key; })).starts_with("certificado: Há uma chave sem certificado."));
        CHECK(fault(world, with([](auto& f) { f.endereco = "http://aracaju.exemplo:8080"; })).starts_with("endereco: Um certificado só é apresentado por HTTPS."));
        CHECK(fault(world, with([](auto& f) { f.protocolo = Protocolo::ledi; })).starts_with("usuario: A API LEDI pede"));
        world.received.clock.set(SystemClock().now() + std::chrono::hours(31 * 24));
        CHECK(fault(world, form()) == "certificado: O certificado venceu.");
        world.received.clock.set(SystemClock().now() - std::chrono::hours(24));
        CHECK(fault(world, form()) == "certificado: O certificado ainda não vale.");
        CHECK(world.received.rows("destino") == 1);
    });
}
