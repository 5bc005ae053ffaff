// SPDX-License-Identifier: Apache-2.0
// A million fichas of a year, counted as they came: what each costs to count, at the beginning and at the end; and how
// long a report over all of them takes, against reading the same rows of sums with SQL and nothing else.
#define DOCTEST_CONFIG_IMPLEMENT  // The fichas come from the tests, which need it.
#include <chrono>
#include <cstdio>

#include "benchmarks/support/measure.hpp"
#include "modules/relatorios/operations/consult.hpp"
#include "modules/relatorios/tests/world.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/db/migrate.hpp"

namespace aroeira::bench {
namespace {

using namespace relatorios;
using relatorios::testing::aracaju;
using fichas::testing::Visita;

constexpr int kDays = 250, kProfissionais = 200, kPerDay = 20;  // a million
constexpr int kUnits = 20;
constexpr std::size_t kLote = 2000;
constexpr std::int64_t kDayMs = 86'400'000, kBegin = 1'757'000'000'000;  // 2025-09-04
constexpr int kTurns = 11;
constexpr double kMostMs = 300;

double now_ms() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

template <class Work>
double spent_ms(const Work& work) {
    const double begin = now_ms();
    work();
    return now_ms() - begin;
}

std::string padded(std::int64_t number, int width, const char* head) {
    char text[32];
    std::snprintf(text, sizeof text, "%s%0*lld", head, width, static_cast<long long>(number));
    return text;
}

Visita visit(int number, int day, int who) {
    Visita one{.number = number, .cnes = padded(who % kUnits, 7, ""), .ine = padded(who % (kUnits * 3), 10, ""), .cns = padded(who, 12, "700")};
    one.at_ms = kBegin + day * 365 / kDays * kDayMs;
    one.turno = 1 + number % 3;
    return one;
}

/// Keeps a lote as recebimento does.
void keep(relatorios::testing::World& world, const std::vector<std::pair<Visita, std::string>>& visits) {
    fichas::LoteRecebido lote{.id = world.received.ids.make<fichas::Lote>(), .municipio = aracaju()};
    lote.recebido = world.received.clock.now();
    std::vector<fichas::FichaAvaliada> judged(visits.size());
    for (std::size_t i = 0; i < visits.size(); ++i) {
        const auto& [one, bytes] = visits[i];
        auto& ficha = judged[i];
        ficha.uuid = one.uuid();
        ficha.tipo = 8;
        ficha.cnes = one.cnes;
        ficha.ine = one.ine;
        ficha.competencia = "202609";
        ficha.versao_ledi = "8.7.0";
        ficha.formato = "thrift";
        ficha.conteudo = bytes;
        ficha.sha256 = crypto::sha256_text(bytes);
        ficha.situacao = fichas::Situacao::valida;
        ficha.posicao = static_cast<std::int64_t>(i);
    }
    test::must(world.received.services.unit.write([&](fichas::Ports& ports) -> Result<void> {
        AROEIRA_CHECK(ports.fichas.insert_lote(lote));
        AROEIRA_CHECK(ports.fichas.keep(aracaju(), lote.id, {lote.recebido, "202609"}, judged, nullptr));
        return {};
    }));
}

void fill_day(relatorios::testing::World& world, int day) {
    std::vector<std::pair<Visita, std::string>> lote;
    for (int i = 0; i < kProfissionais * kPerDay; ++i) {
        const auto one = visit(day * kProfissionais * kPerDay + i, day, i % kProfissionais);
        lote.emplace_back(one, one.bytes());
        if (lote.size() < kLote) continue;
        keep(world, lote);
        lote.clear();
    }
}

/// The fichas of some days come, and then are counted: µs a ficha.
double count_days(relatorios::testing::World& world, int from, int until) {
    for (int day = from; day < until; ++day) fill_day(world, day);
    return spent_ms([&] { relatorios::testing::process(world); }) * 1000 / ((until - from) * kProfissionais * kPerDay);
}

void bare_sql(relatorios::testing::World& world, const Periodo& periodo) {
    std::size_t bytes = 0;
    test::must(world.read([&](Ports& ports) -> Result<void> {
        for (const auto& trechos : trechos_of(periodo))
            AROEIRA_CHECK(ports.somas.each(aracaju(), "visita_domiciliar", trechos, {}, [&](const Soma&, std::string_view packed) { bytes += packed.size(); }));
        return {};
    }));
    if (bytes == 0) std::exit(1);
}

void report(relatorios::testing::World& world, const char* name, const std::string& de, const std::string& ate) {
    const auto granted = world.received.gate.as<identity::Permission::relatorios_ver>({.key = "gestor", .name = "Gestor", .municipio = aracaju()});
    const Pedido pedido{.relatorio = "visita_domiciliar", .inicio = de, .fim = ate};
    const Periodo periodo{*dia_of(de), *dia_of(ate)};
    std::vector<double> ours, floor, ratios;
    for (int turn = 0; turn < kTurns; ++turn) {
        floor.push_back(spent_ms([&] { bare_sql(world, periodo); }));
        ours.push_back(spent_ms([&] { test::must(consult(granted, {}, pedido, world.services)); }));
        ratios.push_back(ours.back() / floor.back());
    }
    Row row{.id = name, .value = median(ours), .unit = "ms", .against = "o SQL das somas, só", .floor = median(floor), .ratio = median(ratios)};
    row.must = 20;
    row.aim = 10;
    row.wanted = Wanted::at_most;
    row.also_ok = row.value <= kMostMs;
    print(row);
}

void measure(relatorios::testing::World& world) {
    count_days(world, 0, 5);  // Warms it.
    const double first = count_days(world, 5, 25);
    count_days(world, 25, kDays - 20);
    const double last = count_days(world, kDays - 20, kDays);
    Row counting{.id = "relatorio.contar", .value = last, .unit = "µs", .against = "com 20 mil contadas", .floor = first, .ratio = last / first};
    counting.must = 1.5;
    counting.aim = 1.2;
    counting.wanted = Wanted::at_most;
    print(counting);
    report(world, "relatorio.um_ano", "2025-09-01", "2026-08-31");
    report(world, "relatorio.datas_quaisquer", "2025-09-10", "2026-08-20");
}

}  // namespace
}  // namespace aroeira::bench

int main() {
    using namespace aroeira;
    const test::Place place(db::Engine::sqlite);
    const auto database = place.open();
    test::must(db::migrate(*database, SystemClock{}));
    relatorios::testing::World world(*database);
    bench::measure(world);
    return 0;
}
