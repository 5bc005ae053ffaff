// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "app/commands.hpp"
#include "app/keys.hpp"
#include "app/opened.hpp"
#include "app/wiring.hpp"

namespace aroeira::app {
namespace {

Result<std::int64_t> rotate(const Config& config) {
    // What is not there is said before it is locked.
    AROEIRA_CHECK(open_existing(config));
    AROEIRA_TRY(const auto alone, DataDirectory::own(config.dados));
    AROEIRA_CHECK(check_nobody_else(config));
    AROEIRA_TRY(auto vault, crypto::Vault::open(config.dados + "/chaves"));
    const SystemClock clock;
    SystemIdSource ids;
    AROEIRA_TRY(auto opened, db::open(database_of(config)));
    const auto database = audit::audited(std::move(opened), ids, clock);
    AROEIRA_CHECK(check_keys(*database, vault));
    return rotate_keys(*database, vault, ids, clock);
}

}  // namespace

int change_master_key(const Config& config) {
    const auto count = rotate(config);
    if (!count) return fail(count.error());
    std::printf("A chave mestra foi trocada. Segredos fechados de novo, com ela: %lld.\n"
                "Guarde outra cópia de segurança, e copie «chaves» para os outros nós, se houver, antes de os iniciar. Não apague as anteriores: a trilha é conferida com elas.\n",
                static_cast<long long>(*count));
    return 0;
}

}  // namespace aroeira::app
