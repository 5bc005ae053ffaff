// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/operations/process_lote.hpp"

#include <array>
#include <charconv>
#include <future>

#include "modules/fichas/operations/evaluate.hpp"
#include "modules/fichas/operations/hours.hpp"
#include "modules/fichas/operations/job_argument.hpp"
#include "platform/zip/zip.hpp"

namespace aroeira::fichas {
namespace {

constexpr std::size_t kBlock = 4096;   // fichas in one transaction
constexpr std::size_t kThreads = 2;    // that evaluate one block
constexpr std::size_t kFileBytesMax = std::size_t{16} << 20;  // one ficha, unpacked

struct Work {
    Ibge municipio;
    LoteRecebido lote;
    std::string bytes;
    std::vector<std::size_t> files;  ///< Entries of the zip that are files; empty for a bare ficha.
    std::optional<zip::Archive> archive;
    Recebimento when;
    [[nodiscard]] std::size_t size() const { return archive ? files.size() : 1; }
};

/// Evaluated fichas of a run of entries, with the bytes they view.
struct Slice {
    std::vector<FichaAvaliada> fichas;
    std::vector<std::string> unpacked;
};

void evaluate_one(const Work& work, std::size_t position, Evaluator& evaluator, std::string& buffer, FichaAvaliada& out) {
    out.posicao = static_cast<std::int64_t>(position);
    if (!work.archive) {
        evaluator.evaluate(work.lote.arquivo, work.bytes, out);
        return;
    }
    const auto& entry = work.archive->entry(work.files[position]);
    out.nome = entry.name;
    const auto content = work.archive->extract(work.files[position], buffer);
    if (!content) {
        out.situacao = Situacao::ilegivel;
        out.regra = content.error().code.text();
        out.motivo = content.error().message;
        return;
    }
    evaluator.evaluate(entry.name, *content, out);
}

Slice evaluate_slice(const Work& work, std::size_t from, std::size_t until, Evaluator& evaluator) {
    Slice slice;
    slice.fichas.resize(until - from);
    slice.unpacked.resize(until - from);
    for (std::size_t i = from; i < until; ++i)
        evaluate_one(work, i, evaluator, slice.unpacked[i - from], slice.fichas[i - from]);
    return slice;
}

/// The evaluators outlive every block: each keeps its memory.
class Pipeline {
public:
    Pipeline(const Work& work, std::vector<std::unique_ptr<Evaluator>> evaluators)
        : work_(work), evaluators_(std::move(evaluators)) {}

    std::future<std::vector<Slice>> start(std::size_t from) {
        return std::async(std::launch::async, [this, from] { return evaluate(from); });
    }
    /// The first that was made, so that no other judges by an older registry.
    [[nodiscard]] const Evaluator& evaluator() const { return *evaluators_.front(); }
    /// Only while nothing is being evaluated.
    void judge_by(std::vector<std::unique_ptr<Evaluator>> evaluators) { evaluators_ = std::move(evaluators); }

private:
    std::vector<Slice> evaluate(std::size_t from) {
        const std::size_t until = std::min(from + kBlock, work_.size());
        const std::size_t half = from + (until - from) / 2;
        auto second = std::async(std::launch::async, [&] { return evaluate_slice(work_, half, until, *evaluators_[1]); });
        std::vector<Slice> slices;
        slices.push_back(evaluate_slice(work_, from, half, *evaluators_[0]));
        slices.push_back(second.get());
        return slices;
    }
    const Work& work_;
    std::vector<std::unique_ptr<Evaluator>> evaluators_;
};

Result<Work> open_work(jobs::Context& job, const Services& services) {
    AROEIRA_TRY(const auto argument, json::parse<LoteArgument>(job.argument()));
    AROEIRA_TRY(const auto municipio, Ibge::parse(argument.municipio));
    AROEIRA_TRY(const auto id, LoteId::parse(argument.lote));
    return services.unit.read([&](Ports& ports) -> Result<Work> {
        AROEIRA_TRY(auto lote, ports.fichas.find_lote(municipio, id));
        AROEIRA_TRY(auto bytes, ports.fichas.read_partes(municipio, id));
        AROEIRA_TRY(const auto offset, ports.installation.utc_offset_minutes(municipio));
        const auto received = lote.recebido;
        return Work{municipio, std::move(lote), std::move(bytes), {}, std::nullopt, {received, local_month(received, offset)}};
    });
}

Result<void> unpack(Work& work, const UploadLimits& limits) {
    if (work.bytes.empty())
        return Error{ErrorKind::internal, "RECEB-0011", "Os bytes deste lote não estão mais aqui. Envie o arquivo de novo."};
    if (!work.bytes.starts_with("PK")) return {};
    AROEIRA_TRY(auto archive, zip::Archive::open(work.bytes, {.entries_max = limits.entries_max,
                                                              .unpacked_bytes_max = limits.unpacked_bytes_max,
                                                              .entry_bytes_max = kFileBytesMax}));
    work.archive.emplace(std::move(archive));
    for (std::size_t i = 0; i < work.archive->size(); ++i)
        if (!work.archive->entry(i).name.ends_with('/')) work.files.push_back(i);
    return {};
}

std::optional<std::int64_t> sender_number(const std::vector<Slice>& block) {
    for (const auto& slice : block)
        for (const auto& f : slice.fichas)
            if (f.numero_lote) return f.numero_lote;
    return std::nullopt;
}

/// Another worker kept the same fichas between our look and our write: the block is done again.
Error met_another() {
    return {ErrorKind::unavailable, "RECEB-0013", "Outro lote gravou as mesmas fichas ao mesmo tempo. O processamento continua em instantes."};
}

/// One transaction: the fichas of the block, the counters of the lote, the cursor of the job.
Result<void> write_block(const Work& work, const std::vector<Slice>& block, const Evaluator& evaluator, std::size_t next,
                         jobs::Context& job, const Services& services) {
    const bool last = next == work.size();
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(check_edition(evaluator, work.municipio, ports));
        Contagem count;
        for (const auto& slice : block) {
            AROEIRA_TRY(const auto part, ports.fichas.keep(work.municipio, work.lote.id, work.when, slice.fichas, nullptr));
            count += part;
        }
        const auto now = services.clock.now();
        AROEIRA_CHECK(ports.fichas.update_lote(work.municipio, work.lote.id,
                                               last ? SituacaoLote::processado : SituacaoLote::processando, count,
                                               sender_number(block), last ? std::optional(now) : std::nullopt, ""));
        if (last) {
            AROEIRA_CHECK(ports.fichas.delete_partes(work.municipio, work.lote.id));
            AROEIRA_CHECK(ports.trail.record({.event = audit::Event::lote_processado, .actor = work.lote.ator, .address = "",
                                              .entity = "lote_recebido", .entity_id = std::string(work.lote.id.text()),
                                              .municipio = std::string(work.municipio.text())}));
        }
        return job.save_cursor(ports.session, std::to_string(next), static_cast<std::int64_t>(next),
                               static_cast<std::int64_t>(work.size()));
    });
}

