// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/domain/audited_table.hpp"

#include <algorithm>
#include <array>

namespace aroeira::audit {
namespace {

using enum Telling;

constexpr std::string_view kTrail = "é a própria trilha";
constexpr std::string_view kFilePart = "são partes de um arquivo; o registro do arquivo é contado";
constexpr std::string_view kSum = "são somas do que já foi contado";
constexpr std::string_view kKeys = "são as chaves por que se acha uma ficha";
constexpr std::string_view kOfLote = "vêm aos milhares em um lote, e o lote é o evento; conta-se quantas";

// A table that is not here is told row by row, so that a new one cannot be forgotten.
constexpr std::array kTables{
    AuditedTable{"evento", never, "", kTrail}, AuditedTable{"evento_pendente", never, "", kTrail}, AuditedTable{"evento_elo", never, "", kTrail},
    AuditedTable{"evento_cadeia", never, "", kTrail}, AuditedTable{"evento_bloco", never, "", kTrail}, AuditedTable{"evento_arquivo", never, "", kTrail},
    AuditedTable{"schema_migration", never, "", "as migrações não são ato de ninguém"},
    AuditedTable{"trabalho", never, "", "é a fila; o ato que pôs o trabalho nela é o evento"},
    AuditedTable{"sessao", never, "", "entrar, sair e expirar são eventos"},
    AuditedTable{"tentativa", never, "", "é um contador; cada recusa é um evento"},
    AuditedTable{"convite", each, "usuario"}, AuditedTable{"perfil_recurso", each, "perfil"},
    AuditedTable{"lote_parte", never, "", kFilePart}, AuditedTable{"lote_enviado_parte", never, "", kFilePart},
    AuditedTable{"cnes_importacao_parte", never, "", kFilePart}, AuditedTable{"auditoria_trilha_parte", never, "", kFilePart},
    AuditedTable{"recebimento_total", never, "", kSum}, AuditedTable{"relatorio_soma", never, "", kSum}, AuditedTable{"relatorio_contada", never, "", kSum},
    AuditedTable{"relatorio_cadastro", never, "", kSum}, AuditedTable{"relatorio_processamento", never, "", kSum},
    AuditedTable{"relatorio_trabalho", never, "", "é a fila; o ato que pôs o trabalho nela é o evento"},
    AuditedTable{"ficha_chave", never, "", kKeys}, AuditedTable{"ficha_chave_recente", never, "", kKeys}, AuditedTable{"ficha_chave_total", never, "", kKeys},
    AuditedTable{"ficha_novidade", never, "", "é o que um leitor ainda não olhou"},
    AuditedTable{"entrada", never, "", "cada entrada e cada tentativa é um evento"},
    AuditedTable{"lote_enviado_numero", never, "", "é um contador"},
    AuditedTable{"envio_percurso", never, "", "é até onde a geração de lotes já olhou"},
    AuditedTable{"agendamento", never, "", "é o minuto dado a quem quer enviar"},
    AuditedTable{"chegada", counted, "id", "muda a cada parte que chega pela rede"},
    AuditedTable{"ficha", counted, "", kOfLote}, AuditedTable{"ficha_ilegivel", counted, "", kOfLote}, AuditedTable{"ficha_enviada", counted, "", kOfLote},
    AuditedTable{"lote_recebido", counted, "id", "muda a cada bloco de fichas"}, AuditedTable{"lote_enviado_historico", counted, "", "é a história de um lote enviado"},
    AuditedTable{"cep", counted, "", "vêm aos milhares em um arquivo"},
    AuditedTable{"copia_agenda", each, ""}, AuditedTable{"credencial_certificado", each, "credencial"}, AuditedTable{"segundo_fator", each, "usuario"},
    AuditedTable{"codigo_recuperacao", counted, "usuario", "são dez por pessoa"}, AuditedTable{"agenda_padrao", each, "municipio"},
    AuditedTable{"agenda_padrao_periodo", each, "municipio"}, AuditedTable{"grupo_exame_item", each, "grupo"}, AuditedTable{"cbo_municipio", each, "cbo"},
    AuditedTable{"responsavel_municipal", each, "municipio"}, AuditedTable{"relatorio_fator", each, "relatorio"},
    AuditedTable{"municipio_ativo", each, "ibge"}, AuditedTable{"configuracao", each, "chave"}, AuditedTable{"cnes_vigente", each, "municipio"},
};

}  // namespace

std::span<const AuditedTable> audited_tables() { return kTables; }

AuditedTable audited_table(std::string_view name) {
    const auto found = std::find_if(kTables.begin(), kTables.end(), [&](const AuditedTable& one) { return one.name == name; });
    return found == kTables.end() ? AuditedTable{name} : *found;
}

}  // namespace aroeira::audit
