// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/operations/security.hpp"

#include "modules/instalacoes/domain/number.hpp"
#include "modules/instalacoes/domain/stored_security.hpp"
#include "platform/json/json.hpp"

namespace aroeira::instalacoes {
namespace {

std::string_view name_of(identity::SenhaInicial which) { return which == identity::SenhaInicial::cns_esus ? kCnsEsus : kLink; }

/// What of it a row of the trail says.
struct Said {
    std::string redefinicao{};
    std::int64_t inatividade = 0;
    std::int64_t tentativas = 0;
    std::string senha_inicial{};
    std::string segundo_fator{};
    static constexpr auto fields = std::tuple{json::field("redefinicao", &Said::redefinicao), json::field("inatividade", &Said::inatividade),
                                              json::field("tentativas", &Said::tentativas), json::field("senha_inicial", &Said::senha_inicial),
                                              json::field("segundo_fator", &Said::segundo_fator)};
};

std::string_view asked_of(const SecurityChoice& choice) { return choice.administrators_prove ? kFromAdministrators : kFromNobody; }
std::string months_text(const SecurityChoice& choice) { return choice.password_months ? std::to_string(*choice.password_months) : std::string(kNever); }

std::string words_of(const SecurityChoice& choice) {
    return json::text_of(Said{months_text(choice), choice.idle_minutes, choice.failures_max, std::string(name_of(choice.senha_inicial)), std::string(asked_of(choice))});
}

Result<void> check(const SecurityChoice& choice) {
    std::vector<FieldError> wrong;
    const auto refuse = [&](std::string field, std::string fix) {
        wrong.push_back({"INST-0011", std::move(field), "Este valor não é uma das opções.", std::move(fix)});
    };
    if (choice.password_months && !is_months_option(*choice.password_months)) refuse("redefinicao", "Escolha de 1 a 6 meses, ou «Nunca».");
    if (!is_idle_option(choice.idle_minutes)) refuse("inatividade", "Escolha 30 minutos, ou 1, 2, 3 ou 4 horas.");
    if (!is_failures_option(choice.failures_max)) refuse("tentativas", "Escolha de 1 a 10 tentativas.");
    if (wrong.empty()) return {};
    return Error{ErrorKind::invalid_input, "INST-0011", "A configuração de segurança tem campos a corrigir.", std::move(wrong)};
}

Result<SecuritySeen> seen(Ports& ports) {
    AROEIRA_TRY(const auto policy, StoredSecuritySettings(ports.settings).policy());
    AROEIRA_TRY(const auto versao, ports.settings.version(groups::kSeguranca));
    return SecuritySeen{{policy.password_months, static_cast<int>(policy.idle_max.count()), static_cast<int>(policy.failures_max), policy.senha_inicial, policy.administrators_prove}, versao};
}

Result<void> record(std::string_view what, std::string details, const identity::Actor& actor, Ports& ports) {
    return ports.trail.record({.event = audit::Event::configuracao_alterada, .actor = actor.key, .address = actor.address,
                               .entity = "configuracao", .entity_id = std::string(what), .details = std::move(details)});
}

std::string change_of(std::string_view before, std::string_view after) { return R"({"antes":)" + std::string(before) + R"(,"depois":)" + std::string(after) + "}"; }

}  // namespace

Result<SecuritySeen> read_security(const MayConfigure&, const Services& services) {
    return services.unit.read([](Ports& ports) { return seen(ports); });
}

Result<SecuritySeen> save_security(const MayConfigure& granted, const SecuritySeen& asked, const Services& services) {
    AROEIRA_CHECK(check(asked.chosen));
    return services.unit.write([&](Ports& ports) -> Result<SecuritySeen> {
        AROEIRA_TRY(const auto before, seen(ports));
        AROEIRA_CHECK(ports.settings.advance(groups::kSeguranca, asked.versao));
        const auto& chosen = asked.chosen;
        AROEIRA_CHECK(ports.settings.put(keys::kPasswordMonths, months_text(chosen)));
        AROEIRA_CHECK(ports.settings.put(keys::kIdleMinutes, std::to_string(chosen.idle_minutes)));
        AROEIRA_CHECK(ports.settings.put(keys::kFailuresMax, std::to_string(chosen.failures_max)));
        AROEIRA_CHECK(ports.settings.put(keys::kSenhaInicial, name_of(chosen.senha_inicial)));
        AROEIRA_CHECK(ports.settings.put(keys::kAdministratorsProve, asked_of(chosen)));
        if (!(before.chosen == chosen))
            AROEIRA_CHECK(record("seguranca", change_of(words_of(before.chosen), words_of(chosen)), granted.actor(), ports));
        if (before.chosen.senha_inicial != chosen.senha_inicial)
            AROEIRA_CHECK(record("senha_inicial", change_of("\"" + std::string(name_of(before.chosen.senha_inicial)) + "\"",
                                                            "\"" + std::string(name_of(chosen.senha_inicial)) + "\""), granted.actor(), ports));
        return SecuritySeen{chosen, asked.versao + 1};
    });
}

Result<void> ask_to_redefine(const MayConfigure& granted, const Services& services) {
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto kept, ports.settings.value(keys::kRedefinition));
        const auto next = std::to_string(number_of(kept).value_or(0) + 1);
        AROEIRA_CHECK(ports.settings.put(keys::kRedefinition, next));
        return record("redefinicao_de_senhas", R"({"pedido":)" + next + "}", granted.actor(), ports);
    });
}

}  // namespace aroeira::instalacoes
