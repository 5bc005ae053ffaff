// SPDX-License-Identifier: Apache-2.0
#include "app/demo/town.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

#include "modules/estabelecimentos/module.hpp"

namespace aroeira::app::demo {
namespace {

constexpr int kFirstCpf = 900'000'000;
constexpr double kDaysOfYear = 365.25, kDaysOfMonth = 30.44;
/// So far from the ends of an age that no month of 28 or 31 days changes it.
constexpr double kMarginDays = 8;

constexpr std::array<std::string_view, 12> kWomen{"ALICE", "BEATRIZ", "CLARA", "DULCE", "ESTELA", "FÁTIMA",
                                                  "GLÓRIA", "IRENE", "LAURA", "MARTA", "NOÊMIA", "RUTE"};
constexpr std::array<std::string_view, 12> kMen{"ABEL", "BRÁULIO", "CÍCERO", "DANILO", "EDSON", "FAUSTO",
                                                "GERALDO", "HÉLIO", "JONAS", "LAURO", "NELSON", "RUBENS"};
constexpr std::array<std::string_view, 14> kTrees{"AROEIRA", "BURITI", "CAJUEIRO", "EMBAÚBA", "GUAPURUVU", "IMBUIA", "JACARANDÁ",
                                                  "JATOBÁ", "JEQUITIBÁ", "MANGABEIRA", "PAINEIRA", "PEQUIZEIRO", "SUCUPIRA", "UMBUZEIRO"};

std::string full_name(std::span<const std::string_view> names, Luck& luck) {
    std::string name(names[luck.index(names.size())]);
    name.append(" DA SILVA ").append(kTrees[luck.index(kTrees.size())]);
    return name;
}

template <class Keep>
const Post* one_of(std::span<const Post> posts, std::span<const std::string> cbos, Luck& luck, Keep keep) {
    std::vector<const Post*> fit;
    for (const auto& post : posts)
        if (std::find(cbos.begin(), cbos.end(), post.cbo) != cbos.end() && keep(post)) fit.push_back(&post);
    return fit.empty() ? nullptr : fit[luck.index(fit.size())];
}

}  // namespace

Result<Town> Town::read(std::string_view xml, const Ibge& ibge) {
    estabelecimentos::CnesReader reader(ibge);
    AROEIRA_CHECK(reader.feed(xml));
    AROEIRA_TRY(const auto file, reader.finish());
    Town town;
    town.ibge_ = ibge.text();
    for (const auto& unit : file.unidades) town.units_.push_back({std::string(unit.cnes), std::string(unit.nome)});
    for (const auto& lotacao : file.lotacoes) {
        const auto& who = file.profissionais[lotacao.profissional];
        town.posts_.push_back({std::string(who.cns), std::string(who.cpf), std::string(lotacao.cbo), std::string(lotacao.cnes),
                               std::string(lotacao.ine), std::string(lotacao.microarea)});
    }
    return town;
}

std::string_view Town::unit_name(std::string_view cnes) const {
    for (const auto& unit : units_)
        if (unit.cnes == cnes) return unit.name;
    return {};
}

const Post* Town::any(std::span<const std::string> cbos, Luck& luck) const {
    return one_of(posts_, cbos, luck, [](const Post&) { return true; });
}

const Post* Town::colleague(const Post& post, std::span<const std::string> cbos, Luck& luck) const {
    const auto* near = one_of(posts_, cbos, luck, [&](const Post& one) { return one.cpf != post.cpf && one.cnes == post.cnes; });
    return near ? near : one_of(posts_, cbos, luck, [&](const Post& one) { return one.cpf != post.cpf; });
}

Citizen make_citizen(const Attended& asked, int today, Luck& luck) {
    const double unit = asked.months ? kDaysOfMonth : kDaysOfYear;
    const int youngest = static_cast<int>(asked.from * unit + kMarginDays), oldest = static_cast<int>((asked.to + 1) * unit - kMarginDays);
    Citizen citizen;
    citizen.birth = text_of_day(today - luck.between(youngest, oldest));
    citizen.woman = asked.woman.value_or(luck.between(0, 9) < 6);
    citizen.name = citizen.woman ? full_name(kWomen, luck) : full_name(kMen, luck);
    citizen.mother = full_name(kWomen, luck);
    citizen.cpf = cpf_of(kFirstCpf + luck.between(0, 9'999'999));
    citizen.record = std::to_string(luck.between(1000, 9999));
    citizen.phone = "619" + std::to_string(luck.between(10'000'000, 99'999'999));
    return citizen;
}

std::string cpf_of(int first_nine) {
    char digits[12];
    std::snprintf(digits, sizeof digits, "%09d", first_nine);
    std::string cpf(digits, 9);
    while (cpf.size() < 11) {
        int sum = 0, weight = static_cast<int>(cpf.size()) + 1;
        for (const char c : cpf) sum += (c - '0') * weight--;
        cpf += static_cast<char>('0' + sum * 10 % 11 % 10);
    }
    return cpf;
}

std::string text_of_day(int day) {
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()));
    return text;
}

}  // namespace aroeira::app::demo
