// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/operations/accept_lote.hpp"

#include "modules/fichas/operations/hours.hpp"
#include "modules/fichas/operations/job_argument.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/zip/zip.hpp"

namespace aroeira::fichas {

Result<ProvenLote> prove_lote(std::string_view bytes, const UploadLimits& limits) {
    if (bytes.empty())
        return Error{ErrorKind::invalid_input, "RECEB-0010", "O arquivo está vazio. Gere o lote de novo e envie outra vez."};
    if (!bytes.starts_with("PK")) return ProvenLote{.entradas = 1};
    AROEIRA_TRY(const auto archive, zip::Archive::open(bytes, {.entries_max = limits.entries_max,
                                                               .unpacked_bytes_max = limits.unpacked_bytes_max}));
    ProvenLote proven{.comment = std::string(archive.comment())};
    for (std::size_t i = 0; i < archive.size(); ++i)
        if (!archive.entry(i).is_directory()) ++proven.entradas;
    if (proven.entradas == 0)
        return Error{ErrorKind::invalid_input, "RECEB-0010",
                     "O arquivo compactado não tem nenhuma ficha. Confira o que o sistema de origem gerou."};
    return proven;
}

Result<std::string> accept_lote(const LoteRecebido& lote, std::string_view address, Ports& ports, IdSource& ids, const Clock& clock) {
    const std::string ibge(lote.municipio.text()), id(lote.id.text());
    AROEIRA_TRY(const auto offset, ports.installation.utc_offset_minutes(lote.municipio));
    AROEIRA_TRY(const auto hours, ports.installation.processing_hours());
    AROEIRA_CHECK(ports.fichas.insert_lote(lote));
    AROEIRA_TRY(const auto job, jobs::enqueue(ports.session, ids, clock,
                                              {.kind = std::string(kProcessJob), .argument = json::text_of(LoteArgument{ibge, id}),
                                               .municipio = ibge, .owner = lote.ator,
                                               .not_before = processing_start(hours, lote.recebido, offset), .unique_key = id}));
    AROEIRA_CHECK(ports.fichas.set_trabalho(lote.municipio, lote.id, job.text()));
    AROEIRA_CHECK(ports.trail.record({.event = audit::Event::lote_recebido, .actor = lote.ator, .address = std::string(address),
                                      .entity = "lote_recebido", .entity_id = id, .municipio = ibge}));
    return std::string(job.text());
}

Result<void> record_refusal(const LoteRecebido& lote, std::string_view address, const Error& why, Ports& ports) {
    return ports.trail.record({.event = audit::Event::lote_recusado, .actor = lote.ator, .address = std::string(address),
                               .entity = "lote_recebido", .municipio = std::string(lote.municipio.text()),
                               .details = R"({"codigo":")" + std::string(why.code.text()) + R"("})"});
}

}  // namespace aroeira::fichas
