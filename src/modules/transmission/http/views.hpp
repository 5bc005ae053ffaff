// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "modules/fichas/api/findings.hpp"
#include "modules/transmission/operations/find_lotes.hpp"
#include "platform/json/json.hpp"

/// What the screens of Envio read: one struct per JSON shape, and how it is filled.
namespace aroeira::transmission::views {

struct GeracaoAceita {
    std::string trabalho{};
    static constexpr auto fields = std::tuple{json::field("trabalho", &GeracaoAceita::trabalho, "Trabalho que gera os lotes.")};
};

struct LoteEnviado {
    std::string id{};
    std::int64_t numero = 0;
    std::string destino{};
    std::string destino_nome{};
    std::string situacao{};
    std::string arquivo{};
    std::int64_t fichas = 0;
    std::int64_t tamanho = 0;
    std::string sha256{};
    std::int64_t criado_ms = 0;
    std::string responsavel{};
    std::int64_t enviados = 0;
    std::string causa{};
    std::int64_t aceitas = 0;
    std::int64_t rejeitadas = 0;
    bool agendada = false;
    bool enviar_ja = false;
    std::optional<std::int64_t> proxima{};
    std::optional<std::int64_t> enviado_ms{};
    static constexpr auto fields = std::tuple{
        json::field("id", &LoteEnviado::id), json::field("numero", &LoteEnviado::numero, "Sequencial na instalação."),
        json::field("destino", &LoteEnviado::destino), json::field("destino_nome", &LoteEnviado::destino_nome),
        json::field("situacao", &LoteEnviado::situacao, "", "gerado|salvo|enviando|enviado|concluido|parado"),
        json::field("arquivo", &LoteEnviado::arquivo, "Nome com que o arquivo é salvo."), json::field("fichas", &LoteEnviado::fichas),
        json::field("tamanho", &LoteEnviado::tamanho, "Bytes."), json::field("sha256", &LoteEnviado::sha256, "Do arquivo, em hexadecimal."),
        json::field("criado_ms", &LoteEnviado::criado_ms, "Instante da geração, em milissegundos UTC."),
        json::field("responsavel", &LoteEnviado::responsavel), json::field("enviados", &LoteEnviado::enviados, "Bytes que o destino já tem."),
        json::field("causa", &LoteEnviado::causa, "Por que ainda não foi, ou por que parou; \"\" quando nada o impede."),
        json::field("aceitas", &LoteEnviado::aceitas, "Fichas que o destino aceitou."),
        json::field("rejeitadas", &LoteEnviado::rejeitadas, "Fichas que o destino rejeitou."),
        json::field("agendada", &LoteEnviado::agendada, "O destino escolheu a hora da próxima tentativa."),
        json::field("enviar_ja", &LoteEnviado::enviar_ja, "Marcado para envio fora do horário."),
        json::field("proxima", &LoteEnviado::proxima, "Instante da próxima tentativa, em milissegundos UTC; ausente quando é já."),
        json::field("enviado_ms", &LoteEnviado::enviado_ms, "Quando o destino o confirmou, em milissegundos UTC.")};
};

struct LinhaDoHistorico {
    std::int64_t instante_ms = 0;
    std::string ato{};
    std::string responsavel{};
    std::string detalhe{};
    static constexpr auto fields = std::tuple{
        json::field("instante_ms", &LinhaDoHistorico::instante_ms),
        json::field("ato", &LinhaDoHistorico::ato, "", "gerado|salvo|marcado|iniciado|enviado|concluido|parado|perdido"),
        json::field("responsavel", &LinhaDoHistorico::responsavel),
        json::field("detalhe", &LinhaDoHistorico::detalhe, "O que o ato não diz sozinho, ou \"\".")};
};

struct LoteEnviadoComHistorico {
    LoteEnviado lote{};
    std::vector<LinhaDoHistorico> historico{};
    static constexpr auto fields = std::tuple{json::field("lote", &LoteEnviadoComHistorico::lote),
                                              json::field("historico", &LoteEnviadoComHistorico::historico, "Do mais antigo ao mais novo.")};
};

struct LotesEnviados {
    std::vector<LoteEnviado> itens{};
    std::int64_t total = 0;
    std::int64_t pagina = 1;
    static constexpr auto fields = std::tuple{json::field("itens", &LotesEnviados::itens), json::field("total", &LotesEnviados::total),
                                              json::field("pagina", &LotesEnviados::pagina)};
};

struct FichaEnviada {
    std::string uuid{};
    std::int64_t versao = 0;
    std::string veredito{};
    std::vector<fichas::Finding> erros{};
    std::vector<fichas::Finding> avisos{};
    static constexpr auto fields = std::tuple{
        json::field("uuid", &FichaEnviada::uuid), json::field("versao", &FichaEnviada::versao),
        json::field("veredito", &FichaEnviada::veredito, "O que o destino disse dela.", "aceita|rejeitada|pendente"),
        json::field("erros", &FichaEnviada::erros), json::field("avisos", &FichaEnviada::avisos)};
};

struct FichasEnviadas {
    std::vector<FichaEnviada> itens{};
    std::int64_t total = 0;
    std::int64_t pagina = 1;
    static constexpr auto fields = std::tuple{json::field("itens", &FichasEnviadas::itens), json::field("total", &FichasEnviadas::total),
                                              json::field("pagina", &FichasEnviadas::pagina)};
};

LoteEnviado of(const transmission::LoteEnviado& lote);
/// Errors: `internal` when what was kept cannot be read.
Result<FichaEnviada> of(const transmission::FichaEnviada& ficha);
LoteEnviadoComHistorico of(const LoteComHistorico& found);

}  // namespace aroeira::transmission::views
