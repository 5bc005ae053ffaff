// SPDX-License-Identifier: Apache-2.0
#include "app/cadastro.hpp"

namespace aroeira::app {

Result<Cadastros::Kept> Cadastros::of(const Ibge& municipio) {
    const std::lock_guard lock(mutex_);
    auto& kept = kept_[municipio];
    AROEIRA_CHECK(database_.read([&](db::Session& session) -> Result<void> {
        estabelecimentos::SqlCadastroStore store(session);
        AROEIRA_TRY(const auto vigente, store.vigente(municipio));
        const auto importacao = vigente ? vigente->importacao : std::string();
        if (kept.cadastro && kept.importacao == importacao) return {};
        AROEIRA_TRY(auto fresh, store.cadastro(municipio));
        kept = {importacao, std::make_shared<const estabelecimentos::Cadastro>(std::move(fresh))};
        return {};
    }));
    return kept;
}

std::string UnidadeNames::name_of(const Ibge& municipio, std::string_view cnes) {
    std::string name;
    // A screen without the name of a unit is better than no screen.
    (void)database_.read([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(name, estabelecimentos::SqlCadastroStore(session).name_of_unidade(municipio, cnes));
        return {};
    });
    return name;
}

}  // namespace aroeira::app
