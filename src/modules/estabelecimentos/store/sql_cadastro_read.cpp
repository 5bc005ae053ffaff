// SPDX-License-Identifier: Apache-2.0
// Reading the registry: to compare it with a file, and to answer the rules of a ficha.
#include <utility>

#include "modules/estabelecimentos/domain/impressao.hpp"
#include "modules/estabelecimentos/store/sql_cadastro_store.hpp"

namespace aroeira::estabelecimentos {
namespace {

constexpr db::Query kHold{"cadastro.hold",
    "INSERT INTO cnes_vigente (municipio, importacao, versao) VALUES ($1, '', '') "
    "ON CONFLICT (municipio) DO UPDATE SET versao = cnes_vigente.versao"};
constexpr db::Query kVigente{"cadastro.vigente", "SELECT importacao, versao FROM cnes_vigente WHERE municipio = $1 AND importacao <> ''"};
constexpr db::Query kSetVigente{"cadastro.set_vigente", "UPDATE cnes_vigente SET importacao = $2, versao = $3 WHERE municipio = $1"};

constexpr db::Query kUnidades{"cadastro.unidades", "SELECT cnes, impressao, ativa FROM unidade_saude WHERE municipio = $1"};
constexpr db::Query kEquipes{"cadastro.equipes", "SELECT cnes, ine, impressao, ativa FROM equipe WHERE municipio = $1"};
constexpr db::Query kProfissionais{"cadastro.profissionais",
    "SELECT id, cpf, cns, impressao, ativo, origem FROM profissional WHERE municipio = $1 ORDER BY id"};
constexpr db::Query kLotacoes{"cadastro.lotacoes",
    "SELECT profissional, cnes, ine, cbo, microarea, ativa, segue_cnes FROM lotacao WHERE municipio = $1 ORDER BY profissional"};

constexpr db::Query kSizes{"cadastro.sizes",
    "SELECT (SELECT count(*) FROM profissional WHERE municipio = $1), (SELECT count(*) FROM lotacao WHERE municipio = $1)"};

constexpr db::Query kUnidadesAtivas{"cadastro.unidades_ativas", "SELECT cnes FROM unidade_saude WHERE municipio = $1 AND ativa = 1"};
constexpr db::Query kEquipesAtivas{"cadastro.equipes_ativas", "SELECT ine FROM equipe WHERE municipio = $1 AND ativa = 1"};
constexpr db::Query kProfissionaisAtivos{"cadastro.profissionais_ativos", "SELECT cpf, cns FROM profissional WHERE municipio = $1 AND ativo = 1"};
constexpr db::Query kNomeUnidade{"cadastro.nome_unidade", "SELECT nome FROM unidade_saude WHERE municipio = $1 AND cnes = $2"};

std::uint64_t unsigned_of(std::int64_t kept) { return static_cast<std::uint64_t>(kept); }

}  // namespace

Result<std::optional<Vigente>> SqlCadastroStore::hold(const Ibge& municipio) {
    AROEIRA_CHECK(session_.run(kHold, {municipio}));
    return vigente(municipio);
}

Result<std::optional<Vigente>> SqlCadastroStore::vigente(const Ibge& municipio) {
    return session_.first(kVigente, {municipio}, [](const db::Row& row) { return Vigente{row.string(0), row.string(1)}; });
}

Result<void> SqlCadastroStore::set_vigente(const Ibge& municipio, const ImportacaoId& importacao, std::string_view versao) {
    AROEIRA_CHECK(session_.run(kSetVigente, {municipio, importacao.text(), versao}));
    return {};
}

Result<Conhecidos> SqlCadastroStore::known(const Ibge& municipio) {
    Conhecidos known;
    AROEIRA_CHECK(session_.each(kUnidades, {municipio}, [&](const db::Row& row) {
        known.unidades.push_back({number_of(row.text(0)), unsigned_of(row.integer(1)), row.flag(2)});
        return true;
    }));
    AROEIRA_CHECK(session_.each(kEquipes, {municipio}, [&](const db::Row& row) {
        known.equipes.push_back({number_of(row.text(0)), number_of(row.text(1)), unsigned_of(row.integer(2)), row.flag(3)});
        return true;
    }));
    // Room for all at once: a list that grows by moving would need it twice.
    AROEIRA_TRY(const auto sizes, session_.first(kSizes, {municipio}, [](const db::Row& row) { return std::pair(row.integer(0), row.integer(1)); }));
    known.profissionais.reserve(static_cast<std::size_t>(sizes->first));
    known.lotacoes.reserve(static_cast<std::size_t>(sizes->second));
    AROEIRA_CHECK(session_.each(kProfissionais, {municipio}, [&](const db::Row& row) {
        if (const auto id = Uuid::parse(row.text(0)))
            known.profissionais.push_back({*id, number_of(row.text(1)), number_of(row.text(2)), unsigned_of(row.integer(3)), row.flag(4), row.text(5) == "manual"});
        return true;
    }));
    // Both come in the order of the professional: one walk joins them.
    std::size_t person = 0;
    AROEIRA_CHECK(session_.each(kLotacoes, {municipio}, [&](const db::Row& row) {
        while (person < known.profissionais.size() && known.profissionais[person].id.text() < row.text(0)) ++person;
        if (person == known.profissionais.size() || known.profissionais[person].id.text() != row.text(0)) return true;
        LotacaoConhecida one{.profissional = static_cast<std::uint32_t>(person), .cnes = number_of(row.text(1)), .ine = number_of(row.text(2))};
        row.text(3).copy(one.cbo.data(), one.cbo.size());
        one.microarea = impressao_of(row.text(4));
        one.ativa = row.flag(5);
        one.segue_cnes = row.flag(6);
        known.lotacoes.push_back(one);
        return true;
    }));
    return known;
}

Result<Cadastro> SqlCadastroStore::cadastro(const Ibge& municipio) {
    Cadastro active;
    AROEIRA_CHECK(session_.each(kUnidadesAtivas, {municipio}, [&](const db::Row& row) { return active.add_unidade(row.text(0)), true; }));
    AROEIRA_CHECK(session_.each(kEquipesAtivas, {municipio}, [&](const db::Row& row) { return active.add_equipe(row.text(0)), true; }));
    AROEIRA_CHECK(session_.each(kProfissionaisAtivos, {municipio}, [&](const db::Row& row) {
        return active.add_profissional(row.text(0), row.text(1)), true;
    }));
    active.seal();
    return active;
}

Result<std::string> SqlCadastroStore::name_of_unidade(const Ibge& municipio, std::string_view cnes) {
    AROEIRA_TRY(auto name, session_.first(kNomeUnidade, {municipio, cnes}, [](const db::Row& row) { return row.string(0); }));
    return name.value_or("");
}

}  // namespace aroeira::estabelecimentos
