// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/api/event_type.hpp"

namespace aroeira::audit {

// No `default:`, so that a new event does not compile until it has its facts. A spelling is kept
// forever: it is in rows that nobody may change.
EventFacts facts_of(Event event) {
    using enum EventType;
    switch (event) {
        case Event::login_ok: return {"login_ok", login_succeeded, "Entrou no sistema"};
        case Event::login_falha: return {"login_falha", login_failed, "Login ou senha incorretos"};
        case Event::acesso_escolhido: return {"acesso_escolhido", login_succeeded, "Escolheu o acesso com que trabalha"};
        case Event::logout: return {"logout", session_ended, "Saiu do sistema"};
        case Event::senha_alterada: return {"senha_alterada", password_changed, "Alterou ou redefiniu a senha"};
        case Event::sessao_expirada: return {"sessao_expirada", session_ended, "A sessão terminou pelo tempo"};
        case Event::acesso_negado: return {"acesso_negado", user_action, "Teve um pedido negado"};
        case Event::cnes_importado: return {"cnes_importado", user_action, "Importou um arquivo do CNES"};
        case Event::cnes_simulado: return {"cnes_simulado", user_action, "Simulou a importação de um arquivo do CNES"};
        case Event::cnes_recusado: return {"cnes_recusado", user_action, "Enviou um arquivo do CNES que foi recusado"};
        case Event::lote_recebido: return {"lote_recebido", user_action, "Enviou um lote de fichas"};
        case Event::lote_recusado: return {"lote_recusado", user_action, "Enviou um lote de fichas que foi recusado"};
        case Event::lote_processado: return {"lote_processado", user_action, "Processou um lote de fichas"};
        case Event::ficha_recebida: return {"ficha_recebida", user_action, "Enviou uma ficha"};
        case Event::ficha_consultada: return {"ficha_consultada", user_action, "Consultou uma ficha"};
        case Event::relatorio_gerado: return {"relatorio_gerado", user_action, "Gerou um relatório"};
        case Event::credencial_criada: return {"credencial_criada", user_action, "Criou uma credencial de integração"};
        case Event::credencial_inativada: return {"credencial_inativada", user_action, "Inativou uma credencial de integração"};
        case Event::certificado_registrado: return {"certificado_registrado", user_action, "Registrou um certificado"};
        case Event::certificado_removido: return {"certificado_removido", user_action, "Removeu um certificado"};
        case Event::configuracao_alterada: return {"configuracao_alterada", user_action, "Alterou uma configuração"};
        case Event::usuario_criado: return {"usuario_criado", user_action, "Criou um usuário"};
        case Event::usuario_bloqueado: return {"usuario_bloqueado", account_locked, "Login bloqueado"};
        case Event::usuario_desbloqueado: return {"usuario_desbloqueado", account_unlocked, "Desbloqueou um usuário"};
        case Event::municipio_ativado: return {"municipio_ativado", user_action, "Ativou um município"};
        case Event::trabalho_cancelado: return {"trabalho_cancelado", user_action, "Cancelou um trabalho"};
        case Event::geracao_pedida: return {"geracao_pedida", user_action, "Pediu a geração de lotes para envio"};
        case Event::lote_gerado: return {"lote_gerado", user_action, "Gerou um lote para envio"};
        case Event::lote_salvo: return {"lote_salvo", user_action, "Salvou em arquivo um lote para envio"};
        case Event::lote_marcado: return {"lote_marcado", user_action, "Marcou um lote para envio"};
        case Event::lote_enviado: return {"lote_enviado", user_action, "Enviou um lote a um destino"};
        case Event::envio_recusado: return {"envio_recusado", user_action, "Teve um lote recusado por um destino"};
        case Event::destino_adicionado: return {"destino_adicionado", user_action, "Adicionou um destino"};
        case Event::destino_alterado: return {"destino_alterado", user_action, "Alterou um destino"};
        case Event::destino_removido: return {"destino_removido", user_action, "Removeu um destino"};
        case Event::destino_inativado: return {"destino_inativado", user_action, "Inativou um destino"};
        case Event::destino_ativado: return {"destino_ativado", user_action, "Ativou um destino"};
        case Event::conexao_testada: return {"conexao_testada", user_action, "Testou a conexão com um destino"};
        case Event::perfil_configurado: return {"perfil_configurado", perfil_configured, "Alterou os recursos de um perfil"};
        case Event::termo_aceito: return {"termo_aceito", terms_accepted, "Aceitou os termos de uso"};
        case Event::rnds_habilitada: return {"rnds_habilitada", rnds_enabled, "Habilitou o certificado para a RNDS"};
        case Event::rnds_desabilitada: return {"rnds_desabilitada", rnds_disabled, "Desabilitou o certificado para a RNDS"};
        case Event::copia_de_seguranca_realizada: return {"copia_de_seguranca_realizada", backup_made, "Realização de cópia de segurança"};
        case Event::copia_de_seguranca_integridade: return {"copia_de_seguranca_integridade", backup_broken, "Quebra de integridade de cópia de segurança"};
        case Event::copia_de_seguranca_restauracao_falhou: return {"copia_de_seguranca_restauracao_falhou", restore_failed, "Restauração de cópia de segurança sem sucesso"};
        case Event::copia_de_seguranca_restaurada: return {"copia_de_seguranca_restaurada", user_action, "Restaurou uma cópia de segurança"};
        case Event::trilha_acessada: return {"trilha_acessada", trail_accessed, "Acessou os registros de auditoria"};
        case Event::acesso_dado: return {"acesso_dado", user_action, "Deu um acesso a uma pessoa"};
        case Event::acesso_retirado: return {"acesso_retirado", user_action, "Retirou um acesso de uma pessoa"};
        case Event::sessao_encerrada: return {"sessao_encerrada", session_ended, "Encerrou de longe uma sessão sua"};
        case Event::segundo_fator_ligado: return {"segundo_fator_ligado", user_action, "Ligou a verificação em duas etapas"};
        case Event::segundo_fator_removido: return {"segundo_fator_removido", user_action, "Desligou a verificação em duas etapas"};
        case Event::operacao_no_banco: return {"operacao_no_banco", database_operation, "Operação no banco de dados"};
    }
    return {"", user_action, ""};
}

std::string_view name_of(Event event) { return facts_of(event).name; }

std::optional<Event> event_of(std::string_view name) {
    for (int i = 0; i <= static_cast<int>(kLastEvent); ++i)
        if (name_of(static_cast<Event>(i)) == name) return static_cast<Event>(i);
    return std::nullopt;
}

}  // namespace aroeira::audit
