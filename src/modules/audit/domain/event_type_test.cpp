// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/api/event_type.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace aroeira::audit;

TEST_CASE("every internal event has one spelling, one type of the manual and a sentence for people") {
    std::set<std::string_view> names;
    for (int i = 0; i <= static_cast<int>(kLastEvent); ++i) {
        const auto event = static_cast<Event>(i);
        const auto facts = facts_of(event);
        CAPTURE(facts.name);
        CHECK_FALSE(facts.name.empty());
        CHECK_FALSE(facts.sentence.empty());
        CHECK(names.insert(facts.name).second);
        CHECK(event_of(facts.name) == event);
    }
    CHECK_FALSE(event_of("invasao"));
}

TEST_CASE("[S2-314] [S2-315] [S2-316] [S2-317] [S2-318] [S2-322] [S2-323] [S2-324] [S2-325] [S2-326] [S2-327] the sixteen types have the titles of the manual, and every one has an event") {
    std::set<EventType> used;
    for (int i = 0; i <= static_cast<int>(kLastEvent); ++i) used.insert(type_of(static_cast<Event>(i)));
    CHECK(kEventTypes.size() == 16);
    CHECK(used.size() == kEventTypes.size());
    std::set<std::string_view> codes;
    for (const auto type : kEventTypes) {
        CHECK_FALSE(title_of(type).empty());
        CHECK(codes.insert(code_of(type)).second);
    }
    CHECK(title_of(EventType::account_locked) == "Bloqueio de conta de usuário");
    CHECK(title_of(EventType::restore_failed) == "Cópia de segurança – Restauração de cópia de segurança sem sucesso");
    CHECK(title_of(EventType::rnds_disabled) == "Desabilitar PEC a acessar RNDS");
}
