// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/operations/import_cnes.hpp"

#include "modules/estabelecimentos/operations/acessos.hpp"
#include "modules/estabelecimentos/operations/carry_out.hpp"
#include "platform/json/json.hpp"

namespace aroeira::estabelecimentos {
namespace {

constexpr std::size_t kPartBytes = 1 << 20;

struct Argument {
    std::string municipio{};
    std::string importacao{};
    static constexpr auto fields = std::tuple{json::field("municipio", &Argument::municipio), json::field("importacao", &Argument::importacao)};
};

/// The row of the history, as far as it is known before the XML is read.
Result<Importacao> new_importacao(const ImportGranted& granted, const std::optional<Ibge>& asked, const CnesSource& source, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    Importacao one{.id = services.ids.make<Importacao>(), .municipio = municipio};
    AROEIRA_TRY(one.sha256, source.sha256());
    one.tamanho = static_cast<std::int64_t>(source.sent_bytes());
    one.responsavel = granted.actor().name;
    one.ator = granted.actor().key;
    one.iniciada = services.clock.now();
    return one;
}

Result<jobs::TrabalhoId> enqueue(const Importacao& one, Ports& ports, const Services& services) {
    auto job = jobs::enqueue(ports.session, services.ids, services.clock,
                             {.kind = std::string(kImportJob),
                              .argument = json::text_of(Argument{std::string(one.municipio.text()), std::string(one.id.text())}),
                              .municipio = std::string(one.municipio.text()),
                              .owner = one.ator,
                              .unique_key = std::string(one.municipio.text())});
    if (!job && job.error().code == ErrorCode("JOBS-0001"))
        return Error{ErrorKind::conflict, "CNES-0011", "Outra importação deste município está em andamento. Espere ela terminar, ou cancele-a."};
    return job;
}

}  // namespace

Result<Accepted> request_import(const ImportGranted& granted, const Upload& upload, const Services& services) {
    AROEIRA_TRY(const auto source, CnesSource::of_bytes(upload.bytes));
    AROEIRA_TRY(auto one, new_importacao(granted, upload.municipio, source, services));
    one.arquivo = upload.file_name;
    one.simulada = upload.simular;
    auto accepted = services.unit.write([&](Ports& ports) -> Result<Accepted> {
        AROEIRA_CHECK(ports.municipios.require(one.municipio));
        AROEIRA_CHECK(ports.importacoes.insert(one));
        int number = 0;
        for (std::size_t from = 0; from < upload.bytes.size(); from += kPartBytes)
            AROEIRA_CHECK(ports.importacoes.insert_parte(one, number++, upload.bytes.substr(from, kPartBytes)));
        AROEIRA_TRY(const auto job, enqueue(one, ports, services));
        AROEIRA_CHECK(ports.importacoes.set_trabalho(one.municipio, one.id, job.text()));
        // The queue takes one import of a município at a time: whatever else seems under way lost its job.
        AROEIRA_CHECK(ports.importacoes.end_abandoned(one));
        return Accepted{one.id, std::string(job.text())};
    });
    if (accepted) services.wake_jobs();
    return accepted;
}

Result<std::string> run_import(jobs::Context& job, const Services& services) {
    AROEIRA_TRY(const auto argument, json::parse<Argument>(job.argument()));
    AROEIRA_TRY(const auto municipio, Ibge::parse(argument.municipio));
    AROEIRA_TRY(const auto id, ImportacaoId::parse(argument.importacao));
    std::string bytes;
    AROEIRA_TRY(const auto one, services.unit.write([&](Ports& ports) -> Result<Importacao> {
        AROEIRA_CHECK(ports.importacoes.set_executando(municipio, id));
        AROEIRA_TRY(bytes, ports.importacoes.read_partes(municipio, id));
        return ports.importacoes.find(municipio, id);
    }));
    const auto on_settled = [&](std::string_view stage, std::int64_t done, std::int64_t total) -> Result<void> {
        if (job.should_stop()) return Error{ErrorKind::unavailable, "CNES-0017", "O arquivo foi importado; faltou dar acesso a alguns profissionais. A próxima importação completa."};
        job.progress(stage, done, total);
        return {};
    };
    // It was concluded, and the crash came before the queue heard of it.
    if (one.situacao == SituacaoImportacao::concluida) {
        if (!one.simulada) AROEIRA_CHECK(settle_acessos(municipio, services, on_settled));
        return std::string("{}");
    }
    if (one.situacao != SituacaoImportacao::executando)
        return Error{ErrorKind::conflict, "CNES-0012", "A importação já tinha terminado ou foi cancelada. Nada foi alterado."};
    const auto on_progress = [&](std::string_view stage, std::int64_t done, std::int64_t total) -> Result<void> {
        if (job.should_stop()) return Error{ErrorKind::unavailable, "CNES-0013", "A importação foi interrompida. Nada foi alterado."};
        job.progress(stage, done, total);
        return {};
    };
    auto source = CnesSource::of_bytes(bytes);
    auto done = source ? carry_out(one, *source, services, on_progress) : Result<Importacao>(std::move(source).error());
    if (!done) {
        if (done.error().kind != ErrorKind::unavailable) AROEIRA_CHECK(conclude_refused(one, done.error(), services));
        return std::move(done).error();
    }
    if (!one.simulada) AROEIRA_CHECK(settle_acessos(municipio, services, on_settled));
    return json::text_of(Argument{argument.municipio, argument.importacao});
}

Result<Importacao> import_file(const ImportGranted& granted, const FileOfImport& file, const Services& services) {
    AROEIRA_TRY(const auto source, CnesSource::of_file(file.path));
    AROEIRA_TRY(auto one, new_importacao(granted, file.municipio, source, services));
    one.arquivo = file.path.substr(file.path.find_last_of('/') + 1);
    one.simulada = file.simular;
    const auto unseen = [](std::string_view, std::int64_t, std::int64_t) { return Result<void>(); };
    auto done = carry_out(one, source, services, unseen);
    if (!done) {
        AROEIRA_CHECK(conclude_refused(one, done.error(), services));
        return done;
    }
    if (!one.simulada) AROEIRA_CHECK(settle_acessos(one.municipio, services, unseen));
    return done;
}

Result<void> cancel_import(const jobs::Status& trabalho, Ports& ports, const Clock& clock) {
    if (trabalho.kind != kImportJob || !trabalho.municipio) return {};
    AROEIRA_TRY(const auto municipio, Ibge::parse(*trabalho.municipio));
    AROEIRA_TRY([[maybe_unused]] const auto ended, ports.importacoes.cancel(municipio, trabalho.id.text(), clock.now()));
    return {};
}

}  // namespace aroeira::estabelecimentos
