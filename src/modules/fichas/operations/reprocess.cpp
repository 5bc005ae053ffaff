// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/operations/reprocess.hpp"

#include "modules/fichas/operations/hours.hpp"
#include "modules/fichas/operations/job_argument.hpp"

namespace aroeira::fichas {
namespace {

constexpr int kBlock = 500;

struct Seen {
    std::int64_t vistas = 0;
    std::int64_t aceitas = 0;
    std::string lote{}, uuid{};  ///< The place of the last one, with `posicao`.
    std::int64_t posicao = -1;
    static constexpr auto fields = std::tuple{json::field("vistas", &Seen::vistas), json::field("aceitas", &Seen::aceitas),
                                              json::field("lote", &Seen::lote), json::field("posicao", &Seen::posicao),
                                              json::field("uuid", &Seen::uuid)};
};

/// The uuid the ficha carries is asked of the name, so that the name says nothing here.
Result<void> look_again(const std::vector<FichaStore::Pending>& block, Evaluator& evaluator, const Ibge& municipio,
                        int offset, Ports& ports, Seen& seen) {
    for (const auto& pending : block) {
        FichaAvaliada now;
        evaluator.evaluate(pending.formato == "xml" ? "ficha.esus.xml" : "ficha.esus", pending.conteudo, now);
        ++seen.vistas;
        std::tie(seen.lote, seen.posicao, seen.uuid) = std::tie(pending.lote, pending.posicao, pending.uuid);
        if (now.situacao == Situacao::ilegivel) continue;
        if (now.situacao == Situacao::valida) ++seen.aceitas;
        AROEIRA_CHECK(ports.fichas.change_verdict(municipio, pending, local_month(pending.recebida, offset), now));
    }
    return {};
}

}  // namespace

Result<std::string> reprocess(jobs::Context& job, const Services& services) {
    AROEIRA_TRY(const auto argument, json::parse<MunicipioArgument>(job.argument()));
    AROEIRA_TRY(const auto municipio, Ibge::parse(argument.municipio));
    AROEIRA_TRY(auto evaluator, services.evaluator(municipio));
    Seen seen;
    // A cursor of a program that went by uuid is no place: from the first again, which only judges the same twice.
    if (auto kept = json::parse<Seen>(job.cursor())) seen = std::move(*kept);
    for (bool more = true; more && !job.should_stop();) {
        Seen next;
        // The body may run again after losing to another transaction: what it learns counts once it is committed.
        AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
            AROEIRA_TRY(const auto offset, ports.installation.utc_offset_minutes(municipio));
            AROEIRA_TRY(const auto block, ports.fichas.pending_after(municipio, {seen.lote, seen.posicao, seen.uuid}, kBlock));
            next = seen;
            AROEIRA_CHECK(look_again(block, *evaluator, municipio, offset, ports, next));
            AROEIRA_CHECK(job.save_cursor(ports.session, json::text_of(next), next.vistas, 0));
            more = block.size() == static_cast<std::size_t>(kBlock);
            return {};
        }));
        seen = std::move(next);
    }
    return R"({"vistas":)" + std::to_string(seen.vistas) + R"(,"aceitas":)" + std::to_string(seen.aceitas) + "}";
}

Result<void> ask_to_reprocess(db::Session& session, IdSource& ids, const Clock& clock, const Ibge& municipio,
                              std::string_view edition, std::string_view actor) {
    auto asked = jobs::enqueue(session, ids, clock,
                               {.kind = std::string(kReprocessJob),
                                .argument = json::text_of(MunicipioArgument{std::string(municipio.text())}),
                                .municipio = std::string(municipio.text()), .owner = std::string(actor),
                                .unique_key = std::string(municipio.text()) + " " + std::string(edition)});
    if (!asked && asked.error().kind != ErrorKind::conflict) return std::move(asked).error();
    return {};
}

}  // namespace aroeira::fichas
