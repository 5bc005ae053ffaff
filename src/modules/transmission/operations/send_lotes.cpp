// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/send_lotes.hpp"

#include <algorithm>
#include <set>

#include "modules/transmission/domain/janela.hpp"
#include "modules/transmission/operations/ask_vereditos.hpp"
#include "modules/transmission/operations/enter_destino.hpp"
#include "modules/transmission/operations/hours.hpp"
#include "modules/transmission/operations/job_argument.hpp"
#include "modules/transmission/operations/send_lote.hpp"

namespace aroeira::transmission {
namespace {

constexpr std::chrono::hours kIdle{24};     // between two looks when nothing waits
constexpr std::chrono::hours kUnserved{1};  // before a município the destino does not serve is offered again

/// What to do now, or when to look again.
struct Plan {
    std::optional<Vez> send{};
    std::optional<Pergunta> ask{};
    Instant again{};
    [[nodiscard]] bool idle() const { return !send && !ask; }
};

class Sender {
public:
    Sender(const DestinoId& id, jobs::Context& job, const Services& services) : id_(id), job_(job), services_(services) {}

    Result<void> work() {
        AROEIRA_TRY(const auto ready, prepare());
        if (!ready) return {};
        Correspondence with(*destino_, segredos_, services_.transport, services_.clock);
        const Run run{*destino_, with, job_, services_};
        while (!job_.should_stop()) {
            AROEIRA_TRY(const auto plan, services_.unit.read([&](Ports& ports) { return next(ports); }));
            job_.again_at(plan.again);
            if (plan.idle()) return {};
            AROEIRA_TRY(const auto reading, act(plan, run));
            AROEIRA_TRY(const bool goes_on, settle(reading, plan));
            if (!goes_on) return {};
        }
        return {};
    }

private:
    /// False when there is nobody to send to.
    Result<bool> prepare() {
        job_.again_at(services_.clock.now() + kIdle);
        Result<Segredos> segredos = Segredos();
        AROEIRA_CHECK(services_.unit.read([&](Ports& ports) -> Result<void> {
            AROEIRA_TRY(auto found, ports.destinos.find(id_));
            AROEIRA_TRY(hours_, Hours::read(ports));
            segredos = segredos_of(found, ports, services_.vault);
            if (!segredos && segredos.error().kind == ErrorKind::unavailable) return segredos.error();
            destino_.emplace(std::move(found));
            return {};
        }));
        if (!destino_->ativo || destino_->endereco.empty() || !destino_->can_enter()) return false;
        if (!segredos) {
            AROEIRA_CHECK(settle({.meaning = Meaning::credential, .causa = segredos.error().message}, {}));
            return false;
        }
        segredos_ = std::move(*segredos);
        return true;
    }

    Result<Plan> next(Ports& ports) {
        const auto now = services_.clock.now();
        Plan plan{.again = now + kIdle};
        AROEIRA_TRY(destino_->tentativas, tentativas(ports));
        if (const auto& hour = destino_->tentativas.proxima; hour && *hour > now) {
            plan.again = *hour;
            return plan;
        }
        AROEIRA_TRY(const auto question, ports.envio.next_question(id_));
        if (question && question->em <= now) {
            plan.ask = question;
            return plan;
        }
        if (question) plan.again = std::min(plan.again, question->em);
        AROEIRA_TRY(const auto turns, ports.envio.turns(id_));
        for (const auto& vez : turns) {
            if (unserved_.contains(vez.municipio)) {
                plan.again = std::min(plan.again, now + kUnserved);
                continue;
            }
            const auto open = vez.urgente ? now : hours_->open_from(destino_->janela, vez.municipio, now);
            if (open <= now) {
                plan.send = vez;
                return plan;
            }
            plan.again = std::min(plan.again, open);
        }
        return plan;
    }

    Result<Tentativas> tentativas(Ports& ports) {
        AROEIRA_TRY(const auto now, ports.destinos.find(id_));
        return now.tentativas;
    }

    Result<Reading> act(const Plan& plan, const Run& run) {
        if (plan.ask) return ask_vereditos(*plan.ask, run);
        AROEIRA_TRY(auto lote, services_.unit.read([&](Ports& ports) { return ports.envio.lote_of(*plan.send); }));
        return destino_->protocolo == Protocolo::ledi ? send_fichas(std::move(lote), run) : send_lote(std::move(lote), run);
    }

    /// Whether the destino may be asked more in this run.
    Result<bool> settle(const Reading& reading, const Plan& plan) {
        if (reading.meaning == Meaning::accepted) return true;
        if (reading.meaning == Meaning::unserved && plan.send) {
            unserved_.insert(plan.send->municipio);
            return true;
        }
        const auto now = services_.clock.now();
        const auto opening = hours_->next_opening(destino_->janela, now);
        AROEIRA_CHECK(services_.unit.write([&](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(job_.save_cursor(ports.session, "", 0, 0));
            AROEIRA_TRY(const auto before, tentativas(ports));
            const auto after = reading.meaning == Meaning::scheduled ? after_schedule(before, reading.causa, now, reading.wait)
                                                                     : after_failure(before, reading.causa, now, opening, services_.chance);
            job_.again_at(*after.proxima);
            return ports.destinos.set_tentativas(id_, after);
        }));
        return false;
    }

    DestinoId id_;
    jobs::Context& job_;
    const Services& services_;
    std::optional<Destino> destino_{};
    std::optional<Hours> hours_{};
    Segredos segredos_{};
    std::set<Ibge> unserved_{};
};

}  // namespace

Result<std::string> send_lotes(jobs::Context& job, const Services& services) {
    AROEIRA_TRY(const auto argument, json::parse<SendArgument>(job.argument()));
    AROEIRA_TRY(const auto id, DestinoId::parse(argument.destino));
    const auto found = services.unit.read([&](Ports& ports) { return ports.destinos.find(id); });
    if (!found && found.error().kind == ErrorKind::not_found) return std::string("{}");
    AROEIRA_CHECK(Sender(id, job, services).work());
    return std::string("{}");
}

}  // namespace aroeira::transmission
