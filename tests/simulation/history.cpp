// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/history.hpp"

#include <algorithm>

#include "modules/fichas/tests/visita.hpp"
#include "platform/crypto/crypto.hpp"
#include "tests/simulation/promises.hpp"

namespace aroeira::simulation {

using fichas::testing::Visita;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

constexpr std::size_t kUbs = 2, kMunicipal = 2, kEstadual = 3, kNacional = 4;
constexpr int kPossibleFichas = 12;  // of each UBS: few, so that they are corrected and repeated
constexpr int kRoundsToCalm = 60, kTurnsToRest = 200, kJobsOfTurn = 8;

std::string_view tipo_of(std::size_t site) {
    if (site == kMunicipal) return "centralizador_municipal";
    if (site == kEstadual) return "centralizador_estadual";
    return site == kNacional ? "centralizador_nacional" : "prontuario";
}

}  // namespace

/// What people gave the UBS and were told «received» for: the last of each ficha, and in which order.
struct Region::Typed {
    std::array<std::map<std::string, std::string>, kUbs> last{};  ///< uuid → SHA-256 of its bytes.
    std::uint64_t versions = 0;
};

Region::Region(const crypto::Vault& vault) {
    constexpr std::array kNames{"ubs1", "ubs2", "municipal", "estadual", "nacional"};
    for (std::size_t i = 0; i < sites_.size(); ++i) sites_[i] = std::make_unique<Site>(kNames[i], sky_, vault);
}

Region::Outcome Region::live(std::uint64_t seed, int confirms_before_commit) {
    sky_.dice = Dice(seed);
    sky_.weather = {};
    sky_.clock.set(from_ms(1'790'000'000'000));
    sky_.network.forget();
    for (std::size_t i = sites_.size(); i-- > 0;) {
        const Site* above = i == kNacional ? nullptr : sites_[std::max(i + 1, kMunicipal)].get();
        sites_[i]->begin(tipo_of(i), above);
    }
    Typed typed;
    sky_.weather = Weather::storm(sky_.dice);
    sky_.weather.confirms_before_commit = confirms_before_commit;
    const auto events = 20 + sky_.dice.below(40);
    for (std::uint64_t i = 0; i < events; ++i) happen(typed);

    Outcome outcome{.fichas = typed.versions, .questions = sky_.network.questions()};
    for (const auto& site : sites_) outcome.crashes += site->crashes();
    outcome.violation = calm_down() ? check(typed) : "a rede não se acalmou";
    if (!outcome.violation.empty())
        for (const auto& site : sites_)
            for (const auto& line : site->unfinished()) outcome.violation += "\n    " + site->name() + ": " + line;
    return outcome;
}

void Region::happen(Typed& typed) {
    auto& dice = sky_.dice;
    auto& any = *sites_[dice.below(sites_.size())];
    switch (dice.below(12)) {
        case 0:
        case 1:
        case 2: {  // Somebody brings a file of fichas; who is not told «received» brings it again.
            const auto ubs = dice.below(kUbs);
            std::vector<Visita> visits;
            for (auto count = 1 + dice.below(6); count > 0; --count) {
                Visita visit{.number = static_cast<int>(ubs * 100 + dice.below(kPossibleFichas))};
                const bool is_there = std::any_of(visits.begin(), visits.end(), [&](const Visita& v) { return v.number == visit.number; });
                if (is_there) continue;
                visit.numero_lote = static_cast<std::int64_t>(dice.below(3));  // Its bytes are those of one of a few versions.
                visit.cnes = dice.happens(300) ? kSecondCnes : kFirstCnes;
                if (dice.happens(100)) visit.turno = fichas::testing::kNoSuchTurno;
                visits.push_back(visit);
            }
            const auto zip = fichas::testing::zip_of(visits);
            while (!sites_[ubs]->receive_file(zip)) {}
            // The next file is brought after this one was processed: their order is that of people.
            while (sites_[ubs]->is_processing()) {
                sites_[ubs]->work(1);
                sky_.clock.set(sky_.clock.now() + minutes(1));
            }
            for (const auto& visit : visits) {
                const auto digest = crypto::sha256_text(visit.bytes());
                typed.last[ubs][visit.uuid()] = digest;
                ++typed.versions;
            }
            break;
        }
        case 3:
        case 4: any.ask_for_lotes(); break;
        case 5: any.hasten_some_lote(); break;
        case 6: sky_.clock.set(sky_.clock.now() + minutes(dice.below(600))); break;
        case 7: sky_.clock.set(sky_.clock.now() + hours(dice.below(100))); break;  // Machines are off for days.
        case 8: {  // A lote goes by hand, also one that went over the network.
            const auto from = dice.below(kNacional);
            if (const auto zip = sites_[from]->save_some_lote(); !zip.empty()) sites_[std::max(from + 1, kMunicipal)]->receive_file(zip);
            break;
        }
        case 9: sky_.network.deliver_echoes(); break;
        case 10:
            if (dice.happens(200)) sites_[kMunicipal]->learn_registry();
            else any.die();
            break;
        default: break;
    }
    for (const auto& site : sites_)
        if (dice.happens(700)) site->work(static_cast<int>(1 + dice.below(6)));
}

