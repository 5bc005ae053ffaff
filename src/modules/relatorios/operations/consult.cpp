// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/operations/consult.hpp"

#include <algorithm>
#include <set>

#include "modules/relatorios/domain/fator.hpp"

namespace aroeira::relatorios {
namespace {

constexpr int kFoundMax = 30;
constexpr Dia kBeginning = 0;                    // 1970-01-01: no ficha is older.
constexpr Dia kYearsAhead = 365 * 200;           // From then: no ficha is newer.

Error refused(std::string field, std::string message, std::string fix) {
    Error error{ErrorKind::invalid_input, "RELAT-0006", message + " " + fix};
    error.fields.push_back({"RELAT-0006", std::move(field), std::move(message), std::move(fix)});
    return error;
}

/// Of a perfil of no lotação (administrators, managers) the município; of one that coordinates, its unit.
Result<Alcance> reach_of(const AcessoAtivo& acesso, const Ibge& municipio, Ports& ports) {
    if (!acesso.de_lotacao) return Alcance{.tipo = Alcance::Tipo::municipio};
    Alcance reach{.tipo = acesso.coordena ? Alcance::Tipo::unidade : Alcance::Tipo::proprio};
    AROEIRA_TRY(const auto where, ports.quadro.lotacao(municipio, acesso.lotacao));
    if (!where) return reach;
    reach.cnes = where->cnes;
    reach.profissional = where->cns;
    return reach;
}

/// A period, or nothing for a consolidated report without one.
Result<std::optional<Periodo>> period_of(const Pedido& pedido, const Relatorio& relatorio) {
    if (pedido.inicio.empty() && pedido.fim.empty() && relatorio.especie == Especie::consolidado) return std::optional<Periodo>();
    const auto de = dia_of(pedido.inicio), ate = dia_of(pedido.fim);
    if (!de) return refused("inicio", "Falta o primeiro dia do período.", "Informe uma data.");
    if (!ate) return refused("fim", "Falta o último dia do período.", "Informe uma data.");
    if (*ate < *de) return refused("fim", "O período termina antes de começar.", "Corrija uma das datas.");
    return std::optional(Periodo{*de, *ate});
}

Result<std::vector<std::size_t>> groups_of(const Pedido& pedido, const Relatorio& relatorio, const Contador& contador) {
    const auto all = contador.grupos(relatorio);
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (pedido.grupos.empty() || std::find(pedido.grupos.begin(), pedido.grupos.end(), all[i].codigo) != pedido.grupos.end()) chosen.push_back(i);
    const std::set<std::string> asked(pedido.grupos.begin(), pedido.grupos.end());
    if (!pedido.grupos.empty() && chosen.size() != asked.size())
        return refused("grupos", "O relatório não tem um dos grupos de informação pedidos.", "Escolha de novo.");
    return chosen;
}

Result<Filtro> filter_of(const Pedido& pedido, const Ibge& municipio, const Alcance& alcance, Ports& ports) {
    if (!pedido.profissional.empty() && !pedido.cbo.empty())
        return refused("cbo", "Escolha um profissional ou uma categoria, não os dois.", "Retire um deles.");
    Filtro asked{pedido.cnes, pedido.ine, pedido.cbo, {}};
    if (!pedido.profissional.empty()) {
        AROEIRA_TRY(auto cns, ports.quadro.cns_of(municipio, pedido.profissional));
        if (!cns) return refused("profissional", "Este profissional não está no cadastro do município.", "Escolha de novo.");
        asked.profissional = std::move(*cns);
    }
    return alcance.within(std::move(asked));
}

Result<void> add_up(const Ibge& municipio, const Relatorio& relatorio, const Periodo& periodo, const Filtro& filtro, Somador& somador, Ports& ports) {
    Result<void> added;
    for (const auto& trechos : trechos_of(periodo)) {
        AROEIRA_CHECK(ports.somas.each(municipio, relatorio.codigo, trechos, filtro, [&](const Soma& soma, std::string_view packed) {
            if (added) added = somador.add(soma, packed);
        }));
        AROEIRA_CHECK(added);
    }
    return {};
}

Result<void> name_them(const Ibge& municipio, Consulta& consulta, Ports& ports) {
    const auto& lotacoes = consulta.resultado.lotacoes;
    if (lotacoes.empty()) return {};
    std::vector<std::string> cnss;
    for (const auto& one : lotacoes) cnss.push_back(one.profissional);
    AROEIRA_TRY(consulta.profissionais, ports.quadro.names_of(municipio, cnss));
    AROEIRA_TRY(const auto unidades, ports.quadro.unidades(municipio));
    for (const auto& one : unidades) consulta.unidades.emplace(one.cnes, one.nome);
    AROEIRA_TRY(const auto equipes, ports.quadro.equipes(municipio));
    for (const auto& one : equipes) consulta.equipes.emplace(one.ine, one.nome);
    return {};
}

Result<Consulta> answer(const Pedido& pedido, const Ibge& municipio, const AcessoAtivo& acesso, Ports& ports, const Services& services) {
    Consulta consulta;
    consulta.relatorio = find_relatorio(pedido.relatorio);
    if (!consulta.relatorio) return Error{ErrorKind::not_found, "RELAT-0002", "Não existe este relatório."};
    AROEIRA_TRY(const auto periodo, period_of(pedido, *consulta.relatorio));
    AROEIRA_TRY(auto grupos, groups_of(pedido, *consulta.relatorio, services.contador));
    if (pedido.forma == Forma::mensal && !periodo) return refused("inicio", "A série mensal precisa de um período.", "Informe as duas datas.");
    const auto meses = periodo ? meses_of(*periodo) : std::vector<std::string>{""};
    AROEIRA_TRY(const auto fator, fator_of(*consulta.relatorio, ports));
    AROEIRA_CHECK(check_fator(fator.fator, grupos.size(), meses.size()));
    AROEIRA_TRY(const auto alcance, reach_of(acesso, municipio, ports));
    AROEIRA_TRY(const auto filtro, filter_of(pedido, municipio, alcance, ports));
    Somador somador(*consulta.relatorio, services.contador, std::move(grupos), pedido.forma, meses);
    AROEIRA_CHECK(add_up(municipio, *consulta.relatorio, periodo.value_or(Periodo{kBeginning, kYearsAhead}), filtro, somador, ports));
    consulta.resultado = somador.resultado();
    AROEIRA_TRY(const auto state, ports.controle.processamento(municipio));
    consulta.processado = state.processado;
    AROEIRA_CHECK(name_them(municipio, consulta, ports));
    return consulta;
}

}  // namespace

Result<Fator> fator_of(const Relatorio& relatorio, Ports& ports) {
    AROEIRA_TRY(const auto chosen, ports.controle.fator(relatorio.codigo));
    return chosen.value_or(Fator{kFatorPadrao, 0});
}

Result<Consulta> consult(const MaySee& granted, const AcessoAtivo& acesso, const Pedido& pedido, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(pedido.municipio));
    return services.unit.read([&](Ports& ports) { return answer(pedido, municipio, acesso, ports, services); });
}

