// SPDX-License-Identifier: Apache-2.0
// Reads `.esus.xml`: elements become a tree, the tree a record, the record Thrift bytes, and those
// are read as if they had been sent. What the checks see is then the same, whatever the format.
#include "modules/fichas/domain/ficha_xml_read.hpp"

#include "modules/fichas/domain/ficha_tree.hpp"
#include "modules/fichas/domain/ledi/xml.hpp"
#include "platform/xml/xml.hpp"

namespace aroeira::fichas {
namespace {

using ledi::Tree;

constexpr std::string_view kRoot = "dadoTransporteTransportXml";

class TreeBuilder final : public xml::Handler {
public:
    Result<void> start(std::string_view name, const xml::Attributes& attributes) override {
        Tree& parent = *open_.back();
        Tree& fresh = parent.parts.emplace_back();
        fresh.name = xml::split_name(name).local;
        // The version is the one group written as attributes.
        attributes.each([&](const xml::Attribute& a) { fresh.parts.push_back({std::string(a.name), std::string(a.value), {}, {}}); });
        open_.push_back(&fresh);
        return {};
    }
    Result<void> end(std::string_view) override {
        open_.pop_back();
        return {};
    }
    Result<void> text(std::string_view text) override {
        open_.back()->text += text;
        return {};
    }
    Result<void> instruction(std::string_view target, std::string_view data) override {
        std::string bytes;
        if (target == ledi::kXmlField && ledi::from_hex(data, bytes)) open_.back()->wire.push_back(std::move(bytes));
        return {};
    }
    [[nodiscard]] const Tree& document() const { return root_; }

private:
    Tree root_;
    std::vector<Tree*> open_{&root_};
};

const TipoDeFicha* tipo_of(std::string_view element) {
    for (const TipoDeFicha* tipo : tipos_de_ficha())
        if (tipo->xml_element == element) return tipo;
    return nullptr;
}

}  // namespace

Reading read_xml(std::string_view bytes, Arena& arena) {
    TreeBuilder builder;
    if (auto parsed = xml::parse(bytes, builder, {.instructions = true, .namespaces = true}); !parsed)
        return refused_tree("", parsed.error().message);
    if (builder.document().parts.size() != 1 || builder.document().parts.front().name != kRoot)
        return refused_tree("", "O XML não é uma ficha: falta o elemento " + std::string(kRoot) + ".");
    const Tree& root = builder.document().parts.front();

    for (const Tree& part : root.parts)
        if (const auto* tipo = tipo_of(part.name)) return assemble(root, tipo, &part, arena);
    return assemble(root, nullptr, nullptr, arena);
}

}  // namespace aroeira::fichas