Result<void> mark_failed(const Work& work, const Error& error, const Services& services) {
    return services.unit.write([&](Ports& ports) {
        return ports.fichas.update_lote(work.municipio, work.lote.id, SituacaoLote::falhou, {}, std::nullopt,
                                        services.clock.now(), error.message);
    });
}

Result<std::vector<std::unique_ptr<Evaluator>>> make_evaluators(const Work& work, const Services& services) {
    std::vector<std::unique_ptr<Evaluator>> evaluators;
    while (evaluators.size() < kThreads) {
        AROEIRA_TRY(auto evaluator, services.evaluator(work.municipio));
        evaluators.push_back(std::move(evaluator));
    }
    return evaluators;
}

Result<std::string> process(const Work& work, jobs::Context& job, const Services& services) {
    std::size_t done = 0;
    std::from_chars(job.cursor().data(), job.cursor().data() + job.cursor().size(), done);
    job.progress("Processando fichas", static_cast<std::int64_t>(done), static_cast<std::int64_t>(work.size()));

    AROEIRA_TRY(auto evaluators, make_evaluators(work, services));
    Pipeline pipeline(work, std::move(evaluators));
    auto ahead = pipeline.start(done);
    while (done < work.size()) {
        const auto block = ahead.get();
        const std::size_t next = std::min(done + kBlock, work.size());
        if (next < work.size() && !job.should_stop()) ahead = pipeline.start(next);
        const auto written = write_block(work, block, pipeline.evaluator(), next, job, services);
        if (!written && written.error().code == kOldEdition && !job.should_stop()) {
            if (ahead.valid()) ahead.wait();
            AROEIRA_TRY(auto fresh, make_evaluators(work, services));
            pipeline.judge_by(std::move(fresh));
            ahead = pipeline.start(done);
            continue;
        }
        if (!written) return written.error().code.text() == "DB-0003" ? met_another() : written.error();
        done = next;
        if (!ahead.valid()) break;
    }
    return std::string("{}");
}

}  // namespace

Result<std::string> process_lote(jobs::Context& job, const Services& services) {
    AROEIRA_TRY(auto work, open_work(job, services));
    // The last block was written, and the crash came before the queue heard of it.
    if (work.lote.situacao == SituacaoLote::processado) return std::string("{}");
    // Cancelled between two runs: nothing is left to process.
    if (work.lote.situacao == SituacaoLote::falhou) return lote_ended();
    if (auto opened = unpack(work, services.limits); !opened) {
        AROEIRA_CHECK(mark_failed(work, opened.error(), services));
        return std::move(opened).error();
    }
    return process(work, job, services);
}

}  // namespace aroeira::fichas
