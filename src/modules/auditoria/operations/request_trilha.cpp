// SPDX-License-Identifier: Apache-2.0
#include "modules/auditoria/operations/request_trilha.hpp"

#include "modules/auditoria/operations/read_events.hpp"

namespace aroeira::auditoria {
namespace {

Error without_file(const Trilha& trilha, bool expired) {
    const std::string why = trilha.situacao == Situacao::gerando ? "Esta trilha ainda está sendo gerada. Espere terminar."
                            : expired ? "O arquivo desta trilha já foi descartado. Gere a trilha de novo."
                                      : "Esta trilha não tem arquivo: a geração não terminou. Gere de novo.";
    return {ErrorKind::conflict, "AUDITORIA-0003", why};
}

}  // namespace

Result<Trilha> request_trilha(const MayAudit& granted, const Filtros& chosen, Formato formato, const Services& services) {
    const auto& actor = granted.actor();
    const auto chain = chain_of(actor);
    auto made = services.unit.write([&](Ports& ports) -> Result<Trilha> {
        AROEIRA_TRY(const auto institution, ports.institutions.describe(chain));
        AROEIRA_CHECK(filter_of(chosen, chain, institution.utc_offset_minutes));
        Trilha trilha{.id = services.ids.make<Trilha>(), .municipio = chain, .ator = actor.key, .formato = formato, .filtros = json::text_of(chosen)};
        trilha.criada = services.clock.now();
        AROEIRA_TRY(const auto trabalho, jobs::enqueue(ports.session, services.ids, services.clock,
            {.kind = std::string(kGenerateJob), .argument = json::text_of(GenerateArgument{chain, std::string(trilha.id.text())}),
             .municipio = chain.empty() ? std::nullopt : std::optional(chain), .owner = actor.key}));
        trilha.trabalho = std::string(trabalho.text());
        AROEIRA_CHECK(ports.trilhas.insert(trilha));
        AROEIRA_CHECK(record_access(actor, trail_details("Geração de trilha em " + std::string(formato == Formato::csv ? "CSV" : "PDF"), chosen),
                                    std::string(trilha.id.text()), ports));
        return trilha;
    });
    if (made) services.wake_jobs();
    return made;
}

Result<ListedPage> list_trilhas(const MayAudit& granted, std::int64_t page, const Services& services) {
    const auto now = services.clock.now();
    return services.unit.read([&](Ports& ports) -> Result<ListedPage> {
        AROEIRA_TRY(auto found, ports.trilhas.list(chain_of(granted.actor()), page));
        ListedPage listed{.total = found.total};
        for (auto& trilha : found.items) {
            ListedTrilha one{.trilha = trilha};
            if (auto filtros = json::parse<Filtros>(trilha.filtros)) one.filtros = std::move(*filtros);
            AROEIRA_TRY(const auto who, ports.names.find(trilha.ator));
            one.gerada_por = who ? who->nome : "Não identificado";
            if (!one.filtros.usuario.empty()) {
                AROEIRA_TRY(const auto asked, ports.names.find(one.filtros.usuario));
                one.usuario = asked ? asked->nome : one.filtros.usuario;
            }
            one.expirada = trilha.situacao == Situacao::concluida && trilha.expira() <= now;
            listed.items.push_back(std::move(one));
        }
        return listed;
    });
}

Result<TrilhaFile> download_trilha(const MayAudit& granted, const TrilhaId& id, const Services& services) {
    const auto chain = chain_of(granted.actor());
    AROEIRA_TRY(const auto trilha, services.unit.write([&](Ports& ports) -> Result<Trilha> {
        AROEIRA_TRY(auto found, ports.trilhas.find(chain, id));
        const bool expired = found.expira() <= services.clock.now();
        if (found.situacao != Situacao::concluida || expired) return without_file(found, expired);
        AROEIRA_CHECK(record_access(granted.actor(), trail_details("Download de trilha gerada", {}), std::string(id.text()), ports));
        return found;
    }));
    TrilhaFile file{.nome = "trilha-de-auditoria-" + std::string(id.text()).substr(0, 8) + "." + std::string(name_of(trilha.formato)),
                    .tipo = "application/octet-stream"};
    file.next = [&services, chain, id, part = std::int64_t{0}]() mutable -> Result<std::string> {
        AROEIRA_TRY(auto bytes, services.unit.read([&](Ports& ports) { return ports.trilhas.part(chain, id, part); }));
        ++part;
        return std::move(bytes).value_or(std::string());
    };
    return file;
}

Result<void> cancel_trilha(const jobs::Status& trabalho, Ports& ports, const Clock& clock) {
    if (trabalho.kind != kGenerateJob) return {};
    AROEIRA_TRY(auto trilha, ports.trilhas.find_of_trabalho(trabalho.id.text()));
    if (!trilha) return {};
    trilha->situacao = Situacao::cancelada;
    trilha->terminada = clock.now();
    AROEIRA_TRY(const bool ended, ports.trilhas.end(*trilha));
    if (!ended) return {};
    return ports.trilhas.remove_parts(trilha->municipio, trilha->id);
}

}  // namespace aroeira::auditoria