/// The storm is over; everybody goes on until nothing is left to do.
bool Region::calm_down() {
    sky_.network.deliver_echoes();
    sky_.weather = {};
    sites_[kMunicipal]->learn_registry();
    std::int64_t lotes = -1;
    for (int round = 0; round < kRoundsToCalm; ++round) {
        // People make lotes of what became valid meanwhile; the routine of the night would do it too.
        for (const auto& site : sites_) {
            site->ask_for_lotes();
            site->hasten_stopped_lotes();
        }
        if (!come_to_rest()) continue;
        std::int64_t now = 0;
        for (const auto& site : sites_) now += site->lotes();
        if (now == std::exchange(lotes, now)) return pass_two_days();
    }
    return false;
}

/// Runs what is due, hour after hour, until nothing is on its way.
bool Region::come_to_rest() {
    for (int turn = 0; turn < kTurnsToRest; ++turn) {
        bool worked = false;
        for (const auto& site : sites_) worked = site->work(kJobsOfTurn) || worked;
        if (worked) continue;
        if (std::all_of(sites_.begin(), sites_.end(), [](const auto& site) { return site->unfinished().empty(); })) return true;
        go_to_next_job();
    }
    return false;
}

void Region::go_to_next_job() {
    auto next = sky_.clock.now() + hours(24);
    for (const auto& site : sites_) next = std::min(next, site->due_next());
    sky_.clock.set(std::max(next, sky_.clock.now() + minutes(1)));
}

/// What was refused is asked about again once a day.
bool Region::pass_two_days() {
    for (const auto until = sky_.clock.now() + hours(48); sky_.clock.now() < until; go_to_next_job())
        for (const auto& site : sites_) site->work(kJobsOfTurn);
    return come_to_rest();
}

std::string Region::check(const Typed& typed) {
    for (std::size_t ubs = 0; ubs < kUbs; ++ubs)
        if (auto broken = broken_promise_to_people(typed.last[ubs], sites_[ubs]->kept()); !broken.empty()) return sites_[ubs]->name() + ": " + broken;
    for (std::size_t below = 0; below < kNacional; ++below) {
        auto& above = *sites_[std::max(below + 1, kMunicipal)];
        if (auto broken = broken_promise_between(sites_[below]->kept(), sites_[below]->sent(), above.kept()); !broken.empty())
            return sites_[below]->name() + " → " + above.name() + ": " + broken;
    }
    return {};
}

std::string Region::told() {
    std::string text;
    for (const auto& site : sites_)
        for (const auto& row : site->kept())
            text += site->name() + " " + row.uuid + " " + std::to_string(row.versao) + (row.atual ? " atual " : " ") + row.situacao + " " + crypto::hex(row.sha256) + "\n";
    return text;
}

}  // namespace aroeira::simulation
