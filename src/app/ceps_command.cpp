// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <fstream>
#include <iterator>

#include "app/commands.hpp"
#include "app/wiring.hpp"

namespace aroeira::app {
namespace {

Result<std::int64_t> import_from(const Config& config, const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return Error{ErrorKind::invalid_input, "CEP-0005", "O arquivo não pôde ser aberto. Confira o caminho e as permissões."};
    const std::string csv{std::istreambuf_iterator<char>(in), {}};
    const SystemClock clock;
    log::Logger log(clock, log::to_descriptor(2), log::Level::warning);
    AROEIRA_TRY(auto app, App::open(config, log));
    return estabelecimentos::import_ceps(app->gate().console<identity::Permission::municipios_gerenciar>(), csv, app->registry());
}

}  // namespace

int import_ceps(const Config& config, const std::string& file) {
    const auto count = import_from(config, file);
    if (!count) return fail(count.error());
    std::printf("%lld CEPs na base de endereços.\n", static_cast<long long>(*count));
    return 0;
}

}  // namespace aroeira::app
