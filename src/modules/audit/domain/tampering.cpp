// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/domain/verification.hpp"

namespace aroeira::audit {

std::string_view sentence_of(Tampering what) {
    switch (what) {
        case Tampering::event_changed: return "o evento, o seu elo ou o seu lugar foi alterado";
        case Tampering::event_removed: return "o evento foi removido";
        case Tampering::event_inserted: return "o evento não está na cadeia: foi inserido fora do programa, ou o seu elo foi removido";
        case Tampering::link_removed: return "o elo do evento foi removido";
        case Tampering::chain_cut: return "o fim da trilha foi cortado a partir deste evento";
        case Tampering::chain_rewritten: return "a cadeia foi reescrita: este evento, ou um anterior, não é o que foi selado";
        case Tampering::end_unsigned: return "o fim da cadeia não tem a assinatura desta instalação";
        case Tampering::pending_changed: return "o evento, ainda não selado, foi alterado";
        case Tampering::pending_removed: return "o evento, ainda não selado, foi removido";
        case Tampering::block_rewritten: return "a partir deste evento, um bloco da trilha não tem a assinatura com que foi fechado: foi reescrito";
        case Tampering::block_changed: return "a partir deste evento, os eventos do bloco não são os que foram selados nele";
        case Tampering::archive_lost: return "a partir deste evento, o bloco arquivado foi removido ou não pode ser lido";
        case Tampering::checkpoint_forged: return "o selo não foi assinado por esta instalação";
    }
    return {};
}

std::string_view code_of(Tampering what) {
    switch (what) {
        case Tampering::event_changed: return "evento_alterado";
        case Tampering::event_removed: return "evento_removido";
        case Tampering::event_inserted: return "evento_inserido";
        case Tampering::link_removed: return "elo_removido";
        case Tampering::chain_cut: return "fim_cortado";
        case Tampering::chain_rewritten: return "cadeia_reescrita";
        case Tampering::end_unsigned: return "fim_sem_assinatura";
        case Tampering::pending_changed: return "pendente_alterado";
        case Tampering::pending_removed: return "pendente_removido";
        case Tampering::block_rewritten: return "bloco_reescrito";
        case Tampering::block_changed: return "bloco_alterado";
        case Tampering::archive_lost: return "arquivo_perdido";
        case Tampering::checkpoint_forged: return "selo_falso";
    }
    return {};
}

}  // namespace aroeira::audit
