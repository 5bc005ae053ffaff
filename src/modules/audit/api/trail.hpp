// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace aroeira::audit {

/// What happened. The spelling in the database is `name_of`.
enum class Event : std::uint8_t {
    login_ok, login_falha, acesso_escolhido, logout, senha_alterada, sessao_expirada, acesso_negado,
    cnes_importado, cnes_simulado, cnes_recusado,
    lote_recebido, lote_recusado, lote_processado, ficha_recebida, ficha_consultada, relatorio_gerado,
    credencial_criada, credencial_inativada, certificado_registrado, certificado_removido, configuracao_alterada,
    usuario_criado, usuario_bloqueado, usuario_desbloqueado, municipio_ativado, trabalho_cancelado,
    geracao_pedida, lote_gerado, lote_salvo,
    lote_marcado, lote_enviado, envio_recusado,
    destino_adicionado, destino_alterado, destino_removido, destino_inativado, destino_ativado, conexao_testada,
    perfil_configurado, termo_aceito, rnds_habilitada, rnds_desabilitada,
    copia_de_seguranca_realizada, copia_de_seguranca_integridade, copia_de_seguranca_restauracao_falhou, copia_de_seguranca_restaurada,
    trilha_acessada, acesso_dado, acesso_retirado, sessao_encerrada, segundo_fator_ligado, segundo_fator_removido,
    operacao_no_banco,
};
inline constexpr Event kLastEvent = Event::operacao_no_banco;
std::string_view name_of(Event event);
/// Nothing for a spelling that is none of theirs.
std::optional<Event> event_of(std::string_view name);

/// One act of somebody. Never a CPF, CNS, name of a citizen or password in any member.
struct Entry {
    Event event;
    std::string actor;      ///< Actor::key.
    std::string address;    ///< Where from.
    std::string entity{};   ///< Table or thing, e.g. "lote_recebido".
    std::string entity_id{};
    std::optional<std::string> municipio{};
    std::string details{};  ///< JSON, small.
};

/// The append-only trail. `record` runs inside the caller's transaction: an act without its row
/// cannot exist. Errors: `unavailable` DB-0004.
class Trail {
public:
    virtual ~Trail() = default;
    virtual Result<void> record(const Entry& entry) = 0;
};

}  // namespace aroeira::audit
