// SPDX-License-Identifier: Apache-2.0
#include "modules/tabelas/api/procedimentos.hpp"

#include <doctest/doctest.h>

using namespace aroeira;

TEST_CASE("Procedures and exams are known by SIGTAP, or by an AB code where there is none") {
    CHECK(tabelas::has_sigtap("0301100284"));
    CHECK_FALSE(tabelas::has_sigtap("0301100285"));
    CHECK(tabelas::ab_exam_sigtap("ABEX013")->empty());
    CHECK(*tabelas::ab_exam_sigtap("ABEX002") == "0202010295");
    CHECK(tabelas::has_structured_result("ABEX022"));
    CHECK_FALSE(tabelas::has_structured_result("ABEX008"));
}

TEST_CASE("A ficha de procedimentos takes care of the groups 01 to 04 and 08.04, and what its list names") {
    constexpr tabelas::Release before{8, 3, 9};
    constexpr tabelas::Release now{8, 7, 0};
    CHECK(tabelas::is_recordable_procedure("0301100284", now));
    CHECK_FALSE(tabelas::is_recordable_procedure("0301100285", now));  // No such code.
    CHECK(tabelas::is_recordable_procedure("0804010013", now));
    REQUIRE(tabelas::has_sigtap("0701070064"));
    CHECK_FALSE(tabelas::is_recordable_procedure("0701070064", now));
    REQUIRE(tabelas::has_sigtap("0803010010"));
    CHECK_FALSE(tabelas::is_recordable_procedure("0803010010", now));
    CHECK(tabelas::is_recordable_procedure("0214010090", now));  // Named by the list, out of the SIGTAP of 10/2025.
    CHECK(tabelas::is_recordable_procedure("ABPG042", now));     // Has no SIGTAP.
    CHECK(tabelas::is_recordable_procedure("ABPG001", before));
    CHECK_FALSE(tabelas::is_recordable_procedure("ABPG001", {8, 4, 0}));
    CHECK_FALSE(tabelas::is_recordable_procedure("ABPO001", before));
    CHECK_FALSE(tabelas::is_recordable_procedure("", now));
}

TEST_CASE("An atendimento odontológico takes care, its list, and the prostheses the LEDI names") {
    constexpr tabelas::Release now{8, 7, 0};
    CHECK(tabelas::is_odonto_procedure("0307020010", now));
    CHECK(tabelas::is_odonto_procedure("0701070064", now));
    CHECK_FALSE(tabelas::is_odonto_procedure("0701010010", now));
    CHECK(tabelas::is_odonto_procedure("ABPO001", {8, 3, 0}));
    CHECK_FALSE(tabelas::is_odonto_procedure("ABPO001", now));
    CHECK(tabelas::is_odonto_procedure("ABPG042", now));
    CHECK_FALSE(tabelas::is_odonto_procedure("ABPG001", {8, 3, 0}));
    CHECK(tabelas::odonto_max_quantity("0307010015") == 32);
    CHECK(tabelas::odonto_max_quantity("0204010160") == 2);
    CHECK(tabelas::odonto_max_quantity("0414020162") == 6);
    CHECK(tabelas::odonto_max_quantity("0301100284") == 1);
}

TEST_CASE("[S2-352] an exam is of the group 02, and says from which age to which and for whom it is") {
    CHECK(tabelas::is_exam("0202010295"));
    CHECK_FALSE(tabelas::is_exam("0301100284"));
    CHECK_FALSE(tabelas::is_exam("0202019999"));
    std::size_t exams = 0;
    std::size_t limited = 0;
    tabelas::each_exam([&](std::string_view code, std::string_view name) {
        CHECK(tabelas::is_exam(code));
        CHECK_FALSE(name.empty());
        const auto ages = tabelas::sigtap_ages(code);
        CHECK(ages.min_months <= ages.max_months);
        limited += ages.min_months > 0 || ages.max_months < 1571 ? 1 : 0;
        return ++exams < 100'000;
    });
    CHECK(exams > 900);
    CHECK(limited > 100);
    // No limit at all is everybody's.
    CHECK(tabelas::sigtap_ages("0202010295").min_months == 0);
    CHECK(tabelas::sigtap_ages("0202010295").max_months == 1571);
    std::size_t seen = 0;
    tabelas::each_exam([&](std::string_view, std::string_view) { return ++seen < 5; });
    CHECK(seen == 5);
}
