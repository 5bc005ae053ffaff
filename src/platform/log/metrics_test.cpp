// SPDX-License-Identifier: Apache-2.0
#include "platform/log/metrics.hpp"

#include <thread>

#include <doctest/doctest.h>

using namespace aroeira;

namespace {

enum class Canal : std::uint8_t { arquivo, online };
std::string_view name_of(Canal canal) { return canal == Canal::arquivo ? "arquivo" : "online"; }

}  // namespace

// A label made of input would be a series per citizen: it does not compile.
static_assert(!std::is_constructible_v<metrics::Label, log::FieldName, std::string>);
static_assert(!std::is_constructible_v<metrics::Label, log::FieldName, std::string_view>);

TEST_CASE("Counters, gauges and histograms come out as a monitor reads them") {
    metrics::Registry registry;
    registry.counter("aroeira_fichas_total", "Fichas recebidas.", {{"canal", Canal::online}}).add(3);
    registry.counter("aroeira_fichas_total", "Fichas recebidas.", {{"canal", Canal::arquivo}, {"modo", "a\"b\\c\n"}}).add();
    registry.gauge("aroeira_trabalhos", "Na fila.").set(-2);
    constexpr double kBounds[] = {0.1, 1};
    auto& seconds = registry.histogram("aroeira_segundos", "Duração.", {{"rota", "versao"}}, kBounds);
    for (const double value : {0.05, 0.1, 0.5, 7.0}) seconds.observe(value);
    CHECK(registry.text() ==
          "# HELP aroeira_fichas_total Fichas recebidas.\n# TYPE aroeira_fichas_total counter\n"
          "aroeira_fichas_total{canal=\"arquivo\",modo=\"a\\\"b\\\\c\\n\"} 1\naroeira_fichas_total{canal=\"online\"} 3\n"
          "# HELP aroeira_segundos Duração.\n# TYPE aroeira_segundos histogram\n"
          "aroeira_segundos_bucket{rota=\"versao\",le=\"0.1\"} 2\naroeira_segundos_bucket{rota=\"versao\",le=\"1\"} 3\n"
          "aroeira_segundos_bucket{rota=\"versao\",le=\"+Inf\"} 4\naroeira_segundos_sum{rota=\"versao\"} 7.65\n"
          "aroeira_segundos_count{rota=\"versao\"} 4\n"
          "# HELP aroeira_trabalhos Na fila.\n# TYPE aroeira_trabalhos gauge\naroeira_trabalhos -2\n");
}

TEST_CASE("The same name and labels are the same series, from any thread") {
    metrics::Registry registry;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 1000; ++i) registry.counter("aroeira_x_total", "X.", {{"canal", Canal::online}}).add();
            for (int i = 0; i < 1000; ++i) registry.histogram("aroeira_y_seconds", "Y.").observe(0.002);
        });
    for (auto& thread : threads) thread.join();
    CHECK(registry.text().find("aroeira_x_total{canal=\"online\"} 4000\n") != std::string::npos);
    CHECK(registry.text().find("aroeira_y_seconds_count 4000\n") != std::string::npos);
    CHECK(registry.text().find("aroeira_y_seconds_bucket{le=\"0.001\"} 0\naroeira_y_seconds_bucket{le=\"0.0025\"} 4000\n") != std::string::npos);
}
