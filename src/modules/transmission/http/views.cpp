// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/http/views.hpp"

namespace aroeira::transmission::views {
namespace {

std::optional<std::int64_t> ms_of(const std::optional<Instant>& at) {
    if (!at) return std::nullopt;
    return to_ms(*at);
}

}  // namespace

LoteEnviado of(const transmission::LoteEnviado& lote) {
    return {.id = std::string(lote.id.text()), .numero = lote.numero, .destino = std::string(lote.destino.id.text()),
            .destino_nome = lote.destino.nome, .situacao = std::string(name_of(lote.situacao)), .arquivo = file_name_of(lote),
            .fichas = lote.fichas, .tamanho = lote.tamanho, .sha256 = lote.sha256, .criado_ms = to_ms(lote.criado),
            .responsavel = lote.responsavel, .enviados = lote.enviados, .causa = lote.causa, .aceitas = lote.aceitas,
            .rejeitadas = lote.rejeitadas, .agendada = lote.proxima && lote.destino.tentativas.agendada, .enviar_ja = lote.enviar_ja,
            .proxima = ms_of(lote.proxima), .enviado_ms = ms_of(lote.enviado)};
}

Result<FichaEnviada> of(const transmission::FichaEnviada& ficha) {
    AROEIRA_TRY(auto findings, fichas::parse_findings(ficha.achados));
    return FichaEnviada{ficha.uuid, ficha.versao, ficha.veredito.empty() ? "pendente" : ficha.veredito, std::move(findings.erros),
                        std::move(findings.avisos)};
}

LoteEnviadoComHistorico of(const LoteComHistorico& found) {
    LoteEnviadoComHistorico view{.lote = of(found.lote)};
    for (const auto& line : found.historico) view.historico.push_back({to_ms(line.em), std::string(name_of(line.ato)), line.responsavel, line.detalhe});
    return view;
}

}  // namespace aroeira::transmission::views
