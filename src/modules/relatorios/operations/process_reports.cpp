// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/operations/process_reports.hpp"

#include "modules/relatorios/operations/piece.hpp"

namespace aroeira::relatorios {
namespace {

constexpr int kBlock = 1000;  // fichas looked at in one transaction
constexpr auto kLeitor = fichas::Leitor::relatorios;
constexpr std::string_view kStage = "Processando relatórios";
constexpr std::string_view kOne = "instalacao";

/// What the numbers of a município depend on, other than its fichas.
std::string edicao_of(const instalacoes::MunicipioAtivo& municipio, const Contador& contador) {
    return contador.edicao() + " " + std::to_string(municipio.utc_offset_minutes);
}

/// What was counted otherwise is forgotten, and everything is news again.
Result<void> agree_on_edition(const instalacoes::MunicipioAtivo& municipio, jobs::Context& job, std::string_view cursor, const Services& services) {
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(auto state, ports.controle.processamento(municipio.ibge));
        auto edicao = edicao_of(municipio, services.contador);
        if (state.edicao == edicao) return {};
        AROEIRA_CHECK(job.save_cursor(ports.session, cursor, 0, 0));
        AROEIRA_CHECK(ports.somas.forget(municipio.ibge));
        AROEIRA_CHECK(ports.contadas.forget(municipio.ibge));
        AROEIRA_CHECK(ports.fichas.start_over(municipio.ibge, kLeitor));
        state.edicao = std::move(edicao);
        return ports.controle.save_processamento(municipio.ibge, state);
    });
}

/// One piece. Gives how many fichas it looked at; nothing when there is no news.
Result<std::optional<std::int64_t>> count_piece(const instalacoes::MunicipioAtivo& municipio, Ports& ports, const Services& services) {
    AROEIRA_TRY(const auto from, ports.fichas.next(municipio.ibge, kLeitor));
    if (!from) return std::optional<std::int64_t>();
    AROEIRA_TRY(const auto fichas, ports.fichas.read(municipio.ibge, *from, kBlock));
    Piece piece(municipio.ibge, municipio.utc_offset_minutes, services.contador, ports);
    for (const auto& ficha : fichas) AROEIRA_CHECK(piece.look_at(ficha));
    AROEIRA_CHECK(piece.finish());
    const bool more = fichas.size() == static_cast<std::size_t>(kBlock);
    AROEIRA_CHECK(ports.fichas.seen(municipio.ibge, kLeitor, from->lote, more ? std::optional(fichas.back().posicao + 1) : std::nullopt));
    return std::optional(static_cast<std::int64_t>(fichas.size()));
}

Result<void> be_up_to_date(const instalacoes::MunicipioAtivo& municipio, const Services& services) {
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(auto state, ports.controle.processamento(municipio.ibge));
        state.processado = services.clock.now();
        state.marcado = std::nullopt;
        state.marcadas = 0;
        return ports.controle.save_processamento(municipio.ibge, state);
    });
}

struct Total {
    std::int64_t feitas = 0;
    std::int64_t todas = 0;
};

/// All pieces of a município, or those until it is told to stop: false then.
Result<bool> process_one(const instalacoes::MunicipioAtivo& municipio, jobs::Context& job, const Services& services, Total& total) {
    AROEIRA_CHECK(agree_on_edition(municipio, job, std::to_string(total.feitas), services));
    for (;;) {
        if (job.should_stop()) return false;
        job.progress(kStage, total.feitas, std::max(total.feitas, total.todas));
        std::optional<std::int64_t> looked;
        AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
            AROEIRA_TRY(looked, count_piece(municipio, ports, services));
            const auto feitas = total.feitas + looked.value_or(0);
            return job.save_cursor(ports.session, std::to_string(feitas), feitas, std::max(feitas, total.todas));
        }));
        if (!looked) break;
        total.feitas += *looked;
    }
    AROEIRA_CHECK(be_up_to_date(municipio, services));
    return true;
}

Result<std::int64_t> count_waiting(const std::vector<instalacoes::MunicipioAtivo>& municipios, const Services& services) {
    return services.unit.read([&](Ports& ports) -> Result<std::int64_t> {
        std::int64_t sum = 0;
        for (const auto& one : municipios) {
            AROEIRA_TRY(const auto waiting, ports.fichas.waiting(one.ibge, kLeitor));
            sum += waiting;
        }
        return sum;
    });
}

}  // namespace

Result<std::string> process_reports(jobs::Context& job, const Services& services) {
    AROEIRA_TRY(const auto municipios, services.unit.read([](Ports& ports) { return ports.municipios.list(); }));
    Total total;
    if (!job.cursor().empty()) total.feitas = std::stoll(std::string(job.cursor()));
    AROEIRA_TRY(const auto waiting, count_waiting(municipios, services));
    total.todas = total.feitas + waiting;
    for (const auto& municipio : municipios) {
        AROEIRA_TRY(const bool whole, process_one(municipio, job, services, total));
        if (!whole) break;
    }
    return json::text_of(Processadas{total.feitas});
}

Result<void> ask_to_process(Ports& ports, const Services& services, std::string_view actor) {
    const auto queued = jobs::enqueue(ports.session, services.ids, services.clock,
                                      {.kind = std::string(kProcessJob), .argument = "{}", .owner = std::string(actor), .unique_key = std::string(kOne)});
    if (!queued && queued.error().kind != ErrorKind::conflict) return queued.error();
    return {};
}

}  // namespace aroeira::relatorios
