// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <set>

#include "modules/fichas/domain/ledi/info.hpp"
#include "modules/fichas/domain/records/transporte.hpp"
#include "modules/fichas/domain/testing/case_file.hpp"

namespace aroeira::fichas {
namespace {

const std::filesystem::path kCases = AROEIRA_SOURCE "/src/modules/fichas/tests/cases";

std::string in_words(const std::vector<FieldError>& findings) {
    std::string out;
    for (const FieldError& f : findings) out += "\n    " + f.rule + " " + f.field + ": " + f.message;
    return out.empty() ? "aceita" : out;
}

// The expected rules are exactly the ones found; where the case names a path, it is one of them.
bool answers(const std::vector<FieldError>& found, const std::vector<testing::Expected>& expected) {
    std::set<std::string> got, wanted;
    for (const auto& f : found) got.insert(f.rule);
    for (const auto& e : expected) wanted.insert(e.rule);
    if (got != wanted) return false;
    return std::all_of(expected.begin(), expected.end(), [&](const testing::Expected& e) {
        return e.path.empty() || std::any_of(found.begin(), found.end(), [&](const FieldError& f) {
                   return f.rule == e.rule && f.field == e.path;
               });
    });
}

void collect(const ledi::StructInfo& info, std::set<const ledi::StructInfo*>& out) {
    if (!out.insert(&info).second) return;
    for (const auto& f : info.fields)
        if (f.record) collect(*f.record, out);
}

}  // namespace

TEST_CASE("every case of the data files is answered as it is written") {
    const auto cases = testing::read_cases(kCases);
    REQUIRE(cases.size() > 10);
    std::map<std::string, std::set<int>> refused_in;  // rule -> record types that have a refusing case
    for (const auto& one : cases) {
        CAPTURE(one.file);
        CAPTURE(one.line);
        CAPTURE(one.base);
        CAPTURE(one.title);
        const testing::BuiltFicha built(kCases, one.base, one.changes);
        const Verdict verdict = check(built.ficha(), built.options());
        CHECK_MESSAGE(answers(verdict.errors, one.errors), in_words(verdict.errors));
        CHECK_MESSAGE(answers(verdict.warnings, one.warnings), in_words(verdict.warnings));
        for (const auto& list : {verdict.errors, verdict.warnings})
            for (const auto& f : list) {
                refused_in[f.rule].insert(built.ficha().tipo->codigo);
                CHECK(f.message.ends_with('.'));
                CHECK(f.fix.ends_with('.'));
            }
    }
    // A rule nobody has seen refuse anything is not a rule yet. A rule of a group shared by several
    // record types is proven by any of them; the others by their own.
    std::map<const ledi::StructInfo*, std::set<int>> users;
    for (const TipoDeFicha* tipo : tipos_de_ficha()) {
        std::set<const ledi::StructInfo*> structs{&ledi::describe<ledi::DadoTransporte>()};
        collect(tipo->info(), structs);
        for (const auto* info : structs) users[info].insert(tipo->codigo);
    }
    for (const auto& [info, tipos] : users)
        for (const auto& rule : info->rules) {
            const bool proven = std::any_of(tipos.begin(), tipos.end(), [&](int t) {
                return refused_in[std::string(rule.id)].contains(t);
            });
            CHECK_MESSAGE(proven, info->name << ": a regra " << rule.id << " não tem caso que ela recuse");
        }
}

TEST_CASE("every base is a ficha without remarks, with and without the CNES") {
    for (const auto& base : testing::base_names(kCases)) {
        const testing::BuiltFicha built(kCases, base, {});
        const auto verdict = check(built.ficha(), built.options());
        CHECK_MESSAGE(verdict.is_valid(), base << in_words(verdict.errors));
        CHECK_MESSAGE(verdict.warnings.empty(), base << in_words(verdict.warnings));
        CheckOptions without = built.options();
        without.catalogo = nullptr;
        CHECK(check(built.ficha(), without).is_valid());
    }
}

TEST_CASE("every record type has a base and every rule says what is wrong, how to mend it and where it comes from") {
    std::set<int> with_base;
    for (const auto& base : testing::base_names(kCases))
        with_base.insert(testing::BuiltFicha(kCases, base, {}).ficha().tipo->codigo);
    for (const TipoDeFicha* tipo : tipos_de_ficha()) {
        CHECK_MESSAGE(with_base.contains(tipo->codigo), tipo->nome);
        std::set<const ledi::StructInfo*> structs;
        collect(tipo->info(), structs);
        for (const auto* info : structs)
            for (const auto& rule : info->rules) {
                CAPTURE(rule.id);
                CHECK(!rule.id.empty());
                CHECK(rule.message.ends_with('.'));
                CHECK(rule.fix.ends_with('.'));
                CHECK(rule.source.starts_with("LEDI"));
            }
    }
}

}  // namespace aroeira::fichas
