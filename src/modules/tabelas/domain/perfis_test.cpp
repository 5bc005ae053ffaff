// SPDX-License-Identifier: Apache-2.0
#include "modules/tabelas/api/perfis.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

using namespace aroeira::tabelas;

namespace {

std::int64_t words(std::string_view text) { return text.empty() ? 0 : 1 + std::count(text.begin(), text.end(), ' '); }

}  // namespace

TEST_CASE("[S2-205] the 26 standard perfis and the 1,288 recursos the annex gives them are all here") {
    CHECK(perfis_padrao() == 26);
    std::set<std::string_view> codigos;
    for (std::size_t row = 0; row < perfis_padrao(); ++row) {
        const auto perfil = perfil_padrao(row);
        CHECK(codigos.insert(perfil.codigo).second);
        CHECK_FALSE(perfil.nome.empty());
        CHECK_FALSE(perfil.tipo_acesso.empty());
    }
    // 272 spellings of the annex are 250 recursos; six are ours.
    CHECK(recursos() == 256);
    std::int64_t given = 0;
    std::int64_t ours = 0;
    for (std::size_t row = 0; row < recursos(); ++row) {
        const auto one = recurso(row);
        given += words(one.perfis);
        ours += one.nosso ? 1 : 0;
        if (one.nosso) CHECK(one.perfis.empty());
        if (one.perfis.empty()) CHECK(one.nosso);
    }
    CHECK(given == 1288);
    CHECK(ours == 6);
}
