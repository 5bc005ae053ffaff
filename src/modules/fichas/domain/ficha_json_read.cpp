// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/ficha_json_read.hpp"

#include <charconv>

#include "modules/fichas/domain/ficha_tree.hpp"
#include "modules/fichas/domain/ledi/json.hpp"
#include "modules/fichas/domain/records/transporte.hpp"
#include "platform/json/json.hpp"

namespace aroeira::fichas {
namespace {

using json::Node;
using ledi::FieldInfo;
using ledi::Kind;
using ledi::StructInfo;
using ledi::Tree;

/// TBinaryProtocol's number of a kind.
char wire_of(Kind kind) {
    switch (kind) {
        case Kind::boolean: return 2;
        case Kind::real: return 4;
        case Kind::integer: return 8;
        case Kind::longint: return 10;
        case Kind::record: return 12;
        case Kind::list: return 15;
        default: return 11;
    }
}

/// Parts that repeat cannot say "a list of nothing"; the bytes can.
std::string empty_list(const FieldInfo& f) {
    std::string bytes{wire_of(Kind::list), static_cast<char>(f.id >> 8), static_cast<char>(f.id), wire_of(f.item)};
    return bytes.append(4, '\0');
}

std::string scalar(const Node& node) {
    if (node.kind() == Node::Kind::text) return std::string(node.text());
    if (node.kind() != Node::Kind::real) return node.dump();
    char text[40];
    return {text, std::to_chars(text, text + sizeof text, node.real()).ptr};
}

Tree tree_of(const StructInfo* info, std::string name, const Node& node);

void add(Tree& tree, const FieldInfo* f, std::string_view name, const Node& value) {
    if (name == ledi::kUnknownKey && value.kind() == Node::Kind::list) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            std::string bytes;
            if (value.at(i).kind() == Node::Kind::text && ledi::from_hex(value.at(i).text(), bytes))
                tree.wire.push_back(std::move(bytes));
        }
    } else if (value.kind() == Node::Kind::list) {
        if (value.size() == 0 && f && f->kind == Kind::list) tree.wire.push_back(empty_list(*f));
        for (std::size_t i = 0; i < value.size(); ++i)
            tree.parts.push_back(tree_of(f ? f->record : nullptr, std::string(name), value.at(i)));
    } else if (value.kind() != Node::Kind::null) {
        tree.parts.push_back(tree_of(f ? f->record : nullptr, std::string(name), value));
    }
}

Tree tree_of(const StructInfo* info, std::string name, const Node& node) {
    Tree tree;
    tree.name = std::move(name);
    if (node.kind() != Node::Kind::object) {
        tree.text = scalar(node);
        return tree;
    }
    for (const auto member : node.names()) add(tree, info ? info->find(member) : nullptr, member, *node.find(member));
    return tree;
}

}  // namespace

Reading read_json(std::string_view text, Arena& arena) {
    const auto document = json::Document::parse(text);
    if (!document) return refused_tree("", document.error().message);
    const Node root = document->root();
    const auto code = root.kind() == Node::Kind::object ? root.find("tipoDadoSerializado") : std::nullopt;
    if (!code || code->kind() != Node::Kind::integer)
        return refused_tree("tipoDadoSerializado", "O JSON não é uma ficha: falta o tipo.");
    const auto envelope = tree_of(&ledi::describe<ledi::DadoTransporte>(), "", root);
    const auto* const tipo = find_tipo(code->integer());
    const auto inner = root.find("dadoSerializado");
    if (!tipo || !inner) return assemble(envelope, nullptr, nullptr, arena);
    const auto record = tree_of(&tipo->info(), "", *inner);
    return assemble(envelope, tipo, &record, arena);
}

}  // namespace aroeira::fichas
