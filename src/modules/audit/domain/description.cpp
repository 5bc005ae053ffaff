// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "modules/audit/api/reading.hpp"
#include "platform/json/json.hpp"

namespace aroeira::audit {
namespace {

using Kind = json::Node::Kind;

struct Word {
    std::string_view key;
    std::string_view title;
};
// What the keys and the values of the details are called. What is not here is shown as it is.
constexpr std::array kKeys{
    Word{"motivo", "motivo"}, Word{"omitidas", "iguais não registradas antes"}, Word{"codigo", "código"}, Word{"lotes", "lotes"},
    Word{"fichas", "fichas"}, Word{"numero", "número"}, Word{"instalacao", "instalação"}, Word{"situacao", "situação"},
    Word{"endereco", "endereço"}, Word{"versao", "versão"}, Word{"inicio", "início"}, Word{"ate", "até"}, Word{"acao", "ação"},
    Word{"copia", "cópia"}, Word{"operacao", "operação"}, Word{"descricao", "descrição"}, Word{"municipio", "município"},
};
constexpr std::array kValues{
    Word{"senha", "senha incorreta"}, Word{"bloqueado", "conta bloqueada"}, Word{"endereco", "muitas tentativas deste endereço"},
    Word{"sem_acesso", "usuário sem acesso ativo"}, Word{"convite", "link de uso único inválido"}, Word{"inatividade", "inatividade"},
    Word{"tempo_maximo", "tempo máximo da sessão"}, Word{"sessao_desconhecida", "sessão desconhecida"},
    Word{"csrf", "pedido que não veio da tela"}, Word{"acesso_de_outro", "acesso de outra pessoa"},
};

template <class Words>
std::string_view title_in(const Words& words, std::string_view key) {
    for (const auto& word : words)
        if (word.key == key) return word.title;
    return key;
}

std::string words_of(const json::Node& node, std::string_view key);

/// "a: 1, b: dois" of an object; "um, dois" of a list.
std::string joined(const json::Node& node) {
    std::string out;
    const auto add = [&](std::string part) {
        if (part.empty()) return;
        out += out.empty() ? "" : ", ";
        out += part;
    };
    if (node.kind() == Kind::list)
        for (std::size_t i = 0; i < node.size(); ++i) add(words_of(node.at(i), ""));
    else
        for (const auto name : node.names())
            if (auto value = words_of(*node.find(name), name); !value.empty()) add(std::string(title_in(kKeys, name)) + ": " + value);
    return out;
}

std::string words_of(const json::Node& node, std::string_view key) {
    switch (node.kind()) {
        case Kind::null: return {};
        case Kind::boolean: return node.boolean() ? "sim" : "não";
        case Kind::integer: return key == "omitidas" && node.integer() == 0 ? std::string() : std::to_string(node.integer());
        case Kind::real: return node.dump();
        case Kind::text: return std::string(key == "motivo" ? title_in(kValues, node.text()) : node.text());
        case Kind::list: return joined(node);
        case Kind::object: return "(" + joined(node) + ")";
    }
    return {};
}

/// «<Tipo da operação> <Entidade> atributos: <ID>, <colunas>». Source: manual PEC 3.9.1.
std::string operation_words(const EventView& event, const json::Node& details) {
    const auto text = [&](std::string_view name) {
        const auto found = details.find(name);
        return found && found->kind() == Kind::text ? std::string(found->text()) : std::string();
    };
    const auto count = details.find("registros");
    const auto columns = details.find("colunas");
    const auto act = text("de");
    std::string words = text("operacao") + " " + std::string(entity_title(event.entity)) + " atributos: ";
    words += event.entity_id.empty() ? "sem ID único" : "ID " + std::string(event.entity_id);
    if (count && count->kind() == Kind::integer) words += ", " + std::to_string(count->integer()) + " registros";
    if (!act.empty()) words += ", de " + act;
    if (columns && columns->kind() == Kind::list && columns->size() > 0) words += ", " + joined(*columns);
    return words;
}

}  // namespace

std::string description_of(const EventView& event) {
    const auto kind = event_of(event.event);
    std::string words(kind ? facts_of(*kind).sentence : event.event);
    if (event.details.empty()) return words;
    const auto details = json::Document::parse(event.details);
    if (!details) return words + ". " + std::string(event.details);
    if (kind == Event::operacao_no_banco && details->root().kind() == Kind::object) return operation_words(event, details->root());
    const auto more = details->root().kind() == Kind::object ? joined(details->root()) : words_of(details->root(), "");
    return more.empty() ? words : words + ". " + more;
}

}  // namespace aroeira::audit
