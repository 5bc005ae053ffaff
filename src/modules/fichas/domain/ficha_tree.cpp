// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/ficha_tree.hpp"

#include "modules/fichas/domain/ledi/encode.hpp"
#include "modules/fichas/domain/records/transporte.hpp"

namespace aroeira::fichas {

using ledi::DadoTransporte;

Reading refused_tree(std::string field, std::string message) {
    Reading reading;
    reading.fault = FieldError{"FICHA-ILEGIVEL", std::move(field), std::move(message),
                               "Gere a ficha de novo no sistema de origem, conforme o dicionário do LEDI."};
    return reading;
}

Reading assemble(const ledi::Tree& envelope_tree, const TipoDeFicha* tipo, const ledi::Tree* record_tree, Arena& arena) {
    auto* const envelope = arena.make<DadoTransporte>(1);
    ledi::TreeFault fault;
    const auto& envelope_info = ledi::describe<DadoTransporte>();
    if (!envelope || !ledi::fill(envelope_info, *envelope, envelope_tree, arena, fault))
        return refused_tree(fault.path, "Não foi possível ler a ficha: " + fault.why + ".");
    Buffer wire;
    if (tipo && record_tree) {
        auto* const record = tipo->make(arena);
        if (!record || !ledi::fill(tipo->info(), *record, *record_tree, arena, fault))
            return refused_tree(fault.path, "Não foi possível ler a ficha: " + fault.why + ".");
        ledi::encode(tipo->info(), *record, wire);
        const auto kept = arena.keep(wire.view());
        envelope->dadoSerializado = ledi::Binary(kept.data(), kept.size());
        wire.clear();
    }
    ledi::encode(envelope_info, *envelope, wire);
    const auto kept = arena.keep(wire.view());
    if (!kept.data()) return refused_tree("", "A ficha é grande demais.");
    return decode(kept, arena);
}

}  // namespace aroeira::fichas
