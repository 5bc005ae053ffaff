// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/certify_credencial.hpp"

#include <doctest/doctest.h>

#include "modules/identity/operations/api_log_in.hpp"
#include "modules/identity/operations/check_session.hpp"
#include "modules/identity/tests/world.hpp"
#include "platform/crypto/certificate.hpp"
#include "tests/support/pki.hpp"

using namespace aroeira;
using namespace aroeira::identity;
using namespace aroeira::identity::testing;

namespace {

CredenciaisGranted of_installation(World& world) { return world.gate.as<Permission::credenciais_gerenciar>({.key = "instalacao"}); }
CredenciaisGranted of_municipio(World& world, const Ibge& municipio) {
    return world.gate.as<Permission::credenciais_gerenciar>({.key = "municipal", .municipio = municipio});
}
CredencialId credencial(World& world) { return test::must(create_credencial(of_installation(world), "UBS", ibge(), world.services)).credencial.id; }

/// Two certificates of one authority, made once.
struct Two {
    test::Pki pki;
    std::string first, second, first_print, second_print;
    Two() {
        pki.issue("primeiro");
        pki.issue("segundo");
        first = pki.read("primeiro.crt");
        second = pki.read("segundo.crt");
        first_print = test::must(crypto::read_certificate(first)).impressao;
        second_print = test::must(crypto::read_certificate(second)).impressao;
    }
};
const Two& two() {
    static const Two made;
    return made;
}
/// Within the validity of both.
void now_is_real(World& world) { world.clock.set(SystemClock().now()); }

Result<Entered> enter(World& world, const std::string& impressao, Shown shown = Shown::trusted) {
    return api_log_in(CertificateLogin{shown, impressao, "10.0.0.9"}, world.services);
}

}  // namespace

TEST_CASE("a system enters with the certificate registered in its credencial, and with no other") {
    for_each_world([](World& world) {
        now_is_real(world);
        const auto id = credencial(world);
        CHECK(code_of_failure(enter(world, two().first_print)) == "ACESSO-0057");
        const auto registered = test::must(register_certificado(of_installation(world), id, two().first, world.services));
        CHECK(registered.certificado->titular == "primeiro");
        const auto entered = test::must(enter(world, two().first_print));
        CHECK(test::must(check_session({.token = entered.token}, world.services)).credencial == id);
        CHECK(code_of_failure(enter(world, two().second_print)) == "ACESSO-0057");
        const auto kept = test::must(list_credenciais(of_installation(world), world.services)).front();
        CHECK(kept.certificado->impressao == two().first_print);
        CHECK(kept.certificado->until - kept.certificado->from == std::chrono::hours(30 * 24));
        CHECK(kept.ultimo_uso == world.clock.now());
        CHECK(world.count(audit::Event::certificado_registrado) == 1);
        CHECK(world.count(audit::Event::login_falha) == 2);
    });
}

TEST_CASE("what is wrong with the certificate shown is said, each in its words") {
    for_each_world([](World& world) {
        now_is_real(world);
        test::must(register_certificado(of_installation(world), credencial(world), two().first, world.services));
        const auto code = [&](Shown shown) { return code_of_failure(enter(world, two().first_print, shown)); };
        CHECK(code(Shown::nothing) == "ACESSO-0053");
        CHECK(code(Shown::expired) == "ACESSO-0054");
        CHECK(code(Shown::not_yet_valid) == "ACESSO-0055");
        CHECK(code(Shown::other_authority) == "ACESSO-0056");
        CHECK(code(Shown::unfit) == "ACESSO-0056");
        CHECK(code(Shown::trusted) == "ok");
        world.settings.receiving.enabled = false;
        CHECK(code(Shown::trusted) == "ACESSO-0038");
    });
}

TEST_CASE("removing or replacing a certificate, or inactivating its credencial, ends its sessions at once and opens nothing any more") {
    for_each_world([](World& world) {
        now_is_real(world);
        const auto granted = of_installation(world);
        const auto id = credencial(world);
        const auto in_and_out = [&](auto act) {
            const auto entered = test::must(enter(world, two().first_print));
            act();
            CHECK_FALSE(world.stored(entered.token));
            CHECK(code_of_failure(enter(world, two().first_print)) == "ACESSO-0057");
        };
        test::must(register_certificado(granted, id, two().first, world.services));
        in_and_out([&] {
            test::must(remove_certificado(granted, id, world.services));
            test::must(remove_certificado(granted, id, world.services));
        });
        CHECK(world.count(audit::Event::certificado_removido) == 1);
        test::must(register_certificado(granted, id, two().first, world.services));
        in_and_out([&] { test::must(register_certificado(granted, id, two().second, world.services)); });
        CHECK(enter(world, two().second_print));
        test::must(register_certificado(granted, id, two().first, world.services));
        in_and_out([&] { test::must(inactivate_credencial(granted, id, world.services)); });
        CHECK(code_of_failure(register_certificado(granted, id, two().first, world.services)) == "ACESSO-0052");
        test::must(register_certificado(granted, credencial(world), two().first, world.services));
    });
}

TEST_CASE("a certificate is of one credencial, in its time, and no file of another kind") {
    for_each_world([](World& world) {
        now_is_real(world);
        const auto granted = of_installation(world);
        const auto id = credencial(world);
        const auto fault = [&](std::string_view file) {
            const auto done = register_certificado(granted, id, file, world.services);
            return done ? std::string("ok") : done.error().fields.empty() ? std::string(done.error().code.text()) : done.error().fields.front().message;
        };
        CHECK(fault("isto não é um certificado") == "O arquivo não é um certificado.");
        world.clock.set(SystemClock().now() + std::chrono::hours(31 * 24));
        CHECK(fault(two().first) == "O certificado venceu.");
        world.clock.set(SystemClock().now() - std::chrono::hours(24));
        CHECK(fault(two().first) == "O certificado ainda não vale.");
        now_is_real(world);
        CHECK(fault(two().first) == "ok");
        CHECK(fault(two().first) == "ok");
        CHECK(world.count(audit::Event::certificado_registrado) == 1);
        CHECK(code_of_failure(register_certificado(granted, credencial(world), two().first, world.services)) == "ACESSO-0051");
        const auto theirs = of_municipio(world, other_ibge());
        CHECK(code_of_failure(register_certificado(theirs, id, two().second, world.services)) == "ACESSO-0031");
        CHECK(code_of_failure(remove_certificado(theirs, id, world.services)) == "ACESSO-0031");
        CHECK(test::must(register_certificado(of_municipio(world, ibge()), id, two().second, world.services)).certificado->titular == "segundo");
    });
}
