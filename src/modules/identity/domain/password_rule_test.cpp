// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/domain/password_rule.hpp"

#include <doctest/doctest.h>

using namespace aroeira;
using identity::check_password;

namespace {

std::size_t broken(std::string_view password) {
    const auto checked = check_password(password, "nova");
    return checked ? 0 : checked.error().fields.size();
}

}  // namespace

TEST_CASE("a password of 8 to 128 characters with a letter and a digit is accepted") {
    CHECK(broken("girassol-42-azul") == 0);
    CHECK(broken("cavalo7x") == 0);
    CHECK(broken("coração-de-9-mães") == 0);
    CHECK(broken(std::string(127, 'k') + "7") == 0);
    CHECK(broken("frase com espaços e 1 número") == 0);
    CHECK(broken("demonstracao-2026") == 0);
}

TEST_CASE("characters are counted, not bytes") {
    CHECK(broken("çãé4") == 1);
    CHECK(broken("çãéíóúâ4") == 0);
    CHECK(broken(std::string(128, 'k') + "7") == 1);
}

TEST_CASE("a password without letter, without digit or too short says which") {
    CHECK(broken("cavalo7") == 1);
    CHECK(broken("cavalo-preto") == 1);
    CHECK(broken("49205839") == 1);
    CHECK(broken("cavalo") == 2);
    const auto checked = check_password("cavalo", "nova");
    REQUIRE_FALSE(checked);
    CHECK(checked.error().fields.front().field == "nova");
    CHECK(checked.error().code.text() == "ACESSO-0020");
}

TEST_CASE("what is tried first is refused, however it is dressed up") {
    for (const auto* password : {"senha123", "Senha2024", "S3nh@2024", "SENHA!!1", "senhasenha1", "12345678a", "a1234567",
                                 "qwerty12", "Brasil2026", "esus1234", "123mudar", "Mudar@123", "p4ssw0rd", "aroeira2026",
                                 "Enfermeiro01", "11111111a", "9876543210b", "abc12345"}) {
        CAPTURE(password);
        CHECK(identity::is_common_password(password));
        CHECK(broken(password) >= 1);
    }
}

TEST_CASE("a usual word among others is no usual password") {
    for (const auto* password : {"minha-senha-e-o-gato-7", "posto5flores", "girassol-42-azul", "x9-kilometros"}) {
        CAPTURE(password);
        CHECK_FALSE(identity::is_common_password(password));
    }
}
