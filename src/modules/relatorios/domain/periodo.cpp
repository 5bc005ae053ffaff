// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/periodo.hpp"

#include <charconv>
#include <chrono>
#include <cstdio>

namespace aroeira::relatorios {
namespace {

using namespace std::chrono;

year_month_day date_of(Dia dia) { return year_month_day{sys_days(days(dia))}; }
Dia first_of(year_month month) { return sys_days(month / 1).time_since_epoch().count(); }
year_month month_of(Dia dia) { return date_of(dia).year() / date_of(dia).month(); }

std::string text_of(year_month month) {
    char text[16];
    std::snprintf(text, sizeof text, "%04d%02u", static_cast<int>(month.year()), static_cast<unsigned>(month.month()));
    return text;
}

std::optional<int> number_of(std::string_view digits) {
    int number = 0;
    const auto done = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (done.ec != std::errc() || done.ptr != digits.data() + digits.size() || digits.starts_with('-')) return std::nullopt;
    return number;
}

}  // namespace

std::string_view name_of(Grao grao) { return grao == Grao::dia ? "dia" : "mes"; }

std::string mes_text(Dia dia) { return text_of(month_of(dia)); }

std::string dia_text(Dia dia) {
    char text[4];
    std::snprintf(text, sizeof text, "%02u", static_cast<unsigned>(date_of(dia).day()));
    return mes_text(dia) + text;
}

std::optional<Dia> dia_of(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const auto y = number_of(iso.substr(0, 4)), m = number_of(iso.substr(5, 2)), d = number_of(iso.substr(8, 2));
    if (!y || !m || !d) return std::nullopt;
    const year_month_day date{year(*y), month(static_cast<unsigned>(*m)), day(static_cast<unsigned>(*d))};
    if (!date.ok()) return std::nullopt;
    return sys_days(date).time_since_epoch().count();
}

std::vector<Trechos> trechos_of(const Periodo& periodo) {
    if (periodo.ate < periodo.de) return {};
    const auto days_between = [](Dia de, Dia ate) { return Trechos{Grao::dia, dia_text(de), dia_text(ate)}; };
    const auto starts_month = [](Dia dia) { return date_of(dia).day() == day(1); };
    const auto from = starts_month(periodo.de) ? month_of(periodo.de) : month_of(periodo.de) + months(1);
    const auto until = starts_month(periodo.ate + 1) ? month_of(periodo.ate) : month_of(periodo.ate) - months(1);
    if (until < from) return {days_between(periodo.de, periodo.ate)};
    std::vector<Trechos> all;
    if (periodo.de < first_of(from)) all.push_back(days_between(periodo.de, first_of(from) - 1));
    all.push_back({Grao::mes, text_of(from), text_of(until)});
    if (const auto after = first_of(until + months(1)); after <= periodo.ate) all.push_back(days_between(after, periodo.ate));
    return all;
}

std::vector<std::string> meses_of(const Periodo& periodo) {
    std::vector<std::string> all;
    for (auto month = month_of(periodo.de); month <= month_of(periodo.ate); month += months(1)) all.push_back(text_of(month));
    return all;
}

}  // namespace aroeira::relatorios
