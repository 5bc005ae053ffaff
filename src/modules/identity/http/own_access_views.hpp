// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "platform/json/json.hpp"

/// What a person reads and sends of her own access.
namespace aroeira::identity::views {

struct EntradaPropria {
    std::int64_t instante_ms = 0;
    std::string resultado{};
    std::string endereco{};
    static constexpr auto fields = std::tuple{
        json::field("instante_ms", &EntradaPropria::instante_ms), json::field("resultado", &EntradaPropria::resultado, "", "ok|senha|bloqueado|codigo|sem_acesso"),
        json::field("endereco", &EntradaPropria::endereco, "De rede, de onde veio.")};
};

struct EntradasProprias {
    std::vector<EntradaPropria> itens{};
    std::int64_t total = 0;
    std::int64_t pagina = 1;
    static constexpr auto fields = std::tuple{json::field("itens", &EntradasProprias::itens), json::field("total", &EntradasProprias::total),
                                              json::field("pagina", &EntradasProprias::pagina)};
};

struct SessaoPropria {
    std::string id{};
    std::string endereco{};
    std::int64_t criada_ms = 0;
    std::int64_t vista_ms = 0;
    bool atual = false;
    static constexpr auto fields = std::tuple{
        json::field("id", &SessaoPropria::id, "Só para encerrá-la."), json::field("endereco", &SessaoPropria::endereco),
        json::field("criada_ms", &SessaoPropria::criada_ms), json::field("vista_ms", &SessaoPropria::vista_ms, "Último pedido."),
        json::field("atual", &SessaoPropria::atual, "A deste pedido.")};
};

struct SessoesAbertas {
    std::vector<SessaoPropria> itens{};
    static constexpr auto fields = std::tuple{json::field("itens", &SessoesAbertas::itens)};
};

struct Termo {
    std::int64_t versao = 0;
    std::string texto{};
    static constexpr auto fields = std::tuple{json::field("versao", &Termo::versao), json::field("texto", &Termo::texto)};
};

struct TermoAceito {
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{json::field("versao", &TermoAceito::versao, "A do texto que foi lido.")};
};

struct CodigoDeUso {
    std::string codigo{};
    static constexpr auto fields = std::tuple{json::field("codigo", &CodigoDeUso::codigo, "Seis dígitos do aplicativo, ou um de recuperação.")};
};

struct SegundoFatorNovo {
    std::string chave{};
    std::string uri{};
    static constexpr auto fields = std::tuple{json::field("chave", &SegundoFatorNovo::chave, "Para digitar no aplicativo."),
                                              json::field("uri", &SegundoFatorNovo::uri, "Para o QR.")};
};

struct CodigosDeRecuperacao {
    std::vector<std::string> codigos{};
    static constexpr auto fields = std::tuple{json::field("codigos", &CodigosDeRecuperacao::codigos, "Cada um vale uma vez.")};
};

}  // namespace aroeira::identity::views
