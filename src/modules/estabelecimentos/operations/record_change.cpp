// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/operations/record_change.hpp"

namespace aroeira::estabelecimentos {

namespace {

std::string_view name_of(Act act) {
    switch (act) {
        case Act::made: return "criado";
        case Act::changed: return "alterado";
        case Act::removed: return "excluido";
    }
    return {};
}

}  // namespace

Result<void> record_change(const identity::Actor& actor, const Ibge& municipio, const Change& change, Ports& ports) {
    audit::Entry entry{.event = audit::Event::operacao_no_banco, .actor = actor.key, .address = actor.address,
                       .entity = std::string(change.entity), .entity_id = std::string(change.entity_id), .municipio = std::string(municipio.text())};
    entry.details = R"({"ato":")" + std::string(name_of(change.act)) + R"(","colunas":[)";
    for (const auto column : change.columns) {
        if (entry.details.back() != '[') entry.details += ',';
        entry.details.append("\"").append(column).append("\"");
    }
    entry.details += "]}";
    return ports.trail.record(entry);
}

}  // namespace aroeira::estabelecimentos
