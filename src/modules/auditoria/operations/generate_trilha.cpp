// SPDX-License-Identifier: Apache-2.0
#include "modules/auditoria/operations/generate_trilha.hpp"

#include "modules/auditoria/operations/read_events.hpp"
#include "modules/auditoria/operations/request_trilha.hpp"
#include "platform/crypto/crypto.hpp"

namespace aroeira::auditoria {
namespace {

constexpr std::size_t kBlock = 1000;
constexpr std::size_t kPartBytes = 1U << 20;

std::string day_text(const std::string& iso) { return iso.size() == 10 ? iso.substr(8) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4) : iso; }

struct Work {
    Trilha trilha;
    Filtros chosen{};
    ReportHead head{};
    audit::EventFilter filter{};
};

Result<Work> begin(const GenerateArgument& argument, const Services& services) {
    AROEIRA_TRY(const auto id, TrilhaId::parse(argument.trilha));
    return services.unit.write([&](Ports& ports) -> Result<Work> {
        // The trails of others whose time is over go whenever a new one is made.
        AROEIRA_CHECK(ports.trilhas.expire(services.clock.now() - kKept));
        AROEIRA_TRY(auto trilha, ports.trilhas.find(argument.municipio, id));
        AROEIRA_CHECK(ports.trilhas.remove_parts(argument.municipio, id));
        AROEIRA_TRY(auto chosen, json::parse<Filtros>(trilha.filtros));
        AROEIRA_TRY(auto institution, ports.institutions.describe(argument.municipio));
        AROEIRA_TRY(auto filter, filter_of(chosen, argument.municipio, institution.utc_offset_minutes));
        // What is recorded while it is generated would change it from run to run.
        filter.until_ms = std::min(filter.until_ms, to_ms(trilha.criada));
        AROEIRA_TRY(const auto who, ports.names.find(trilha.ator));
        std::string usuario;
        if (!chosen.usuario.empty()) {
            AROEIRA_TRY(const auto asked, ports.names.find(chosen.usuario));
            usuario = asked ? asked->nome : chosen.usuario;
        }
        ReportHead head{.institution = institution, .produto = services.produto, .periodo = day_text(chosen.inicio) + " a " + day_text(chosen.fim),
                        .filtros = sentences_of(chosen, usuario), .gerada_por = who ? who->nome : "não identificado", .gerada_ms = to_ms(trilha.criada)};
        return Work{std::move(trilha), std::move(chosen), std::move(head), std::move(filter)};
    });
}

/// The parts of the file as they come.
class Parts {
public:
    Parts(const Trilha& trilha, const Services& services) : trilha_(trilha), services_(services) {}
    Result<void> add(std::string bytes, bool last) {
        waiting_ += bytes;
        while (waiting_.size() >= kPartBytes || (last && !waiting_.empty())) {
            const auto piece = waiting_.substr(0, kPartBytes);
            AROEIRA_CHECK(services_.unit.write([&](Ports& ports) { return ports.trilhas.add_part(trilha_, number_, piece); }));
            sum_.update(piece);
            size_ += static_cast<std::int64_t>(piece.size());
            ++number_;
            waiting_.erase(0, piece.size());
        }
        return {};
    }
    [[nodiscard]] std::int64_t size() const { return size_; }
    std::string sum() { return crypto::hex(sum_.finish()); }

private:
    const Trilha& trilha_;
    const Services& services_;
    std::string waiting_{};
    crypto::Sha256 sum_{};
    std::int64_t number_ = 0;
    std::int64_t size_ = 0;
};

Result<void> write_all(Work& work, jobs::Context& job, const Services& services) {
    const auto report = make_report(work.trilha.formato, work.head);
    Parts parts(work.trilha, services);
    crypto::Sha256 lines;
    KnownNames known;
    audit::Cursor cursor;
    do {
        if (job.should_stop()) return Error{ErrorKind::conflict, "AUDITORIA-0004", "A geração desta trilha foi cancelada."};
        AROEIRA_TRY(const auto page, services.unit.read([&](Ports& ports) { return read_lines(work.filter, cursor, kBlock, known, ports); }));
        for (const auto& line : page.items) {
            AROEIRA_CHECK(report->add(line));
            lines.update(summed_line(line, work.head.institution.utc_offset_minutes));
        }
        work.trilha.eventos += static_cast<std::int64_t>(page.items.size());
        AROEIRA_CHECK(parts.add(report->take(), false));
        job.progress("Lendo eventos", work.trilha.eventos, 0);
        cursor = page.next;
    } while (!cursor.empty());
    AROEIRA_CHECK(report->finish(crypto::hex(lines.finish())));
    AROEIRA_CHECK(parts.add(report->take(), true));
    work.trilha.tamanho = parts.size();
    work.trilha.soma = parts.sum();
    return {};
}

Result<void> end(Trilha& trilha, Situacao situacao, std::string motivo, const Services& services) {
    trilha.situacao = situacao;
    trilha.motivo = std::move(motivo);
    trilha.terminada = services.clock.now();
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(ports.trilhas.end(trilha));
        if (situacao == Situacao::concluida) return {};
        return ports.trilhas.remove_parts(trilha.municipio, trilha.id);
    });
}

}  // namespace

Result<std::string> generate_trilha(jobs::Context& job, const Services& services) {
    AROEIRA_TRY(const auto argument, json::parse<GenerateArgument>(job.argument()));
    AROEIRA_TRY(auto work, begin(argument, services));
    std::optional<Ibge> municipio;
    if (!argument.municipio.empty()) {
        AROEIRA_TRY(municipio, Ibge::parse(argument.municipio));
    }
    auto done = [&]() -> Result<void> {
        AROEIRA_CHECK(services.resume(work.trilha.ator, municipio));
        return write_all(work, job, services);
    }();
    // A neighbour that does not answer, or the program that stops: the job comes back.
    if (!done && (done.error().kind == ErrorKind::unavailable || job.should_stop())) return done.error();
    AROEIRA_CHECK(end(work.trilha, done ? Situacao::concluida : Situacao::falhou, done ? "" : done.error().message, services));
    if (!done) return done.error();
    return R"({"trilha":")" + argument.trilha + "\"}";
}

}  // namespace aroeira::auditoria
