// SPDX-License-Identifier: Apache-2.0
#include "app/demo/month.hpp"

#include <algorithm>
#include <map>

#include "app/demo/calendar.hpp"
#include "app/demo/fill_in.hpp"
#include "base/text.hpp"
#include "modules/fichas/api/ficha.hpp"

namespace aroeira::app::demo {
namespace {

constexpr std::string_view kOnlineUnit = "9900038";  // its system sends at the end of each day
constexpr int kOnlineMinutes = 17 * 60 + 45;
constexpr int kFriday = 4, kFridayMinutes = 17 * 60 + 30;
constexpr std::size_t kCorrected = 2;

struct Drawn {
    SentFicha ficha;
    int day = 0, minutes = 0;
};
/// Of one unit, by the first day it covers.
using Piles = std::map<std::pair<int, std::string>, std::vector<Drawn>>;

Result<Piles> draw_all(const Town& town, std::span<const Model> models, const Calendar& calendar) {
    Piles piles;
    for (const auto& model : models)
        for (int number = 0; number < model.per_month; ++number) {
            AROEIRA_TRY(auto made, fill_in(model, town, calendar, Luck(model.name, static_cast<std::uint64_t>(number))));
            const int from = made.cnes == kOnlineUnit ? made.day : Calendar::monday_of(made.day);
            piles[{from, made.cnes}].push_back(
                {{.name = made.uuid + ".esus", .bytes = std::move(made.bytes), .model = &model, .number = number}, made.day, made.minutes});
        }
    return piles;
}

std::string file_name_of(std::string_view unit, int day) {
    auto name = text::fold(unit);
    std::replace(name.begin(), name.end(), ' ', '-');
    return name + "-" + text_of_day(day) + ".zip";
}

/// What was not sent on a Friday goes now: the week is not over.
Shipment shipment_of(int from, const std::string& cnes, std::vector<Drawn>& pile, const Town& town, const Calendar& calendar) {
    std::stable_sort(pile.begin(), pile.end(), [](const Drawn& a, const Drawn& b) { return std::pair(a.day, a.minutes) < std::pair(b.day, b.minutes); });
    Shipment shipment{.cnes = cnes, .online = cnes == kOnlineUnit};
    const bool last_week = calendar.week_of(from) == calendar.week_of(calendar.days().back());
    shipment.at = shipment.online ? calendar.at(from, kOnlineMinutes)
                  : last_week     ? calendar.now()
                                  : calendar.at(from + kFriday, kFridayMinutes);
    shipment.file_name = shipment.online ? std::string() : file_name_of(town.unit_name(cnes), pile.back().day);
    for (auto& drawn : pile) shipment.fichas.push_back(std::move(drawn.ficha));
    return shipment;
}

/// The shipments of files of one unit, oldest first.
using Files = std::vector<Shipment*>;

void send_again(const Files& files) {
    auto again = files.front()->fichas.front();
    again.repeated = true;
    files.back()->fichas.push_back(std::move(again));
}

void send_a_note(const Files& files) {
    files.back()->fichas.push_back({.name = "anotacoes.esus", .bytes = "Lembrar de conferir as fichas da semana."});
}

/// Two fichas of the first file were refused; they come again, without the mistake.
Result<void> send_corrected(const Files& files, const Town& town, std::span<const Model> models, const Calendar& calendar) {
    std::size_t left = kCorrected;
    for (const auto& old : std::vector(files.front()->fichas)) {
        const Model* right = old.model && !old.model->refused_by.empty() ? find_model(models, old.model->base) : nullptr;
        if (!right || left == 0 || right->cbos != old.model->cbos || right->attended != old.model->attended) continue;
        AROEIRA_TRY(auto made, fill_in(*right, town, calendar, Luck(old.model->name, static_cast<std::uint64_t>(old.number))));
        files.back()->fichas.push_back({.name = old.name, .bytes = std::move(made.bytes), .model = right, .number = old.number, .corrected = true});
        --left;
    }
    return {};
}

/// What happens once in a while: the same file twice, a correction, something that is no ficha.
Result<void> add_incidents(std::vector<Shipment>& all, const Town& town, std::span<const Model> models, const Calendar& calendar) {
    std::map<std::string, Files> by_unit;
    for (auto& shipment : all)
        if (!shipment.online) by_unit[shipment.cnes].push_back(&shipment);
    std::erase_if(by_unit, [](const auto& one) { return one.second.size() < 2; });
    int unit = 0;
    for (auto& [cnes, files] : by_unit) {
        if (unit == 0) send_again(files);
        if (unit == 1) AROEIRA_CHECK(send_corrected(files, town, models, calendar));
        if (unit == 2) send_a_note(files);
        ++unit;
    }
    return {};
}

}  // namespace

Result<std::vector<Shipment>> make_month(const Town& town, std::span<const Model> models, Instant now) {
    const Calendar calendar(now, fichas::zone_of(town.ibge()));
    AROEIRA_TRY(auto piles, draw_all(town, models, calendar));
    std::vector<Shipment> all;
    for (auto& [key, pile] : piles) all.push_back(shipment_of(key.first, key.second, pile, town, calendar));
    std::stable_sort(all.begin(), all.end(), [](const Shipment& a, const Shipment& b) { return a.at < b.at; });
    AROEIRA_CHECK(add_incidents(all, town, models, calendar));
    return all;
}

}  // namespace aroeira::app::demo
