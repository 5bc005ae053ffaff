// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/receive_chegada.hpp"

#include "modules/transmission/operations/sweep_chegadas.hpp"

namespace aroeira::transmission {
namespace {

constexpr int kNationalAtOnce = 20;

Error another_file() {
    return {ErrorKind::conflict, "TRANS-0021", "Já existe aqui um lote com este identificador e outro conteúdo. Gere um lote novo e envie-o."};
}

Result<void> check_open(ArrivalPorts& ports) {
    AROEIRA_TRY(const auto receiving, ports.security.online_receiving());
    if (!receiving.moved_to.empty())
        return Error{ErrorKind::unavailable, "TRANS-0029", "Esta instalação foi desativada. Envie os lotes para o novo endereço: " + receiving.moved_to};
    if (!receiving.enabled)
        return Error{ErrorKind::unavailable, "TRANS-0029",
                     "O recebimento pela rede está desligado nesta instalação. Fale com o administrador dela."};
    return {};
}

Result<instalacoes::MunicipioAtivo> served(const identity::Actor& actor, const Ibge& municipio, ArrivalPorts& ports, const ArrivalServices& services) {
    AROEIRA_TRY(auto active, ports.municipios.find(municipio));
    if (active) return std::move(*active);
    AROEIRA_CHECK(services.activate(ports.session, municipio, actor));
    return ports.municipios.require(municipio);
}

Result<int> places(ArrivalPorts& ports, const ArrivalServices& services) {
    if (services.at_once) return *services.at_once;
    AROEIRA_TRY(const auto card, ports.settings.card());
    return card.tipo == instalacoes::TipoInstalacao::centralizador_nacional ? kNationalAtOnce : 0;
}

/// Nothing: it may enter. Otherwise the minute it is to come, which is kept.
Result<std::optional<Instant>> admit(const std::string& credencial, int at_once, Instant now, ArrivalPorts& ports) {
    if (at_once == 0) return std::optional<Instant>();
    AROEIRA_TRY(const auto own, ports.agenda.find(credencial));
    AROEIRA_TRY(const auto active, ports.chegadas.count_active(now - kActive));
    AROEIRA_TRY(const auto reserved, ports.agenda.count_expected(now - kTurn, now));
    AROEIRA_TRY(const auto waiting, ports.agenda.count_expected(now, Instant::max()));
    switch (decide({active, reserved, waiting, at_once}, own, now)) {
        case Admission::in_its_minute: AROEIRA_CHECK(ports.agenda.admit(credencial, now)); return std::optional<Instant>();
        case Admission::enters:
            if (own) AROEIRA_CHECK(ports.agenda.remove(credencial));
            return std::optional<Instant>();
        case Admission::waits: return std::optional(own->minuto);
        case Admission::is_given_one: break;
    }
    AROEIRA_CHECK(ports.agenda.forget_before(now - kTurn));
    AROEIRA_TRY(const auto given, ports.agenda.given_after(now));
    const auto minute = first_free_minute(given, senders_per_minute(at_once), now);
    AROEIRA_CHECK(ports.agenda.give(credencial, minute));
    return std::optional(minute);
}

/// Again: where it stopped. The credencial may be a new one of the same installation.
Result<ChegadaState> resume(Chegada chegada, const Anuncio& anuncio, const identity::Actor& actor, Instant now, ArrivalPorts& ports) {
    if (!is_same_lote(chegada.anuncio, anuncio)) return another_file();
    if (!chegada.confirmado || chegada.credencial != actor.key)
        AROEIRA_CHECK(ports.chegadas.renew(anuncio.municipio, anuncio.lote, actor.key, now));
    return state_of(chegada, ports);
}

Result<void> check_new(const Anuncio& anuncio, const identity::Actor& actor, ArrivalPorts& ports, const ArrivalLimits& limits) {
    AROEIRA_TRY(const auto there, ports.lotes.find(anuncio.municipio, anuncio.lote));
    if (there) return another_file();
    AROEIRA_TRY(const auto open, ports.chegadas.count_open(actor.key));
    if (open >= limits.open_max)
        return Error{ErrorKind::conflict, "TRANS-0026", "Esta credencial tem lotes demais começados. Termine de enviar os que começou."};
    return {};
}

}  // namespace

Result<AnuncioAnswer> receive_chegada(const MayReceive& granted, const Anuncio& anuncio, const ArrivalServices& services) {
    const auto& actor = granted.actor();
    AROEIRA_TRY(const auto municipio, granted.municipio(anuncio.municipio));
    AROEIRA_CHECK(check(anuncio));
    if (anuncio.tamanho > services.limits.lote_bytes_max)
        return Error{ErrorKind::too_large, "TRANS-0027",
                     "O lote passa de " + std::to_string(services.limits.lote_bytes_max >> 20) + " MB. Gere lotes menores."};
    const auto now = services.clock.now();
    AROEIRA_CHECK(sweep_chegadas(services));
    return services.unit.write([&](ArrivalPorts& ports) -> Result<AnuncioAnswer> {
        AROEIRA_CHECK(check_open(ports));
        AROEIRA_TRY(const auto ativo, served(actor, municipio, ports, services));
        AROEIRA_TRY(auto found, ports.chegadas.find(municipio, anuncio.lote));
        AnuncioAnswer answer;
        if (found) {
            AROEIRA_TRY(answer.chegada, resume(std::move(*found), anuncio, actor, now, ports));
            return answer;
        }
        AROEIRA_CHECK(check_new(anuncio, actor, ports, services.limits));
        AROEIRA_TRY(const int at_once, places(ports, services));
        AROEIRA_TRY(answer.agendado, admit(actor.key, at_once, now, ports));
        if (answer.agendado) {
            answer.hour = hour_for_people(*answer.agendado, now, ativo.utc_offset_minutes);
            return answer;
        }
        AROEIRA_CHECK(ports.chegadas.insert({.anuncio = anuncio, .credencial = actor.key, .vista = now}));
        answer.chegada = ChegadaState{.lote = anuncio.lote};
        return answer;
    });
}

}  // namespace aroeira::transmission
