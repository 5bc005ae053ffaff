// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/operations/lotacoes.hpp"

#include "modules/estabelecimentos/operations/acessos.hpp"
#include "modules/estabelecimentos/operations/reach.hpp"
#include "modules/estabelecimentos/operations/record_change.hpp"
#include "modules/tabelas/api/tabelas.hpp"

namespace aroeira::estabelecimentos {
namespace {

constexpr std::size_t kPerfisMax = 30;

Result<LotacaoNaLista> require(Ports& ports, const Ibge& municipio, std::string_view id) {
    AROEIRA_TRY(auto found, ports.lotacoes.find(municipio, id));
    if (!found) return Error{ErrorKind::not_found, "LOT-0001", "Esta lotação não existe neste município."};
    return std::move(*found);
}

/// Whoever has the lotação works: an inactive professional enters nowhere.
Result<ProfissionalCadastrado> require_active(Ports& ports, const Ibge& municipio, std::string_view id) {
    AROEIRA_TRY(auto found, ports.profissionais.find(municipio, id));
    if (!found) return Error{ErrorKind::not_found, "PROF-0001", "Este profissional não existe neste município."};
    if (!found->ativo)
        return Error{ErrorKind::invalid_input, "LOT-0003", "O profissional está inativo. Reative o cadastro dele antes de o lotar."};
    return std::move(*found);
}

/// `before` is the occupation it has, which may stay though it is no longer offered.
Result<void> check(const LotacaoEdition& edition, std::string_view before, const Ibge& municipio, Ports& ports) {
    const auto& d = edition.dados;
    std::vector<FieldError> wrong;
    const auto say = [&](std::string_view field, std::string message, std::string fix) {
        wrong.push_back({"LOT-0002", std::string(field), std::move(message), std::move(fix)});
    };
    AROEIRA_TRY(const auto unidade, ports.unidades.find(municipio, d.cnes));
    if (!unidade || !unidade->unidade.ativa) say("cnes", "Falta a unidade de saúde.", "Escolha uma unidade ativa do município.");
    if (!d.ine.empty()) {
        AROEIRA_TRY(const auto equipe, ports.unidades.find_equipe(municipio, d.cnes, d.ine));
        if (!equipe || !equipe->equipe.ativa) say("ine", "A equipe não é desta unidade ou está inativa.", "Escolha uma da lista, ou nenhuma.");
    }
    if (!tabelas::has_cbo(d.cbo)) {
        say("cbo", "Falta o CBO.", "Escolha um da lista.");
    } else if (d.cbo != before) {
        AROEIRA_TRY(const auto decision, ports.cbos.find(municipio, d.cbo));
        if (!decision.disponivel) say("cbo", "Este CBO está indisponível para lotação no município.", "Escolha outro, ou disponibilize-o em «CBO».");
    }
    if (edition.perfis.size() > kPerfisMax) say("perfis", "São perfis demais.", "Escolha menos.");
    if (wrong.empty()) return {};
    return Error{ErrorKind::invalid_input, "LOT-0002", "Corrija o que está indicado e salve de novo.", std::move(wrong)};
}

struct Turned {
    LotacaoNaLista lotacao;
    ProfissionalCadastrado pessoa;
};
/// The lotação and whose it is, for who may act on both.
Result<Turned> reached(const LotacoesGranted& granted, const Ibge& municipio, std::string_view id, Ports& ports) {
    AROEIRA_TRY(auto one, require(ports, municipio, id));
    AROEIRA_CHECK(require_unit(granted.actor(), municipio, one.lotacao.dados.cnes, ports));
    AROEIRA_TRY(auto person, ports.profissionais.find(municipio, one.lotacao.profissional));
    if (!person) return Error{ErrorKind::not_found, "PROF-0001", "Este profissional não existe neste município."};
    return Turned{std::move(one), std::move(*person)};
}

}  // namespace

Result<Uuid> register_lotacao(const LotacoesGranted& granted, const std::optional<Ibge>& asked, std::string_view profissional,
                              const LotacaoEdition& edition, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    const LotacaoCadastrada fresh{.id = services.ids.next(), .profissional = std::string(profissional), .dados = edition.dados};
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto person, require_active(ports, municipio, profissional));
        AROEIRA_CHECK(check(edition, "", municipio, ports));
        AROEIRA_CHECK(require_unit(granted.actor(), municipio, edition.dados.cnes, ports));
        AROEIRA_CHECK(ports.lotacoes.insert(municipio, fresh));
        AROEIRA_CHECK(give_perfis(fresh, person.dados, municipio, edition.perfis, ports));
        return record_change(granted.actor(), municipio, {"lotacao", fresh.id.text(), {}, Act::made}, ports);
    }));
    return fresh.id;
}

