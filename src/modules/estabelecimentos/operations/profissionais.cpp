// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/operations/profissionais.hpp"

#include <algorithm>

#include "modules/estabelecimentos/operations/acessos.hpp"
#include "modules/estabelecimentos/operations/local_date.hpp"
#include "modules/estabelecimentos/operations/reach.hpp"
#include "modules/estabelecimentos/operations/record_change.hpp"

namespace aroeira::estabelecimentos {
namespace {

Result<ProfissionalCadastrado> require(Ports& ports, const Ibge& municipio, std::string_view id) {
    AROEIRA_TRY(auto found, ports.profissionais.find(municipio, id));
    if (!found) return Error{ErrorKind::not_found, "PROF-0001", "Este profissional não existe neste município."};
    return std::move(*found);
}

/// The user says who it is, so that she can be looked for: the name is of somebody this actor may see.
FieldError taken(std::string_view field, const Homonimo& other) {
    return {"PROF-0003", std::string(field), "Já é de " + other.nome + ".", "Confira os dígitos, ou edite o cadastro que já existe."};
}

/// Everything wrong with what was typed, at once.
Result<void> check(const ProfissionalCadastrado& person, const Ibge& municipio, Ports& ports, Instant now) {
    AROEIRA_TRY(const auto today, today_in(municipio, ports, now));
    auto problems = problems_of(person.dados, person.origem, today);
    if (!problems.empty()) return Error{ErrorKind::invalid_input, "PROF-0002", "Corrija o que está indicado e salve de novo.", std::move(problems)};
    AROEIRA_TRY(const auto same_cpf, ports.profissionais.with_cpf(municipio, person.dados.cpf));
    if (same_cpf && same_cpf->id != person.id.text()) problems.push_back(taken("cpf", *same_cpf));
    if (!person.dados.cns.empty()) {
        AROEIRA_TRY(const auto same_cns, ports.profissionais.with_cns(municipio, person.dados.cns));
        if (same_cns && same_cns->id != person.id.text()) problems.push_back(taken("cns", *same_cns));
    }
    if (!problems.empty()) return Error{ErrorKind::invalid_input, "PROF-0003", "Este profissional já está cadastrado no município.", std::move(problems)};
    return {};
}

std::vector<std::string_view> changed_columns(const DadosProfissional& a, const DadosProfissional& b) {
    std::vector<std::string_view> columns;
    const auto compare = [&](std::string_view column, const std::string& x, const std::string& y) { if (x != y) columns.push_back(column); };
    compare("cns", a.cns, b.cns);
    compare("nome", a.nome, b.nome);
    compare("nascimento", a.nascimento, b.nascimento);
    compare("sexo", a.sexo, b.sexo);
    compare("conselho", a.conselho, b.conselho);
    compare("conselho_uf", a.conselho_uf, b.conselho_uf);
    compare("registro", a.registro, b.registro);
    compare("email", a.email, b.email);
    compare("telefone", a.telefone, b.telefone);
    const auto &x = a.endereco, &y = b.endereco;
    compare("cep", x.cep, y.cep);
    compare("uf", x.uf, y.uf);
    compare("cidade", x.cidade, y.cidade);
    compare("bairro", x.bairro, y.bairro);
    compare("logradouro", x.logradouro, y.logradouro);
    compare("numero", x.numero, y.numero);
    compare("complemento", x.complemento, y.complemento);
    compare("referencia", x.referencia, y.referencia);
    return columns;
}

Result<std::optional<identity::PersonState>> state_of(std::string_view cpf, Ports& ports) {
    AROEIRA_TRY(const auto parsed, Cpf::parse(cpf));
    const Cpf one[] = {parsed};
    AROEIRA_TRY(auto states, ports.people.states(one));
    return std::move(states.front());
}

/// Whoever the CNES brought, had a lotação or entered once did something here.
Result<bool> has_history(const ProfissionalCadastrado& person, const std::vector<LotacaoNaLista>& lotacoes, Ports& ports) {
    if (person.origem == Origem::cnes || !lotacoes.empty()) return true;
    AROEIRA_TRY(const auto state, state_of(person.dados.cpf, ports));
    return state && state->ultimo_acesso.has_value();
}

}  // namespace

Result<Page<ProfissionalComAcesso>> list_profissionais(const ProfissionaisSeen& granted, const std::optional<Ibge>& asked,
                                                       const ProfissionalFilter& filter, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.read([&](Ports& ports) -> Result<Page<ProfissionalComAcesso>> {
        AROEIRA_TRY(auto found, ports.profissionais.list(municipio, filter));
        std::vector<Cpf> cpfs;
        for (const auto& one : found.rows) {
            AROEIRA_TRY(const auto cpf, Cpf::parse(one.cpf));
            cpfs.push_back(cpf);
        }
        AROEIRA_TRY(const auto states, ports.people.states(cpfs));
        Page<ProfissionalComAcesso> page{.total = found.total};
        for (std::size_t i = 0; i < found.rows.size(); ++i) page.rows.push_back({std::move(found.rows[i]), states[i]});
        return page;
    });
}

Result<ProfissionalVisto> find_profissional(const ProfissionaisSeen& granted, const std::optional<Ibge>& asked, std::string_view id,
                                            const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.read([&](Ports& ports) -> Result<ProfissionalVisto> {
        AROEIRA_TRY(auto person, require(ports, municipio, id));
        AROEIRA_TRY(auto lotacoes, ports.lotacoes.of(municipio, id));
        ProfissionalVisto seen{.pessoa = std::move(person)};
        AROEIRA_TRY(seen.tem_historico, has_history(seen.pessoa, lotacoes, ports));
        AROEIRA_TRY(seen.usuario, state_of(seen.pessoa.dados.cpf, ports));
        AROEIRA_TRY(seen.perfis, ports.people.perfis_of_lotacao(municipio));
        for (auto& one : lotacoes) {
            AROEIRA_TRY(auto perfis, ports.people.perfis_of(municipio, one.lotacao.id.text()));
            seen.lotacoes.push_back({std::move(one), std::move(perfis)});
        }
        return seen;
    });
}

Result<Uuid> register_profissional(const ProfissionaisManaged& granted, const std::optional<Ibge>& asked, const DadosProfissional& typed,
                                   const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    const ProfissionalCadastrado person{.id = services.ids.next(), .dados = tidy(typed)};
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(check(person, municipio, ports, services.clock.now()));
        AROEIRA_CHECK(ports.profissionais.insert(municipio, person));
        AROEIRA_TRY(const auto cpf, Cpf::parse(person.dados.cpf));
        AROEIRA_CHECK(ports.people.ensure(cpf, person.dados.nome));
        return record_change(granted.actor(), municipio, {"profissional", person.id.text(), {}, Act::made}, ports);
    }));
    return person.id;
}

