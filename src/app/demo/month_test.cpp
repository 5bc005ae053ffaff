// SPDX-License-Identifier: Apache-2.0
#include "app/demo/month.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "app/demo/accounts.hpp"
#include "base/embedded.hpp"
#include "modules/fichas/api/written_ficha.hpp"
#include "tests/support/databases.hpp"

namespace aroeira::app::demo {
namespace {

/// The registry of the town, as the rules ask for it.
class TownCatalogo final : public fichas::Catalogo {
public:
    explicit TownCatalogo(const Town& town) : ibge_(town.ibge()) {
        for (const auto& post : town.posts()) known_.insert({post.cnes, post.ine, post.cns, post.cpf});
    }
    bool has_municipio(std::string_view ibge) const override { return ibge == ibge_; }
    bool has_unidade(std::string_view ibge, std::string_view cnes) const override { return has(ibge, cnes); }
    bool has_equipe(std::string_view ibge, std::string_view ine) const override { return has(ibge, ine); }
    bool has_profissional(std::string_view ibge, std::string_view cns) const override { return has(ibge, cns); }
    bool has_profissional_cpf(std::string_view ibge, std::string_view cpf) const override { return has(ibge, cpf); }

private:
    bool has(std::string_view ibge, std::string_view key) const { return ibge == ibge_ && known_.contains(std::string(key)); }
    std::string ibge_;
    std::set<std::string> known_;
};

struct World {
    Ibge ibge = test::must(Ibge::parse(kMunicipio));
    std::string_view xml = [] {
        for (const auto& file : embedded::demo())
            if (file.name.ends_with(".xml")) return file.bytes;
        return std::string_view{};
    }();
    Town town = test::must(Town::read(xml, ibge));
    std::vector<Model> models = test::must(read_models(embedded::demo()));

    std::vector<Shipment> month(std::string_view now) const { return test::must(make_month(town, models, *fichas::written_instant(now))); }
};

std::set<std::string> rules_of(const std::vector<FieldError>& findings) {
    std::set<std::string> out;
    for (const auto& one : findings) out.insert(one.rule);
    return out;
}

std::string in_words(const std::set<std::string>& rules) {
    std::string out;
    for (const auto& rule : rules) out += rule + " ";
    return out;
}

// The ends of months and years, the first hours of a day, a leap day, a Sunday.
constexpr std::string_view kDays[] = {"2026-09-15 12:00", "2026-10-01 07:00", "2027-01-01 00:30", "2026-03-31 23:30", "2028-02-29 18:05", "2026-11-01 10:00"};

}  // namespace

TEST_CASE("on whatever day it is loaded, each ficha of the demonstration is refused by the rules it should be, and by no other") {
    const World world;
    const TownCatalogo catalogo(world.town);
    for (const auto day : kDays) {
        CAPTURE(day);
        const auto now = *fichas::written_instant(day);
        for (const auto& shipment : world.month(day))
            for (const auto& sent : shipment.fichas) {
                fichas::Arena arena;
                const auto reading = fichas::read_file(sent.name, sent.bytes, arena);
                CHECK(bool(reading) == (sent.model != nullptr));
                if (!reading) continue;
                CAPTURE(sent.model->name);
                CAPTURE(sent.number);
                const auto verdict = fichas::check(reading.ficha, {.now = now, .catalogo = &catalogo});
                const std::set<std::string> expected(sent.model->refused_by.begin(), sent.model->refused_by.end());
                CHECK_MESSAGE(rules_of(verdict.errors) == expected, in_words(rules_of(verdict.errors)));
                CHECK_MESSAGE(verdict.warnings.empty(), in_words(rules_of(verdict.warnings)));
                CHECK(std::string(reading.ficha.uuid()) + ".esus" == sent.name);
            }
    }
}

TEST_CASE("a month of the demonstration has all 13 types, of every unit, on many days, and one mistake in a dozen fichas") {
    const World world;
    std::map<int, int> of_type;
    std::set<std::string> units, professionals, days, uuids;
    int all = 0, refused = 0, repeated = 0, corrected = 0, notes = 0, online = 0;
    for (const auto& shipment : world.month("2026-09-29 12:00")) {
        units.insert(shipment.cnes);
        online += shipment.online ? 1 : 0;
        for (const auto& sent : shipment.fichas) {
            fichas::Arena arena;
            const auto reading = fichas::read_file(sent.name, sent.bytes, arena);
            if (!sent.model) {
                ++notes;
                continue;
            }
            ++all;
            ++of_type[static_cast<int>(reading.ficha.codigo())];
            refused += sent.model->refused_by.empty() ? 0 : 1;
            repeated += sent.repeated ? 1 : 0;
            corrected += sent.corrected ? 1 : 0;
            CHECK(uuids.insert(std::string(reading.ficha.uuid())).second == !(sent.repeated || sent.corrected));
            if (sent.model->refused_by.empty()) days.insert(std::to_string(*reading.ficha.attended_at() / 86'400'000));
        }
    }
    CHECK(of_type.size() == fichas::tipos_de_ficha().size());
    for (const auto& [tipo, count] : of_type) CHECK_MESSAGE(count >= 5, tipo << ": " << count);
    CHECK(all >= 900);
    CHECK(all <= 1500);
    CHECK(refused * 100 >= all * 6);
    CHECK(refused * 100 <= all * 10);
    CHECK(units.size() == 6);
    CHECK(days.size() == 20);  // the working days of 1 to 28 September 2026
    CHECK(repeated == 1);
    CHECK(corrected == 2);
    CHECK(notes == 1);
    CHECK(online >= 15);
}

TEST_CASE("what a refused ficha of the demonstration is corrected to has other bytes and its uuid") {
    const World world;
    const auto month = world.month("2026-09-29 12:00");
    for (const auto& later : month)
        for (const auto& mended : later.fichas) {
            if (!mended.corrected) continue;
            const SentFicha* before = nullptr;
            for (const auto& earlier : month)
                for (const auto& sent : earlier.fichas)
                    if (sent.name == mended.name && !sent.corrected && earlier.at < later.at) before = &sent;
            REQUIRE(before);
            CHECK(before->bytes != mended.bytes);
            CHECK(!before->model->refused_by.empty());
        }
}

TEST_CASE("the same moment gives the same month, oldest shipment first and none in the future") {
    const World world;
    for (const auto day : kDays) {
        const auto now = *fichas::written_instant(day);
        const auto once = world.month(day), again = world.month(day);
        REQUIRE(once.size() == again.size());
        for (std::size_t i = 0; i < once.size(); ++i) {
            CHECK(once[i].at <= now);
            CHECK((i == 0 || once[i - 1].at <= once[i].at));
            REQUIRE(once[i].fichas.size() == again[i].fichas.size());
            for (std::size_t k = 0; k < once[i].fichas.size(); ++k) CHECK(once[i].fichas[k].bytes == again[i].fichas[k].bytes);
        }
    }
}

TEST_CASE("a model that cannot be understood is named with its line") {
    const embedded::File files[] = {{"fichas/x.modelos", "[um] Um.\npor mês: 3\n\n[dois] Dois.\nmodelo: nenhum\n"}};
    const auto models = read_models(files);
    REQUIRE(!models);
    CHECK(models.error().detail == "fichas/x.modelos:5: modelo: nenhum");
}

}  // namespace aroeira::app::demo
