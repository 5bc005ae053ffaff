// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/http/destino_views.hpp"

#include "modules/instalacoes/api/clock_time.hpp"
#include "platform/crypto/certificate.hpp"
#include "platform/crypto/crypto.hpp"

namespace aroeira::transmission::views {
namespace {

std::optional<std::int64_t> ms_of(const std::optional<Instant>& at) {
    if (!at) return std::nullopt;
    return to_ms(*at);
}

Error not_a_time(std::string field) {
    return {ErrorKind::invalid_input, "TRANS-0012", "O horário de envio não pôde ser lido.",
            {{"TRANS-0012", std::move(field), "O horário deve ter a forma HH:MM, de 00:00 a 23:59.", "Corrija o horário."}}};
}

Result<std::optional<transmission::Janela>> janela_of(const std::optional<Janela>& view) {
    if (!view) return std::optional<transmission::Janela>();
    const auto from = instalacoes::minutes_of(view->inicio);
    const auto until = instalacoes::minutes_of(view->fim);
    if (!from) return not_a_time("inicio");
    if (!until) return not_a_time("fim");
    return std::optional(transmission::Janela{*from, *until});
}

Result<std::string> bytes_of(std::string field, const std::optional<std::string>& base64) {
    auto bytes = crypto::from_base64(base64.value_or(""));
    if (bytes) return bytes;
    return Error{ErrorKind::invalid_input, "TRANS-0012", "O arquivo não pôde ser lido.",
                 {{"TRANS-0012", std::move(field), "O arquivo não chegou inteiro.", "Escolha o arquivo de novo."}}};
}

}  // namespace

Destino of(const transmission::Destino& destino) {
    Destino view{.id = std::string(destino.id.text()), .nome = destino.nome, .origem = std::string(name_of(destino.origem)),
                 .endereco = destino.endereco, .protocolo = std::string(name_of(destino.protocolo)), .usuario = destino.usuario,
                 .tem_senha = destino.tem_senha, .autoridade = destino.ca_pem};
    // What is kept was read before it was kept.
    if (const auto shown = crypto::first_certificate(destino.certificado_pem))
        view.certificado = CertificadoDeDestino{shown->titular, shown->impressao, to_ms(shown->from), to_ms(shown->until)};
    if (destino.janela)
        view.janela = Janela{instalacoes::clock_text(destino.janela->from_minutes), instalacoes::clock_text(destino.janela->until_minutes)};
    view.ativo = destino.ativo;
    view.conexao = {std::string(name_of(destino.conexao.situacao)), destino.conexao.detalhe, ms_of(destino.conexao.em)};
    const auto& tries = destino.tentativas;
    view.tentativas = {ms_of(tries.proxima), tries.agendada, tries.falhas, tries.parado, tries.causa};
    return view;
}

Destinos of(const std::vector<transmission::Destino>& destinos) {
    Destinos view;
    for (const auto& one : destinos) view.itens.push_back(of(one));
    return view;
}

Presenca of(const instalacoes::InstallationCard& card) {
    return {.instalacao = std::string(card.id.text()), .nome = card.nome, .tipo = std::string(instalacoes::name_of(card.tipo))};
}

Result<NewDestino> form_of(const NovoDestino& view) {
    AROEIRA_TRY(const auto janela, janela_of(view.janela));
    AROEIRA_TRY(auto certificado, bytes_of("certificado", view.certificado));
    AROEIRA_TRY(auto chave, bytes_of("chave", view.chave));
    return NewDestino{view.nome, view.endereco, view.protocolo == name_of(Protocolo::ledi) ? Protocolo::ledi : Protocolo::aroeira,
                      view.usuario, view.senha, view.autoridade, janela, std::move(certificado), std::move(chave),
                      view.senha_do_certificado.value_or(""), view.sem_certificado.value_or(false)};
}

}  // namespace aroeira::transmission::views
