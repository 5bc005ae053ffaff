// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/operations/receive_lote.hpp"

#include <algorithm>

#include "modules/fichas/operations/hours.hpp"
#include "modules/fichas/operations/job_argument.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/json/json.hpp"
#include "platform/zip/zip.hpp"

namespace aroeira::fichas {
namespace {

constexpr std::size_t kPartBytes = 1 << 20;

bool is_directory(std::string_view name) { return name.ends_with('/'); }

/// How many files the upload holds; the structure of a zip is proven here, before anything is kept.
Result<std::int64_t> count_entries(const Upload& upload, const UploadLimits& limits) {
    if (upload.bytes.empty())
        return Error{ErrorKind::invalid_input, "RECEB-0010", "O arquivo está vazio. Gere o lote de novo e envie outra vez."};
    if (!upload.bytes.starts_with("PK")) return 1;
    AROEIRA_TRY(const auto archive, zip::Archive::open(upload.bytes, {.entries_max = limits.entries_max,
                                                                      .unpacked_bytes_max = limits.unpacked_bytes_max}));
    std::int64_t files = 0;
    for (std::size_t i = 0; i < archive.size(); ++i)
        if (!is_directory(archive.entry(i).name)) ++files;
    if (files == 0)
        return Error{ErrorKind::invalid_input, "RECEB-0010",
                     "O arquivo compactado não tem nenhuma ficha. Confira o que o sistema de origem gerou."};
    return files;
}

Result<void> keep_parts(FichaStore& store, const LoteRecebido& lote, std::string_view bytes) {
    int number = 0;
    for (std::size_t from = 0; from < bytes.size(); from += kPartBytes)
        AROEIRA_CHECK(store.insert_parte(lote, number++, bytes.substr(from, kPartBytes)));
    return {};
}

/// The file is not kept; that somebody tried, and why it was refused, is.
Result<void> record_refusal(const identity::Actor& actor, const Ibge& municipio, const Error& error, const Services& services) {
    return services.unit.write([&](Ports& ports) {
        return ports.trail.record({.event = audit::Event::lote_recusado, .actor = actor.key, .address = actor.address,
                                   .entity = "lote_recebido", .municipio = std::string(municipio.text()),
                                   .details = R"({"codigo":")" + std::string(error.code.text()) + R"("})"});
    });
}

}  // namespace

Result<Accepted> receive_lote(const identity::Granted<identity::Permission::fichas_importar>& granted,
                              const Upload& upload, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(upload.municipio));
    const auto entries = count_entries(upload, services.limits);
    if (!entries) {
        AROEIRA_CHECK(record_refusal(granted.actor(), municipio, entries.error(), services));
        return entries.error();
    }

    LoteRecebido lote{.id = services.ids.make<Lote>(), .municipio = municipio};
    lote.arquivo = upload.file_name;
    lote.sha256 = crypto::hex(crypto::sha256(upload.bytes));
    lote.tamanho = static_cast<std::int64_t>(upload.bytes.size());
    lote.responsavel = granted.actor().name;
    lote.ator = granted.actor().key;
    lote.entradas = *entries;
    lote.recebido = services.clock.now();

    auto accepted = services.unit.write([&](Ports& ports) -> Result<Accepted> {
        AROEIRA_TRY(const auto offset, ports.installation.utc_offset_minutes(municipio));
        AROEIRA_TRY(const auto hours, ports.installation.processing_hours());
        AROEIRA_CHECK(ports.fichas.insert_lote(lote));
        AROEIRA_CHECK(keep_parts(ports.fichas, lote, upload.bytes));
        AROEIRA_TRY(const auto job, jobs::enqueue(ports.session, services.ids, services.clock,
                                                  {.kind = std::string(kProcessJob),
                                                   .argument = json::text_of(LoteArgument{std::string(municipio.text()), std::string(lote.id.text())}),
                                                   .municipio = std::string(municipio.text()),
                                                   .owner = granted.actor().key,
                                                   .not_before = processing_start(hours, lote.recebido, offset),
                                                   .unique_key = std::string(lote.id.text())}));
        AROEIRA_CHECK(ports.fichas.set_trabalho(municipio, lote.id, job.text()));
        AROEIRA_CHECK(ports.trail.record({.event = audit::Event::lote_recebido, .actor = granted.actor().key,
                                          .address = granted.actor().address, .entity = "lote_recebido",
                                          .entity_id = std::string(lote.id.text()),
                                          .municipio = std::string(municipio.text())}));
        return Accepted{lote.id, std::string(job.text())};
    });
    if (accepted) services.wake_jobs();
    return accepted;
}

}  // namespace aroeira::fichas