Result<Escolhas> choices(const MaySee& granted, const AcessoAtivo& acesso, const std::optional<Ibge>& asked, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.read([&](Ports& ports) -> Result<Escolhas> {
        Escolhas out;
        AROEIRA_TRY(out.alcance, reach_of(acesso, municipio, ports));
        AROEIRA_TRY(const auto state, ports.controle.processamento(municipio));
        out.processado = state.processado;
        if (out.alcance.tipo == Alcance::Tipo::proprio) return out;
        AROEIRA_TRY(out.unidades, ports.quadro.unidades(municipio));
        AROEIRA_TRY(out.equipes, ports.quadro.equipes(municipio));
        AROEIRA_TRY(out.cbos, ports.quadro.cbos(municipio));
        if (out.alcance.tipo != Alcance::Tipo::unidade) return out;
        std::erase_if(out.unidades, [&](const auto& one) { return one.cnes != out.alcance.cnes; });
        std::erase_if(out.equipes, [&](const auto& one) { return one.cnes != out.alcance.cnes; });
        return out;
    });
}

Result<std::vector<estabelecimentos::NomeDeProfissional>> find_profissionais(const MaySee& granted, const AcessoAtivo& acesso,
                                                                            const std::optional<Ibge>& asked, std::string_view cnes, std::string_view busca,
                                                                            const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.read([&](Ports& ports) -> Result<std::vector<estabelecimentos::NomeDeProfissional>> {
        AROEIRA_TRY(const auto alcance, reach_of(acesso, municipio, ports));
        if (alcance.tipo == Alcance::Tipo::proprio) return std::vector<estabelecimentos::NomeDeProfissional>{};
        AROEIRA_TRY(const auto filtro, alcance.within({.cnes = std::string(cnes)}));
        return ports.quadro.profissionais(municipio, filtro.cnes, busca, kFoundMax);
    });
}

}  // namespace aroeira::relatorios
