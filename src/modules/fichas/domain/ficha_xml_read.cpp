// SPDX-License-Identifier: Apache-2.0
// Reads `.esus.xml`: elements become a tree, the tree a record, the record Thrift bytes, and those
// are read as if they had been sent. What the checks see is then the same, whatever the format.
#include "modules/fichas/domain/ficha_xml_read.hpp"

#include "modules/fichas/domain/ledi/encode.hpp"
#include "modules/fichas/domain/ledi/tree.hpp"
#include "modules/fichas/domain/ledi/xml.hpp"
#include "modules/fichas/domain/records/transporte.hpp"
#include "platform/xml/xml.hpp"

namespace aroeira::fichas {
namespace {

using ledi::DadoTransporte;
using ledi::Tree;

constexpr std::string_view kRoot = "dadoTransporteTransportXml";
constexpr std::string_view kFix = "Gere a ficha de novo no sistema de origem, conforme o XSD do LEDI.";

Reading refused(std::string field, std::string message) {
    Reading reading;
    reading.fault = FieldError{"FICHA-ILEGIVEL", std::move(field), std::move(message), std::string(kFix)};
    return reading;
}

int digit(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; }
bool from_hex(std::string_view hex, std::string& out) {
    if (hex.size() % 2 != 0) return false;
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const int high = digit(hex[i]);
        const int low = digit(hex[i + 1]);
        if (high < 0 || low < 0) return false;
        out += static_cast<char>(high << 4 | low);
    }
    return true;
}

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
        if (target == ledi::kXmlField && from_hex(data, bytes)) open_.back()->wire.push_back(std::move(bytes));
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
        return refused("", parsed.error().message);
    if (builder.document().parts.size() != 1 || builder.document().parts.front().name != kRoot)
        return refused("", "O XML não é uma ficha: falta o elemento " + std::string(kRoot) + ".");
    const Tree& root = builder.document().parts.front();

    auto* const envelope = arena.make<DadoTransporte>(1);
    ledi::TreeFault fault;
    if (!envelope || !ledi::fill(ledi::describe<DadoTransporte>(), *envelope, root, arena, fault))
        return refused(fault.path, "Não foi possível ler o XML: " + fault.why + ".");
    Buffer wire;
    for (const Tree& part : root.parts) {
        const TipoDeFicha* const tipo = tipo_of(part.name);
        if (!tipo) continue;
        auto* const record = tipo->make(arena);
        if (!record || !ledi::fill(tipo->info(), *record, part, arena, fault))
            return refused(fault.path, "Não foi possível ler o XML: " + fault.why + ".");
        wire.clear();
        ledi::encode(tipo->info(), *record, wire);
        const auto kept = arena.keep(wire.view());
        envelope->dadoSerializado = ledi::Binary(kept.data(), kept.size());
    }
    wire.clear();
    ledi::encode(ledi::describe<DadoTransporte>(), *envelope, wire);
    const auto kept = arena.keep(wire.view());
    if (!kept.data()) return refused("", "A ficha é grande demais.");
    return decode(kept, arena);
}

}  // namespace aroeira::fichas