Result<void> edit_lotacao(const LotacoesGranted& granted, const std::optional<Ibge>& asked, std::string_view id, const LotacaoEdition& edition,
                          const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(auto found, reached(granted, municipio, id, ports));
        AROEIRA_CHECK(check(edition, found.lotacao.lotacao.dados.cbo, municipio, ports));
        AROEIRA_CHECK(require_unit(granted.actor(), municipio, edition.dados.cnes, ports));
        auto lotacao = found.lotacao.lotacao;
        const auto before = lotacao.dados;
        lotacao.dados = edition.dados;
        lotacao.versao = edition.versao;
        AROEIRA_CHECK(ports.lotacoes.update(municipio, lotacao));
        if (lotacao.ativa) AROEIRA_CHECK(give_perfis(lotacao, found.pessoa.dados, municipio, edition.perfis, ports));
        std::vector<std::string_view> columns;
        if (before.cnes != lotacao.dados.cnes) columns.push_back("cnes");
        if (before.ine != lotacao.dados.ine) columns.push_back("ine");
        if (before.cbo != lotacao.dados.cbo) columns.push_back("cbo");
        if (before.segue_cnes != lotacao.dados.segue_cnes) columns.push_back("segue_cnes");
        if (lotacao.ativa) columns.push_back("perfis");
        return record_change(granted.actor(), municipio, {"lotacao", id, columns}, ports);
    });
}

Result<void> turn_lotacao(const LotacoesGranted& granted, const std::optional<Ibge>& asked, std::string_view id, bool ativa,
                          const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(auto found, reached(granted, municipio, id, ports));
        auto lotacao = found.lotacao.lotacao;
        if (lotacao.ativa == ativa) return {};
        if (ativa) {
            AROEIRA_CHECK(require_active(ports, municipio, lotacao.profissional));
            lotacao.ativa = true;
            AROEIRA_CHECK(ports.lotacoes.update(municipio, lotacao));
            AROEIRA_CHECK(give_perfis(lotacao, found.pessoa.dados, municipio, suggested_perfis(lotacao.dados.cbo, found.lotacao.tipo_equipe), ports));
        } else {
            AROEIRA_CHECK(end_lotacao(lotacao, found.pessoa, municipio, ports));
        }
        return record_change(granted.actor(), municipio, {"lotacao", id, {"ativa"}}, ports);
    });
}

Result<void> remove_lotacao(const LotacoesGranted& granted, const std::optional<Ibge>& asked, std::string_view id, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto found, reached(granted, municipio, id, ports));
        if (found.lotacao.lotacao.ativa) AROEIRA_CHECK(end_lotacao(found.lotacao.lotacao, found.pessoa, municipio, ports));
        AROEIRA_CHECK(ports.lotacoes.remove(municipio, id));
        AROEIRA_CHECK(services.reactions.lotacao_removed(ports.session, municipio, id));
        return record_change(granted.actor(), municipio, {"lotacao", id, {}, Act::removed}, ports);
    });
}

}  // namespace aroeira::estabelecimentos
