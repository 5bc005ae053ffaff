// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/ask_vereditos.hpp"

#include <algorithm>

#include "platform/crypto/crypto.hpp"

namespace aroeira::transmission {
namespace {

constexpr std::chrono::milliseconds kFirstPause{2'000};
constexpr std::chrono::hours kLongestPause{1};

struct FichaPerguntada {
    std::string uuid{};
    std::string sha256{};
    static constexpr auto fields = std::tuple{json::field("uuid", &FichaPerguntada::uuid), json::field("sha256", &FichaPerguntada::sha256)};
};

struct Asked {
    std::string municipio{};
    std::vector<FichaPerguntada> fichas{};
    static constexpr auto fields = std::tuple{json::field("municipio", &Asked::municipio), json::field("fichas", &Asked::fichas)};
};

class Questioning {
public:
    Questioning(LoteEnviado lote, int asked, const Run& run) : lote_(std::move(lote)), asked_(asked), run_(run), before_(lote_.rejeitadas) {}

    Result<Reading> ask() {
        if (lote_.situacao == SituacaoEnvio::concluido) return ask_of(QuaisFichas::rejeitadas);
        const auto reply = run_.with.ask({client::Method::get, "/api/v1/transmissao/chegadas/" + std::string(lote_.id.text()) +
                                                                   "?municipio=" + std::string(lote_.municipio.text())});
        if (reply.reading.meaning == Meaning::unknown) return ask_of(QuaisFichas::pendentes);
        if (reply.reading.meaning != Meaning::accepted) return not_now(reply.reading);
        const auto chegada = parse_arrival(reply.body, lote_.id.text());
        if (!chegada) return unreadable_body();
        return ask_as(*chegada);
    }

private:
    Result<Reading> ask_as(const Arrival& chegada) {
        using Situacao = SituacaoChegada;
        switch (chegada.situacao) {
            case Situacao::recebendo: return send_again();
            case Situacao::confirmado: return wait();
            case Situacao::falhou:
                AROEIRA_CHECK(park(lote_, chegada.mensagem, run_));
                return Reading{.meaning = Meaning::accepted};
            case Situacao::processado: known_ = true; return ask_of(QuaisFichas::pendentes);
        }
        return Reading{};
    }

    Result<Reading> ask_of(QuaisFichas which) {
        std::int64_t from = 0;
        while (!run_.job.should_stop()) {
            AROEIRA_TRY(const auto block, run_.services.unit.read([&](Ports& ports) {
                return ports.envio.fichas(lote_, which, from, static_cast<int>(kVereditosBlock));
            }));
            if (!block.empty()) {
                AROEIRA_TRY(auto reading, ask_block(block));
                if (reading.meaning != Meaning::accepted) return not_now(std::move(reading));
                from = block.back().posicao + 1;
            }
            if (block.size() < kVereditosBlock) return conclude();
        }
        return Reading{.meaning = Meaning::accepted};
    }

    Result<Reading> ask_block(const std::vector<FichaEnviada>& block) {
        Asked question{.municipio = std::string(lote_.municipio.text())};
        std::vector<std::string> uuids;
        for (const auto& ficha : block) {
            question.fichas.push_back({ficha.uuid, crypto::hex(ficha.sha256)});
            uuids.push_back(ficha.uuid);
        }
        const auto body = json::text_of(question);
        const auto reply = run_.with.ask({client::Method::post, "/api/v1/transmissao/vereditos", "application/json", body});
        if (reply.reading.meaning != Meaning::accepted) return reply.reading;
        const auto said = parse_vereditos(reply.body, uuids);
        if (!said) return unreadable_body();
        AROEIRA_CHECK(keep(block, *said));
        return reply.reading;
    }

    Result<void> keep(const std::vector<FichaEnviada>& block, const std::vector<FichaJulgada>& said) {
        count(block, said);
        return run_.save(lote_, [&](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(ports.envio.keep_vereditos(lote_, block, said));
            AROEIRA_CHECK(ports.envio.save_progress(lote_));
            return run_.forget_failures(ports);
        });
    }

    void count(const std::vector<FichaEnviada>& block, const std::vector<FichaJulgada>& said) {
        for (std::size_t i = 0; i < block.size(); ++i) {
            if (said[i].veredito == Veredito::desconhecida) continue;
            known_ = true;
            if (block[i].veredito == "rejeitada") --lote_.rejeitadas;
            ++(said[i].veredito == Veredito::aceita ? lote_.aceitas : lote_.rejeitadas);
        }
    }

    /// Every ficha was asked of once.
    Result<Reading> conclude() {
        if (lote_.aceitas + lote_.rejeitadas < lote_.fichas) return known_ ? ask_tomorrow() : send_again();
        const bool first = lote_.situacao != SituacaoEnvio::concluido;
        lote_.situacao = SituacaoEnvio::concluido;
        lote_.causa.clear();
        const auto next = lote_.rejeitadas > 0 ? tomorrow() : std::nullopt;
        return saved([&](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(ports.envio.ask_at(lote_, next, 0));
            if (!first && lote_.rejeitadas == before_) return {};
            return tell(AtoDoLote::concluido, lote_, std::to_string(lote_.aceitas) + " aceitas, " + std::to_string(lote_.rejeitadas) + " rejeitadas.",
                        ports, run_.services);
        });
    }

    /// The destino processed the lote and does not speak of some of its fichas.
    Result<Reading> ask_tomorrow() {
        lote_.causa = "O destino processou o lote e ainda não diz nada de " + std::to_string(lote_.fichas - lote_.aceitas - lote_.rejeitadas) + " fichas.";
        return saved([&](Ports& ports) { return ports.envio.ask_at(lote_, tomorrow(), 0); });
    }

    Result<Reading> wait() {
        return saved([&](Ports& ports) { return ports.envio.ask_at(lote_, run_.services.clock.now() + pause_before(asked_ + 1), asked_ + 1); });
    }

    /// It confirmed and lost it: a restored copy of its database, or worse.
    Result<Reading> send_again() {
        lote_.situacao = SituacaoEnvio::gerado;
        lote_.enviados = 0;
        lote_.enviado.reset();
        return saved([&](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(ports.envio.ask_at(lote_, std::nullopt, 0));
            return tell(AtoDoLote::perdido, lote_, "O destino confirmou este lote e não o tem mais. Ele será enviado de novo.", ports, run_.services);
        });
    }

    /// A destino that answers but not about this lote is asked another day; one that fails is tried as any other time.
    Result<Reading> not_now(Reading reading) {
        if (reading.meaning != Meaning::refused && reading.meaning != Meaning::unserved && reading.meaning != Meaning::unknown) return reading;
        lote_.causa = reading.causa;
        return saved([&](Ports& ports) { return ports.envio.ask_at(lote_, tomorrow(), 0); });
    }

    template <class F>
    Result<Reading> saved(F&& more) {
        AROEIRA_CHECK(run_.save(lote_, [&](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(ports.envio.save_progress(lote_));
            return more(ports);
        }));
        return Reading{.meaning = Meaning::accepted};
    }

    /// Nothing when the lote was sent too long ago to be asked about.
    [[nodiscard]] std::optional<Instant> tomorrow() const {
        const auto next = run_.services.clock.now() + std::chrono::days(1);
        if (!lote_.enviado || next > *lote_.enviado + kAskedFor) return std::nullopt;
        return next;
    }

    LoteEnviado lote_;
    int asked_;
    const Run& run_;
    std::int64_t before_;
    bool known_ = false;  ///< The destino knows the lote, or some ficha of it.
};

}  // namespace

std::chrono::milliseconds pause_before(int asked) {
    const auto doubled = kFirstPause * (1 << std::min(asked, 12));
    return std::min<std::chrono::milliseconds>(doubled, kLongestPause);
}

Result<Reading> ask_vereditos(const Pergunta& pergunta, const Run& run) {
    AROEIRA_TRY(auto lote, run.services.unit.read([&](Ports& ports) { return ports.lotes.find(pergunta.municipio, pergunta.lote); }));
    return Questioning(std::move(lote), pergunta.perguntas, run).ask();
}

}  // namespace aroeira::transmission
