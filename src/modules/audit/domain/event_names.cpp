// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/api/trail.hpp"

namespace aroeira::audit {

// No `default:`, so that a new event does not compile until it has a spelling. A spelling is kept
// forever: it is in rows that nobody may change.
std::string_view name_of(Event event) {
    switch (event) {
        case Event::login_ok: return "login_ok";
        case Event::login_falha: return "login_falha";
        case Event::acesso_escolhido: return "acesso_escolhido";
        case Event::logout: return "logout";
        case Event::senha_alterada: return "senha_alterada";
        case Event::sessao_expirada: return "sessao_expirada";
        case Event::acesso_negado: return "acesso_negado";
        case Event::cnes_importado: return "cnes_importado";
        case Event::cnes_simulado: return "cnes_simulado";
        case Event::cnes_recusado: return "cnes_recusado";
        case Event::lote_recebido: return "lote_recebido";
        case Event::lote_recusado: return "lote_recusado";
        case Event::lote_processado: return "lote_processado";
        case Event::ficha_recebida: return "ficha_recebida";
        case Event::ficha_consultada: return "ficha_consultada";
        case Event::relatorio_gerado: return "relatorio_gerado";
        case Event::credencial_criada: return "credencial_criada";
        case Event::credencial_inativada: return "credencial_inativada";
        case Event::certificado_registrado: return "certificado_registrado";
        case Event::certificado_removido: return "certificado_removido";
        case Event::configuracao_alterada: return "configuracao_alterada";
        case Event::usuario_criado: return "usuario_criado";
        case Event::usuario_bloqueado: return "usuario_bloqueado";
        case Event::usuario_desbloqueado: return "usuario_desbloqueado";
        case Event::municipio_ativado: return "municipio_ativado";
        case Event::trabalho_cancelado: return "trabalho_cancelado";
        case Event::geracao_pedida: return "geracao_pedida";
        case Event::lote_gerado: return "lote_gerado";
        case Event::lote_salvo: return "lote_salvo";
        case Event::lote_marcado: return "lote_marcado";
        case Event::lote_enviado: return "lote_enviado";
        case Event::envio_recusado: return "envio_recusado";
        case Event::destino_adicionado: return "destino_adicionado";
        case Event::destino_alterado: return "destino_alterado";
        case Event::destino_removido: return "destino_removido";
        case Event::destino_inativado: return "destino_inativado";
        case Event::destino_ativado: return "destino_ativado";
        case Event::conexao_testada: return "conexao_testada";
        case Event::perfil_configurado: return "perfil_configurado";
        case Event::copia_de_seguranca_realizada: return "copia_de_seguranca_realizada";
        case Event::copia_de_seguranca_integridade: return "copia_de_seguranca_integridade";
        case Event::copia_de_seguranca_restaurada: return "copia_de_seguranca_restaurada";
        case Event::copia_de_seguranca_restauracao_falhou: return "copia_de_seguranca_restauracao_falhou";
    }
    return {};
}

}  // namespace aroeira::audit
