// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/store/fold_names.hpp"

#include "base/text.hpp"

namespace aroeira::estabelecimentos {
namespace {

constexpr std::size_t kBlock = 2000;

struct Kind {
    db::Query unfolded, fold;
};
constexpr Kind kUnidade{
    {"cadastro.unfolded_unidades", "SELECT municipio, cnes, nome FROM unidade_saude WHERE nome_busca = '' LIMIT $1"},
    {"cadastro.fold_unidade", "UPDATE unidade_saude SET nome_busca = $3 WHERE municipio = $1 AND cnes = $2"}};
constexpr Kind kProfissional{
    {"cadastro.unfolded_profissionais", "SELECT municipio, id, nome FROM profissional WHERE nome_busca = '' LIMIT $1"},
    {"cadastro.fold_profissional", "UPDATE profissional SET nome_busca = $3 WHERE municipio = $1 AND id = $2"}};

struct Named {
    std::string municipio, key, nome;
};

Result<std::size_t> fold_block(db::Session& session, const Kind& kind) {
    AROEIRA_TRY(const auto block, session.all(kind.unfolded, {kBlock}, [](const db::Row& row) {
        return Named{row.string(0), row.string(1), row.string(2)};
    }));
    for (const auto& one : block) {
        const auto folded = text::fold(one.nome);
        // A name of nothing that can be searched must not come again.
        AROEIRA_CHECK(session.run(kind.fold, {one.municipio, one.key, folded.empty() ? std::string_view("?") : std::string_view(folded)}));
    }
    return block.size();
}

}  // namespace

Result<void> fold_names(db::Database& database) {
    for (const auto* kind : {&kUnidade, &kProfissional}) {
        std::size_t folded = kBlock;
        while (folded == kBlock)
            AROEIRA_CHECK(database.write([&](db::Session& session) -> Result<void> {
                AROEIRA_TRY(folded, fold_block(session, *kind));
                return {};
            }));
    }
    return {};
}

}  // namespace aroeira::estabelecimentos
