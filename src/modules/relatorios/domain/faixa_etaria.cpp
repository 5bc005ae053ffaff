// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/faixa_etaria.hpp"

#include <array>
#include <chrono>

namespace aroeira::relatorios {
namespace {

struct Faixa {
    std::string_view codigo, texto;
};
// Source: manual PEC, relatórios de produção.
constexpr std::array kFaixas{
    Faixa{"00", "Menos de 01 ano"}, Faixa{"01", "01 ano"}, Faixa{"02", "02 anos"}, Faixa{"03", "03 anos"}, Faixa{"04", "04 anos"},
    Faixa{"05", "05 a 09 anos"}, Faixa{"10", "10 a 14 anos"}, Faixa{"15", "15 a 19 anos"}, Faixa{"20", "20 a 24 anos"},
    Faixa{"25", "25 a 29 anos"}, Faixa{"30", "30 a 34 anos"}, Faixa{"35", "35 a 39 anos"}, Faixa{"40", "40 a 44 anos"},
    Faixa{"45", "45 a 49 anos"}, Faixa{"50", "50 a 54 anos"}, Faixa{"55", "55 a 59 anos"}, Faixa{"60", "60 a 64 anos"},
    Faixa{"65", "65 a 69 anos"}, Faixa{"70", "70 a 74 anos"}, Faixa{"75", "75 a 79 anos"}, Faixa{"80", "80 anos ou mais"},
    Faixa{"X", "Não informado"},
};
constexpr int kByYear = 5;      // Until this age, a band a year.
constexpr int kOldest = 80;
constexpr std::size_t kUnknown = kFaixas.size() - 1;

}  // namespace

Dia dia_of(std::int64_t epoch_ms, int utc_offset_minutes) {
    using namespace std::chrono;
    return floor<days>(sys_time<milliseconds>(milliseconds(epoch_ms)) + minutes(utc_offset_minutes)).time_since_epoch().count();
}

int anos(Dia born, Dia until) {
    using namespace std::chrono;
    if (until < born) return -1;
    const year_month_day a{sys_days(days(born))}, b{sys_days(days(until))};
    const int whole = static_cast<int>(b.year()) - static_cast<int>(a.year());
    const bool before_birthday = b.month() < a.month() || (b.month() == a.month() && b.day() < a.day());
    return before_birthday ? whole - 1 : whole;
}

std::string_view faixa_of(int anos) {
    if (anos < 0) return kFaixas[kUnknown].codigo;
    if (anos < kByYear) return kFaixas[static_cast<std::size_t>(anos)].codigo;
    if (anos >= kOldest) return kFaixas[kUnknown - 1].codigo;
    return kFaixas[static_cast<std::size_t>(kByYear + (anos - kByYear) / kByYear)].codigo;
}

std::string_view faixa_etaria(std::string_view codigo) {
    for (const auto& one : kFaixas)
        if (one.codigo == codigo) return one.texto;
    return {};
}

}  // namespace aroeira::relatorios
