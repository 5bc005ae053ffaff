// SPDX-License-Identifier: Apache-2.0
// The public LEDI API, as a PEC offers it to any system.
#include "modules/fichas/api/findings.hpp"
#include "modules/transmission/operations/form.hpp"
#include "modules/transmission/operations/send_lote.hpp"
#include "platform/crypto/crypto.hpp"

namespace aroeira::transmission {
namespace {

constexpr auto kAltered = "O arquivo guardado deste lote não é mais o que foi gerado. Restaure a cópia de segurança do banco de dados.";
constexpr std::size_t kReasonBytesMax = 2000;

/// The reason a PEC gives is text for who corrects the ficha; it is kept as the message of one finding.
std::string findings_of(std::string_view reason) {
    auto size = std::min(reason.size(), kReasonBytesMax);
    while (size < reason.size() && size > 0 && (static_cast<unsigned char>(reason[size]) & 0xC0) == 0x80) --size;
    return json::text_of(fichas::Findings{.erros = {{.regra = "LEDI", .mensagem = std::string(reason.substr(0, size))}}});
}

class FichasSending {
public:
    FichasSending(LoteEnviado lote, const Run& run) : lote_(std::move(lote)), run_(run) {}

    Result<Reading> send() {
        AROEIRA_TRY(const auto zip, run_.services.unit.read([&](Ports& ports) { return ports.lotes.read_zip(lote_.municipio, lote_.id); }));
        if (crypto::hex(crypto::sha256(zip)) != lote_.sha256) return park_with(kAltered);
        AROEIRA_TRY(const auto archive, zip::Archive::open(zip));
        for (;;) {
            AROEIRA_TRY(const auto block, run_.services.unit.read([&](Ports& ports) {
                return ports.envio.fichas(lote_, QuaisFichas::pendentes, 0, kLediBlock);
            }));
            if (block.empty()) return conclude();
            AROEIRA_TRY(auto reading, send_block(block, archive));
            if (reading.meaning != Meaning::accepted || run_.job.should_stop()) return reading;
        }
    }

private:
    /// What was answered is kept also when the next question fails.
    Result<Reading> send_block(const std::vector<FichaEnviada>& block, const zip::Archive& archive) {
        std::vector<FichaJulgada> said;
        Reading reading{.meaning = Meaning::accepted};
        for (const auto& ficha : block) {
            AROEIRA_TRY(auto judged, send_one(ficha, archive, reading));
            if (reading.meaning != Meaning::accepted || run_.job.should_stop()) break;
            said.push_back(std::move(judged));
        }
        if (said.empty()) {
            AROEIRA_CHECK(run_.save_progress(lote_));
            return reading;
        }
        AROEIRA_CHECK(keep(std::span(block).first(said.size()), said));
        return reading;
    }

    Result<FichaJulgada> send_one(const FichaEnviada& ficha, const zip::Archive& archive, Reading& reading) {
        AROEIRA_TRY(const auto content, archive.extract(static_cast<std::size_t>(ficha.posicao), buffer_));
        Form form;
        form.add("ficha", content, ficha.uuid + ".esus");
        const auto body = form.body();
        const auto reply = run_.with.ask({client::Method::post, "/api/v1/recebimento/ficha", form.content_type(), body});
        // A page made for people is no answer to a program: somebody on the way wrote it.
        const bool is_page = reply.content_type.starts_with("text/html");
        if ((reply.status == 200 || reply.status == 201) && !is_page) return FichaJulgada{.veredito = Veredito::aceita};
        if (reply.status == 400 && !is_page) return FichaJulgada{Veredito::rejeitada, findings_of(reply.body)};
        if (reply.status == 500 && !is_page) return unreadable_there(reply, reading);
        reading = reply.reading.meaning == Meaning::accepted ? unreadable_body() : reply.reading;
        if (reading.meaning != Meaning::credential && reading.meaning != Meaning::scheduled) reading.meaning = Meaning::failure;
        return FichaJulgada{};
    }

    /// A PEC answers 500 also to one ficha it cannot read. Tried again first; in the end it is that
    /// ficha which is refused, so that it does not keep the others from leaving.
    FichaJulgada unreadable_there(const Reply& reply, Reading& reading) {
        if (++lote_.recusas >= kRefusalsMax) {
            lote_.recusas = 0;
            return {Veredito::rejeitada, findings_of("O destino não conseguiu ler esta ficha (erro 500). " + reply.body)};
        }
        reading = failure("O destino não conseguiu ler uma ficha (erro 500). Ela será enviada de novo.");
        return {};
    }

    Result<void> keep(std::span<const FichaEnviada> fichas, const std::vector<FichaJulgada>& said) {
        const bool begins = lote_.situacao != SituacaoEnvio::enviando;
        lote_.situacao = SituacaoEnvio::enviando;
        lote_.causa.clear();
        for (const auto& one : said) ++(one.veredito == Veredito::aceita ? lote_.aceitas : lote_.rejeitadas);
        run_.job.progress("Enviando fichas", lote_.aceitas + lote_.rejeitadas, lote_.fichas);
        return run_.save(lote_, [&](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(ports.envio.keep_vereditos(lote_, fichas, said));
            AROEIRA_CHECK(ports.envio.save_progress(lote_));
            if (begins) AROEIRA_CHECK(tell(AtoDoLote::iniciado, lote_, "", ports, run_.services));
            return run_.forget_failures(ports);
        });
    }

    Result<Reading> conclude() {
        if (lote_.aceitas + lote_.rejeitadas < lote_.fichas)
            return park_with("Este lote foi gerado por uma versão anterior do programa. Use «Salvar em Arquivo».");
        AROEIRA_CHECK(confirm(lote_, std::nullopt, run_));
        lote_.situacao = SituacaoEnvio::concluido;
        AROEIRA_CHECK(run_.save(lote_, [&](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(ports.envio.save_progress(lote_));
            return tell(AtoDoLote::concluido, lote_, std::to_string(lote_.aceitas) + " aceitas, " + std::to_string(lote_.rejeitadas) + " rejeitadas.",
                        ports, run_.services);
        }));
        return Reading{.meaning = Meaning::accepted};
    }

    Result<Reading> park_with(std::string causa) {
        AROEIRA_CHECK(park(lote_, std::move(causa), run_));
        return Reading{.meaning = Meaning::accepted};
    }

    LoteEnviado lote_;
    const Run& run_;
    std::string buffer_{};
};

}  // namespace

Result<Reading> send_fichas(LoteEnviado lote, const Run& run) { return FichasSending(std::move(lote), run).send(); }

}  // namespace aroeira::transmission
