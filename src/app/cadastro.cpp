// SPDX-License-Identifier: Apache-2.0
#include "app/cadastro.hpp"

namespace aroeira::app {

Result<std::string> Cadastros::edition_of(db::Session& session, const Ibge& municipio) {
    AROEIRA_TRY(auto vigente, estabelecimentos::SqlCadastroStore(session).vigente(municipio));
    return vigente ? std::move(vigente->importacao) : std::string();
}

Result<Cadastros::Kept> Cadastros::of(const Ibge& municipio) {
    const std::lock_guard lock(mutex_);
    auto& kept = kept_[municipio];
    AROEIRA_CHECK(database_.read([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(auto edition, edition_of(session, municipio));
        if (kept.cadastro && kept.edition == edition) return {};
        AROEIRA_TRY(auto fresh, estabelecimentos::SqlCadastroStore(session).cadastro(municipio));
        kept = {std::move(edition), std::make_shared<const estabelecimentos::Cadastro>(std::move(fresh))};
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
