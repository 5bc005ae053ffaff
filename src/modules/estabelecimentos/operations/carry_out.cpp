// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/operations/carry_out.hpp"

#include "modules/estabelecimentos/operations/local_date.hpp"

namespace aroeira::estabelecimentos {
namespace {

constexpr std::string_view kReading = "Lendo o arquivo";
constexpr std::string_view kWriting = "Gravando unidades, equipes, profissionais e lotações";
constexpr std::string_view kComparing = "Comparando com o cadastro";

/// 12345 as "12.345".
std::string thousands(std::int64_t number) {
    auto text = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) text.insert(static_cast<std::size_t>(at), 1, '.');
    return text;
}

/// How many records there will be is known only at the end: what was read so far says it best.
Result<CnesFile> read_with_progress(const Importacao& importacao, const CnesSource& source, const OnProgress& on_progress) {
    return read_cnes(source, importacao.municipio, [&](std::uint64_t done, std::uint64_t total, const Lidos& read) {
        const auto records = read.unidades + read.profissionais;
        const auto expected = done == 0 ? 0 : static_cast<std::int64_t>(static_cast<double>(records) * static_cast<double>(total) / static_cast<double>(done));
        return on_progress(std::string(kReading) + ": " + thousands(read.unidades) + " unidades e " + thousands(read.profissionais) + " profissionais",
                           records, expected);
    });
}

/// Layouts are numbered "2.1", "3.0", "3.1": their order is that of their text.
Result<void> refuse_older(const std::optional<Vigente>& last, std::string_view versao) {
    if (!last || versao >= last->versao) return {};
    return Error{ErrorKind::conflict, "CNES-0009",
                 "O arquivo está na versão " + std::string(versao) + " e o último importado estava na " + last->versao +
                     ". Baixe o arquivo atual do CNES e importe-o."};
}

struct Compared {
    Conhecidos known;
    Mudancas changes;
};
Result<Compared> compare_with_registry(Ports& ports, const Importacao& importacao, const CnesFile& file, const std::optional<Vigente>& last,
                                       Instant now) {
    AROEIRA_CHECK(refuse_older(last, file.cabecalho.versao));
    AROEIRA_TRY(const auto today, today_in(importacao.municipio, ports, now));
    AROEIRA_TRY(auto known, ports.cadastro.known(importacao.municipio));
    auto changes = compare(file, known, today);
    return Compared{std::move(known), std::move(changes)};
}

/// What never waited in the queue has no row yet: it gets one only with its end, so that a crash leaves none behind.
Result<void> write_end(Ports& ports, const Importacao& importacao) {
    if (importacao.trabalho.empty()) AROEIRA_CHECK(ports.importacoes.insert(importacao));
    return ports.importacoes.conclude(importacao);
}

Result<void> conclude(Importacao& importacao, const Relatorio& report, Ports& ports, const Clock& clock) {
    importacao.situacao = SituacaoImportacao::concluida;
    importacao.concluida = clock.now();
    importacao.relatorio = json::text_of(report);
    AROEIRA_CHECK(write_end(ports, importacao));
    return ports.trail.record({.event = importacao.simulada ? audit::Event::cnes_simulado : audit::Event::cnes_importado,
                               .actor = importacao.ator, .address = "", .entity = "cnes_importacao",
                               .entity_id = std::string(importacao.id.text()), .municipio = std::string(importacao.municipio.text())});
}

Result<void> apply(Importacao& importacao, const CnesFile& file, const Services& services) {
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto last, ports.cadastro.hold(importacao.municipio));
        AROEIRA_TRY(const auto compared, compare_with_registry(ports, importacao, file, last, services.clock.now()));
        AROEIRA_CHECK(ports.cadastro.apply(importacao.municipio, file, compared.known, compared.changes, services.ids));
        AROEIRA_CHECK(ports.cadastro.set_vigente(importacao.municipio, importacao.id, file.cabecalho.versao));
        AROEIRA_CHECK(conclude(importacao, report_of(file, compared.changes), ports, services.clock));
        return services.reactions.imported(ports.session, importacao.municipio, importacao.ator);
    });
}

Result<void> simulate(Importacao& importacao, const CnesFile& file, const Services& services, const OnProgress& on_progress) {
    AROEIRA_TRY(const auto compared, services.unit.read([&](Ports& ports) -> Result<Compared> {
        AROEIRA_TRY(const auto last, ports.cadastro.vigente(importacao.municipio));
        return compare_with_registry(ports, importacao, file, last, services.clock.now());
    }));
    auto report = report_of(file, compared.changes);
    report.fichas_invalidadas = 0;
    if (compared.changes.inactivates()) {
        const auto after = std::make_shared<const Cadastro>(cadastro_after(file, compared.changes, compared.known));
        AROEIRA_TRY(report.fichas_invalidadas, services.reactions.invalidated(importacao.municipio, after, on_progress));
    }
    return services.unit.write([&](Ports& ports) { return conclude(importacao, report, ports, services.clock); });
}

}  // namespace

Result<Importacao> carry_out(Importacao importacao, const CnesSource& source, const Services& services, const OnProgress& on_progress) {
    AROEIRA_TRY(const auto file, read_with_progress(importacao, source, on_progress));
    importacao.versao = file.cabecalho.versao;
    importacao.data_arquivo = file.cabecalho.data;
    const auto records = static_cast<std::int64_t>(file.unidades.size() + file.equipes.size() + file.profissionais.size() + file.lotacoes.size());
    AROEIRA_CHECK(on_progress(importacao.simulada ? kComparing : kWriting, records, records));
    AROEIRA_CHECK(importacao.simulada ? simulate(importacao, file, services, on_progress) : apply(importacao, file, services));
    return importacao;
}

Result<void> conclude_refused(Importacao importacao, const Error& why, const Services& services) {
    importacao.situacao = SituacaoImportacao::falhou;
    importacao.mensagem = why.message;
    importacao.concluida = services.clock.now();
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(write_end(ports, importacao));
        return ports.trail.record({.event = audit::Event::cnes_recusado, .actor = importacao.ator, .address = "", .entity = "cnes_importacao",
                                   .entity_id = std::string(importacao.id.text()), .municipio = std::string(importacao.municipio.text()),
                                   .details = R"({"codigo":")" + std::string(why.code.text()) + R"("})"});
    });
}

}  // namespace aroeira::estabelecimentos
