// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/http/settings_views.hpp"

#include "modules/instalacoes/domain/number.hpp"
#include "modules/instalacoes/domain/stored_security.hpp"

namespace aroeira::instalacoes::views {

Conexao of(const Connection& connection) {
    Conexao view{.habilitada = connection.enabled, .versao = connection.versao};
    if (const auto& tested = connection.tested) view.teste = {to_ms(tested->at), tested->ok ? "bem_sucedida" : "falhou", tested->detail};
    return view;
}

Seguranca of(const SecuritySeen& seen) {
    const auto& chosen = seen.chosen;
    return {chosen.password_months ? std::to_string(*chosen.password_months) : std::string(kNever), std::to_string(chosen.idle_minutes),
            std::to_string(chosen.failures_max),
            std::string(chosen.senha_inicial == identity::SenhaInicial::cns_esus ? kCnsEsus : kLink),
            std::string(chosen.administrators_prove ? kFromAdministrators : kFromNobody), seen.versao};
}

// The texts are options of the schema: what is none of them never comes here.
SecuritySeen security_of(const Seguranca& view) {
    SecuritySeen seen{.versao = view.versao};
    const auto months = number_of(view.redefinicao);
    seen.chosen.password_months = months ? std::optional(static_cast<int>(*months)) : std::nullopt;
    seen.chosen.idle_minutes = static_cast<int>(number_of(view.inatividade).value_or(0));
    seen.chosen.failures_max = static_cast<int>(number_of(view.tentativas).value_or(0));
    seen.chosen.senha_inicial = view.senha_inicial == kCnsEsus ? identity::SenhaInicial::cns_esus : identity::SenhaInicial::link;
    seen.chosen.administrators_prove = view.segundo_fator == kFromAdministrators;
    return seen;
}

RequisicoesAgora of(const Load& load) { return {load.limit, load.running, load.most, load.waiting, load.refused}; }

}  // namespace aroeira::instalacoes::views
