// SPDX-License-Identifier: Apache-2.0
#include "app/demo.hpp"

#include <charconv>

#include "app/demo/accounts.hpp"
#include "app/demo/steps.hpp"

namespace aroeira::app {
namespace {

constexpr std::string_view kMarca = "instalacao.demonstracao";
// Values of the mark. While it loads, the mark also says when that began: the month ends there, so
// that what is completed tomorrow is the same demonstration.
constexpr std::string_view kLoading = "carregando ", kAccounts = "contas", kComplete = "sim";

Result<std::optional<std::string>> mark_of(App& app) {
    return app.installation().unit.read([](instalacoes::Ports& ports) { return ports.settings.value(kMarca); });
}

Result<void> put_mark(App& app, const std::string& value) {
    return app.installation().unit.write([&](instalacoes::Ports& ports) { return ports.settings.put(kMarca, value); });
}

Instant begun_of(std::string_view mark) {
    std::int64_t ms = 0;
    std::from_chars(mark.data() + kLoading.size(), mark.data() + mark.size(), ms);
    return from_ms(ms);
}

Result<void> load(App& app, const std::string& dados, Instant begun) {
    AROEIRA_TRY(const auto steps, demo::make_steps(app, dados + "/demonstracao", begun));
    for (const auto& step : steps) AROEIRA_CHECK(step.run());
    return put_mark(app, std::string(kComplete));
}

}  // namespace

Result<void> ensure_demo(App& app, Demo demo, const std::string& dados) {
    if (demo == Demo::none) return {};
    AROEIRA_TRY(auto mark, mark_of(app));
    if (!mark) {
        AROEIRA_TRY(const bool somebody, identity::is_administered(app.people()));
        if (somebody) return {};
        mark = demo == Demo::accounts ? std::string(kAccounts) : std::string(kLoading) + std::to_string(to_ms(app.installation().clock.now()));
        AROEIRA_CHECK(put_mark(app, *mark));
    }
    if (*mark == kAccounts) return demo::make_accounts(app);
    if (mark->starts_with(kLoading)) return load(app, dados, begun_of(*mark));
    return {};
}

Result<bool> has_demo(App& app) {
    AROEIRA_TRY(const auto mark, mark_of(app));
    return mark.has_value();
}

}  // namespace aroeira::app