Result<void> edit_profissional(const ProfissionaisManaged& granted, const std::optional<Ibge>& asked, std::string_view id,
                               const ProfissionalEdition& edition, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(auto person, require(ports, municipio, id));
        AROEIRA_CHECK(require_reach(granted.actor(), municipio, id, ports));
        const auto before = person.dados;
        person.dados = tidy(edition.dados);
        person.dados.cpf = before.cpf;
        person.versao = edition.versao;
        AROEIRA_CHECK(check(person, municipio, ports, services.clock.now()));
        AROEIRA_CHECK(ports.profissionais.update(municipio, person));
        AROEIRA_TRY(const auto cpf, Cpf::parse(person.dados.cpf));
        if (person.ativo) AROEIRA_CHECK(ports.people.ensure(cpf, person.dados.nome));
        return record_change(granted.actor(), municipio, {"profissional", id, changed_columns(before, person.dados)}, ports);
    });
}

Result<Exclusao> remove_profissional(const ProfissionaisManaged& granted, const std::optional<Ibge>& asked, std::string_view id,
                                     const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.write([&](Ports& ports) -> Result<Exclusao> {
        AROEIRA_TRY(const auto person, require(ports, municipio, id));
        AROEIRA_CHECK(require_reach(granted.actor(), municipio, id, ports));
        AROEIRA_TRY(const auto lotacoes, ports.lotacoes.of(municipio, id));
        AROEIRA_TRY(const bool history, has_history(person, lotacoes, ports));
        if (!history) {
            AROEIRA_CHECK(ports.profissionais.remove(municipio, id));
            AROEIRA_CHECK(record_change(granted.actor(), municipio, {"profissional", id, {}, Act::removed}, ports));
            return Exclusao::excluido;
        }
        for (const auto& one : lotacoes) AROEIRA_CHECK(end_lotacao(one.lotacao, person, municipio, ports));
        AROEIRA_CHECK(ports.profissionais.set_ativo(municipio, id, false));
        AROEIRA_CHECK(record_change(granted.actor(), municipio, {"profissional", id, {"ativo"}}, ports));
        return Exclusao::inativado;
    });
}

Result<void> reactivate_profissional(const ProfissionaisManaged& granted, const std::optional<Ibge>& asked, std::string_view id,
                                     const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto person, require(ports, municipio, id));
        AROEIRA_CHECK(require_reach(granted.actor(), municipio, id, ports));
        if (person.ativo) return {};
        AROEIRA_CHECK(ports.profissionais.set_ativo(municipio, id, true));
        AROEIRA_TRY(const auto cpf, Cpf::parse(person.dados.cpf));
        AROEIRA_CHECK(ports.people.ensure(cpf, person.dados.nome));
        return record_change(granted.actor(), municipio, {"profissional", id, {"ativo"}}, ports);
    });
}

}  // namespace aroeira::estabelecimentos
