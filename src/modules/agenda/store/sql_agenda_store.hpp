// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/agenda/domain/agenda.hpp"
#include "platform/db/session.hpp"

namespace aroeira::agenda {

/// Tables `agenda`, `agenda_periodo`, `agenda_fechamento`, `agenda_online` and `agenda_online_horario`.
class SqlAgendaStore final : public AgendaStore {
public:
    explicit SqlAgendaStore(db::Session& session) : session_(session) {}
    Result<std::optional<Configuracao>> find(const Ibge& municipio, std::string_view lotacao) override;
    Result<void> save(const Ibge& municipio, std::string_view lotacao, const Configuracao& configuracao) override;
    Result<std::vector<Fechamento>> fechamentos(const Ibge& municipio, std::string_view lotacao) override;
    Result<bool> closed_in(const Ibge& municipio, std::string_view lotacao, std::string_view inicio, std::string_view fim) override;
    Result<void> insert(const Ibge& municipio, std::string_view lotacao, const Fechamento& fechamento) override;
    Result<bool> remove(const Ibge& municipio, std::string_view lotacao, const FechamentoId& id) override;
    Result<Online> online(const Ibge& municipio, std::string_view lotacao) override;
    Result<void> save_online(const Ibge& municipio, std::string_view lotacao, const Online& online) override;
    Result<void> forget(const Ibge& municipio, std::string_view lotacao) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::agenda
