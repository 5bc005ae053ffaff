// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/send_lote.hpp"

#include <algorithm>

#include "modules/transmission/domain/anuncio_json.hpp"
#include "modules/transmission/operations/ask_vereditos.hpp"

namespace aroeira::transmission {
namespace {

constexpr std::int64_t kSmallestPart = std::int64_t{64} << 10;
constexpr std::int64_t kCautiousPart = std::int64_t{1} << 20;
constexpr int kCorrectionsMax = 3;  // of where the destino is, in one run

/// A step of the conversation about one lote.
struct Step {
    Reading reading{};
    Arrival chegada{};
};

Step step_of(const Reply& reply, const LoteEnviado& lote) {
    if (reply.reading.meaning != Meaning::accepted) return {.reading = reply.reading};
    const auto chegada = parse_arrival(reply.body, lote.id.text());
    if (!chegada || chegada->recebidos > lote.tamanho) return {.reading = unreadable_body()};
    return {reply.reading, *chegada};
}

/// After a failure smaller parts, so that a bad line loses less with each.
std::int64_t first_part_bytes(const Destino& destino) {
    const int failures = destino.tentativas.falhas;
    if (failures == 0) return kPartBytesMax;
    return std::max(kSmallestPart, kCautiousPart >> std::min(failures - 1, 10));
}

class LoteSending {
public:
    LoteSending(LoteEnviado lote, const Run& run) : lote_(std::move(lote)), run_(run), part_bytes_(first_part_bytes(run.destino)) {}

    Result<Reading> send() {
        AROEIRA_TRY(auto step, announce());
        while (step.reading.meaning == Meaning::accepted) {
            using Situacao = SituacaoChegada;
            const auto& chegada = step.chegada;
            if (chegada.situacao == Situacao::confirmado || chegada.situacao == Situacao::processado) {
                AROEIRA_CHECK(confirm(lote_, run_.services.clock.now() + pause_before(0), run_));
                return step.reading;
            }
            if (chegada.situacao == Situacao::falhou) return park_with(chegada.mensagem);
            AROEIRA_CHECK(note(chegada));
            if (run_.job.should_stop()) return step.reading;
            AROEIRA_TRY(step, next_part(chegada));
        }
        return refused(std::move(step.reading));
    }

private:
    Result<Step> announce() {
        AROEIRA_TRY(const auto card, run_.services.unit.read([](Ports& ports) { return ports.settings.card(); }));
        const auto body = json::text_of(views::of(Anuncio{
            .lote = fichas::LoteId{lote_.id.uuid}, .municipio = lote_.municipio, .numero = lote_.numero, .fichas = lote_.fichas, .tamanho = lote_.tamanho,
            .sha256 = lote_.sha256,
            .remetente = {std::string(card.id.text()), card.nome, std::string(name_of(card.tipo)), AROEIRA_VERSION}}));
        return step_of(run_.with.ask({client::Method::post, "/api/v1/transmissao/chegadas", "application/json", body}), lote_);
    }

    /// The first of it, or more of it, is there.
    Result<void> note(const Arrival& chegada) {
        if (chegada.part_bytes_max > 0) part_bytes_ = std::min(part_bytes_, chegada.part_bytes_max);
        const bool begins = lote_.situacao != SituacaoEnvio::enviando;
        if (!begins && lote_.enviados == chegada.recebidos && lote_.causa.empty()) return {};
        const bool more = chegada.recebidos > lote_.enviados;
        lote_.situacao = SituacaoEnvio::enviando;
        lote_.enviados = chegada.recebidos;
        lote_.causa.clear();
        return run_.save(lote_, [&](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(ports.envio.save_progress(lote_));
            if (begins) AROEIRA_CHECK(tell(AtoDoLote::iniciado, lote_, "", ports, run_.services));
            return more ? run_.forget_failures(ports) : Result<void>();
        });
    }

    Result<Step> next_part(const Arrival& chegada) {
        if (chegada.recebidos == lote_.tamanho)
            return Step{.reading = failure("O destino recebeu o lote inteiro e não o confirmou. O envio será tentado de novo.")};
        const auto from = chegada.recebidos;
        const auto wanted = std::min(part_bytes_, lote_.tamanho - from);
        AROEIRA_TRY(const auto part, run_.services.unit.read([&](Ports& ports) {
            return ports.envio.read_zip_from(lote_.municipio, lote_.id, from, wanted);
        }));
        if (static_cast<std::int64_t>(part.size()) != wanted) return Step{.reading = {.meaning = Meaning::refused, .causa = kAltered}};
        run_.job.progress("Enviando lote", from, lote_.tamanho);
        auto step = step_of(run_.with.ask({client::Method::put, place() + "/partes/" + std::to_string(from) + municipio(),
                                           "application/octet-stream", part}), lote_);
        if (step.reading.meaning == Meaning::offset) return ask_where_it_is();
        if (step.reading.meaning == Meaning::other_hash) return begin_again(step.reading.causa);
        const bool stands = step.reading.meaning == Meaning::accepted && step.chegada.situacao == SituacaoChegada::recebendo &&
                            step.chegada.recebidos <= from;
        if (stands) return Step{.reading = failure("O destino aceitou uma parte do lote e diz que não a tem. O envio será tentado de novo.")};
        return step;
    }

    Result<Step> ask_where_it_is() {
        if (++corrections_ > kCorrectionsMax) return Step{.reading = failure("O destino e esta instalação não concordam sobre o que já foi enviado.")};
        auto step = step_of(run_.with.ask({client::Method::get, place() + municipio()}), lote_);
        if (step.reading.meaning == Meaning::unknown) return announce();
        return step;
    }

    Result<Step> begin_again(const std::string& causa) {
        ++lote_.recusas;
        lote_.enviados = 0;
        AROEIRA_CHECK(run_.save_progress(lote_));
        if (lote_.recusas >= kRefusalsMax) return Step{.reading = {.meaning = Meaning::refused, .causa = causa}};
        return announce();
    }

    /// The lote is given up when it is the lote that is refused; the rest is for who decides about the destino.
    Result<Reading> refused(Reading reading) {
        if (reading.meaning == Meaning::refused) return park_with(reading.causa);
        // Somebody who knows nothing of what was just announced to him is no receiver.
        if (reading.meaning == Meaning::unknown || reading.meaning == Meaning::offset || reading.meaning == Meaning::other_hash)
            reading.meaning = Meaning::failure;
        if (reading.meaning == Meaning::unserved && lote_.causa != reading.causa) {
            lote_.causa = reading.causa;
            AROEIRA_CHECK(run_.save_progress(lote_));
        }
        return reading;
    }

    Result<Reading> park_with(const std::string& causa) {
        AROEIRA_CHECK(park(lote_, causa, run_));
        return Reading{.meaning = Meaning::accepted};
    }

    [[nodiscard]] std::string place() const { return "/api/v1/transmissao/chegadas/" + std::string(lote_.id.text()); }
    [[nodiscard]] std::string municipio() const { return "?municipio=" + std::string(lote_.municipio.text()); }

    static constexpr auto kAltered = "O arquivo guardado deste lote não é mais o que foi gerado. Restaure a cópia de segurança do banco de dados.";

    LoteEnviado lote_;
    const Run& run_;
    std::int64_t part_bytes_;
    int corrections_ = 0;
};

}  // namespace

Result<Reading> send_lote(LoteEnviado lote, const Run& run) { return LoteSending(std::move(lote), run).send(); }

}  // namespace aroeira::transmission
