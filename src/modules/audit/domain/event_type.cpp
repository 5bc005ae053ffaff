// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/api/event_type.hpp"

namespace aroeira::audit {

std::string_view title_of(EventType type) {
    switch (type) {
        case EventType::terms_accepted: return "Aceitação do termo de concordância de uso";
        case EventType::trail_accessed: return "Acesso aos registros de auditoria";
        case EventType::user_action: return "Ação do usuário";
        case EventType::account_locked: return "Bloqueio de conta de usuário";
        case EventType::perfil_configured: return "Configuração de perfil";
        case EventType::backup_made: return "Cópia de segurança – Realização de cópia de segurança";
        case EventType::backup_broken: return "Cópia de segurança – Quebra de integridade de cópia de segurança";
        case EventType::restore_failed: return "Cópia de segurança – Restauração de cópia de segurança sem sucesso";
        case EventType::account_unlocked: return "Desbloqueio de conta de usuário";
        case EventType::session_ended: return "Inativação da sessão do usuário";
        case EventType::database_operation: return "Operação no banco de dados";
        case EventType::login_succeeded: return "Tentativa de autenticação com sucesso";
        case EventType::login_failed: return "Tentativa de autenticação sem sucesso";
        case EventType::password_changed: return "Troca de senha";
        case EventType::rnds_enabled: return "Habilitar o PEC a acessar RNDS";
        case EventType::rnds_disabled: return "Desabilitar PEC a acessar RNDS";
    }
    return {};
}

std::string_view code_of(EventType type) {
    switch (type) {
        case EventType::terms_accepted: return "termo_aceito";
        case EventType::trail_accessed: return "acesso_a_auditoria";
        case EventType::user_action: return "acao_do_usuario";
        case EventType::account_locked: return "bloqueio_de_conta";
        case EventType::perfil_configured: return "configuracao_de_perfil";
        case EventType::backup_made: return "copia_realizada";
        case EventType::backup_broken: return "copia_quebrada";
        case EventType::restore_failed: return "restauracao_sem_sucesso";
        case EventType::account_unlocked: return "desbloqueio_de_conta";
        case EventType::session_ended: return "inativacao_da_sessao";
        case EventType::database_operation: return "operacao_no_banco";
        case EventType::login_succeeded: return "autenticacao_com_sucesso";
        case EventType::login_failed: return "autenticacao_sem_sucesso";
        case EventType::password_changed: return "troca_de_senha";
        case EventType::rnds_enabled: return "rnds_habilitada";
        case EventType::rnds_disabled: return "rnds_desabilitada";
    }
    return {};
}

}  // namespace aroeira::audit
