// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "app/commands.hpp"
#include "modules/fichas/api/dicionario.hpp"

namespace aroeira::app {
namespace {

struct Item {
    std::int64_t codigo = 0;
    std::string sigla{};
    std::string nome{};
    static constexpr auto fields = std::tuple{json::field("codigo", &Item::codigo), json::field("sigla", &Item::sigla), json::field("nome", &Item::nome)};
};

int list(bool as_json) {
    std::vector<Item> all;
    for (const auto* tipo : fichas::tipos_de_ficha()) all.push_back({tipo->codigo, std::string(tipo->sigla), std::string(tipo->nome)});
    if (as_json) {
        std::printf("%s\n", json::text_of(all).c_str());
        return 0;
    }
    for (const auto& one : all) std::printf("%3lld  %-4s  %s\n", static_cast<long long>(one.codigo), one.sigla.c_str(), one.nome.c_str());
    return 0;
}

}  // namespace

int show_dictionary(const DictionaryOptions& options) {
    if (options.tipo == 0) return list(options.json);
    const auto* tipo = fichas::find_tipo(options.tipo);
    if (!tipo) {
        std::fprintf(stderr, "aroeira: não há ficha do tipo %d. Rode «aroeira fichas dicionario» para ver a lista.\n", options.tipo);
        return 2;
    }
    const auto dicionario = fichas::dicionario_of(*tipo);
    const auto text = options.json ? json::text_of(dicionario) + "\n" : fichas::page_of(dicionario);
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? 0 : 2;
}

}  // namespace aroeira::app
