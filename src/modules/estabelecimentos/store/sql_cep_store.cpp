// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/store/sql_cep_store.hpp"

#include <array>

namespace aroeira::estabelecimentos {
namespace {

constexpr db::Query kFind{"cep.find", "SELECT cep, uf, cidade, bairro, logradouro FROM cep WHERE cep = $1"};
constexpr db::Query kClear{"cep.clear", "DELETE FROM cep"};
constexpr std::array<std::string_view, 5> kColumns{"cep", "uf", "cidade", "bairro", "logradouro"};

}  // namespace

Result<std::optional<EnderecoDoCep>> SqlCepStore::find(std::string_view cep) {
    return session_.first(kFind, {cep}, [](const db::Row& row) {
        return EnderecoDoCep{row.string(0), row.string(1), row.string(2), row.string(3), row.string(4)};
    });
}

Result<std::int64_t> SqlCepStore::replace(const std::function<Result<bool>(EnderecoDoCep&)>& next) {
    AROEIRA_CHECK(session_.run(kClear));
    AROEIRA_TRY(auto bulk, session_.bulk({"cep", kColumns}));
    EnderecoDoCep one;
    std::int64_t count = 0;
    for (;;) {
        AROEIRA_TRY(const bool more, next(one));
        if (!more) break;
        AROEIRA_CHECK(bulk->add(std::array<db::Value, 5>{one.cep, one.uf, one.cidade, one.bairro, one.logradouro}));
        ++count;
    }
    AROEIRA_CHECK(bulk->finish());
    return count;
}

}  // namespace aroeira::estabelecimentos
