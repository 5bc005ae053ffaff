// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/store/sql_quadro.hpp"

#include <set>

#include "base/text.hpp"

namespace aroeira::estabelecimentos {
namespace {

constexpr db::Query kUnidades{"quadro.unidades", R"sql(
    SELECT cnes, nome FROM unidade_saude WHERE municipio = $1 ORDER BY nome, cnes
)sql"};

constexpr db::Query kEquipes{"quadro.equipes", R"sql(
    SELECT cnes, ine, nome FROM equipe WHERE municipio = $1 ORDER BY nome, cnes, ine
)sql"};

constexpr db::Query kCbos{"quadro.cbos", R"sql(
    SELECT DISTINCT cbo FROM lotacao WHERE municipio = $1 ORDER BY cbo
)sql"};

constexpr db::Query kProfissionais{"quadro.profissionais", R"sql(
    SELECT p.id, p.nome FROM profissional p
     WHERE p.municipio = $1
       AND ($2 = '' OR EXISTS (SELECT 1 FROM lotacao l WHERE l.municipio = p.municipio AND l.profissional = p.id AND l.cnes = $2))
     ORDER BY p.nome, p.id
)sql"};

constexpr db::Query kCns{"quadro.cns", R"sql(
    SELECT cns FROM profissional WHERE municipio = $1 AND id = $2
)sql"};

constexpr db::Query kNames{"quadro.names", R"sql(
    SELECT cns, nome FROM profissional WHERE municipio = $1
)sql"};

constexpr db::Query kLotacao{"quadro.lotacao", R"sql(
    SELECT l.cnes, l.ine, l.cbo, p.cns
      FROM lotacao l
      JOIN profissional p ON p.municipio = l.municipio AND p.id = l.profissional
     WHERE l.municipio = $1 AND l.id = $2
)sql"};

}  // namespace

Result<std::vector<NomeDeUnidade>> SqlQuadro::unidades(const Ibge& municipio) {
    return session_.all(kUnidades, {municipio}, [](const db::Row& row) { return NomeDeUnidade{row.string(0), row.string(1)}; });
}

Result<std::vector<NomeDeEquipe>> SqlQuadro::equipes(const Ibge& municipio) {
    return session_.all(kEquipes, {municipio}, [](const db::Row& row) { return NomeDeEquipe{row.string(0), row.string(1), row.string(2)}; });
}

Result<std::vector<std::string>> SqlQuadro::cbos(const Ibge& municipio) {
    return session_.all(kCbos, {municipio}, [](const db::Row& row) { return row.string(0); });
}

// Names are compared folded, in the program: the two engines do not fold alike.
Result<std::vector<NomeDeProfissional>> SqlQuadro::profissionais(const Ibge& municipio, std::string_view cnes, std::string_view busca, int limit) {
    const auto wanted = text::fold(busca);
    std::vector<NomeDeProfissional> found;
    AROEIRA_CHECK(session_.each(kProfissionais, {municipio, cnes}, [&](const db::Row& row) {
        if (text::fold(row.text(1)).find(wanted) != std::string::npos) found.push_back({row.string(0), row.string(1)});
        return found.size() < static_cast<std::size_t>(limit);
    }));
    return found;
}

Result<std::optional<std::string>> SqlQuadro::cns_of(const Ibge& municipio, std::string_view profissional) {
    return session_.first(kCns, {municipio, profissional}, [](const db::Row& row) { return row.string(0); });
}

Result<std::map<std::string, std::string>> SqlQuadro::names_of(const Ibge& municipio, std::span<const std::string> cnss) {
    const std::set<std::string_view> wanted(cnss.begin(), cnss.end());
    std::map<std::string, std::string> names;
    if (wanted.empty()) return names;
    AROEIRA_CHECK(session_.each(kNames, {municipio}, [&](const db::Row& row) {
        if (wanted.contains(row.text(0))) names.emplace(row.string(0), row.string(1));
        return names.size() < wanted.size();
    }));
    return names;
}

Result<std::optional<LotacaoNoQuadro>> SqlQuadro::lotacao(const Ibge& municipio, std::string_view lotacao) {
    return session_.first(kLotacao, {municipio, lotacao}, [](const db::Row& row) {
        return LotacaoNoQuadro{row.string(0), row.string(1), row.string(2), row.string(3)};
    });
}

}  // namespace aroeira::estabelecimentos
