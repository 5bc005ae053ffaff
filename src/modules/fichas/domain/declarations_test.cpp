// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "modules/fichas/api/ficha.hpp"
#include "modules/fichas/domain/ledi/info.hpp"
#include "modules/fichas/domain/records/transporte.hpp"

namespace aroeira::fichas {
namespace {

struct Row {
    int tipo = 0, id = 0;
    std::string name, type;
};

std::map<std::string, std::vector<Row>> published() {
    std::ifstream in(AROEIRA_SOURCE "/src/modules/fichas/tests/campos.csv");
    REQUIRE(in.good());
    std::map<std::string, std::vector<Row>> out;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with('#') || line.starts_with("tipo,")) continue;
        std::istringstream cells(line);
        std::string tipo, structure, id;
        Row row;
        std::getline(cells, tipo, ',');
        std::getline(cells, structure, ',');
        std::getline(cells, id, ',');
        std::getline(cells, row.name, ',');
        std::getline(cells, row.type);
        row.tipo = std::stoi(tipo);
        row.id = std::stoi(id);
        out[structure].push_back(row);
    }
    return out;
}

// The wire struct of a group that is declared a second time with other bounds.
std::string wire_struct(std::string_view name) {
    return name == "LotacaoFinalizador" ? "LotacaoHeader" : std::string(name);
}

std::string type_of(const ledi::FieldInfo& f) {
    const auto word = [&](ledi::Kind kind) {
        return kind == ledi::Kind::record ? wire_struct(f.record->name) : std::string(ledi::wire_word(kind));
    };
    return f.kind == ledi::Kind::list ? "list<" + word(f.item) + ">" : word(f.kind);
}

std::size_t published_fields(const ledi::StructInfo& info) {
    return static_cast<std::size_t>(std::count_if(info.fields.begin(), info.fields.end(),
                                                  [](const ledi::FieldInfo& f) { return f.id < ledi::kUnpublishedIds; }));
}

void collect(const ledi::StructInfo& info, std::map<std::string_view, const ledi::StructInfo*>& out) {
    if (!out.emplace(info.name, &info).second) return;
    for (const auto& f : info.fields)
        if (f.record) collect(*f.record, out);
}

std::map<std::string_view, const ledi::StructInfo*> declared() {
    std::map<std::string_view, const ledi::StructInfo*> out;
    collect(ledi::describe<ledi::DadoTransporte>(), out);
    for (const TipoDeFicha* tipo : tipos_de_ficha()) collect(tipo->info(), out);
    return out;
}

}  // namespace

TEST_CASE("every declared struct has exactly the published fields, names, ids and types") {
    const auto wanted = published();
    for (const auto& [name, info] : declared()) {
        CAPTURE(name);
        const auto found = wanted.find(wire_struct(name));
        REQUIRE(found != wanted.end());
        const auto& rows = found->second;
        CHECK(published_fields(*info) == rows.size());
        for (const Row& row : rows) {
            CAPTURE(row.name);
            const auto* field = info->find(row.name);
            REQUIRE(field != nullptr);
            CHECK(field->id == row.id);
            CHECK(type_of(*field) == row.type);
        }
    }
}

TEST_CASE("every published struct of a record type is declared and reachable from its root") {
    const auto ours = declared();
    for (const auto& [name, rows] : published()) {
        const bool registered = rows[0].tipo != 0 && find_tipo(rows[0].tipo);
        if (registered) CHECK_MESSAGE(ours.contains(name), name);
    }
}

TEST_CASE("no two fields of a struct share a place or a name in the XML") {
    for (const auto& [name, info] : declared()) {
        std::set<int> places;
        std::set<std::string_view> elements;
        for (const auto& f : info->fields) {
            CAPTURE(name);
            CAPTURE(f.name);
            if (!f.in_xml) continue;
            CHECK(elements.insert(f.element()).second);
            const bool all_or_none_placed = (f.xml_position != 0) == (info->fields[0].xml_position != 0);
            CHECK(all_or_none_placed);
            if (f.xml_position) CHECK(places.insert(f.xml_position).second);
        }
    }
}

TEST_CASE("record types come in ascending order and are found by code") {
    int last = 0;
    for (const TipoDeFicha* tipo : tipos_de_ficha()) {
        CHECK(tipo->codigo > last);
        last = tipo->codigo;
        CHECK(find_tipo(tipo->codigo) == tipo);
    }
    CHECK(find_tipo(9) == nullptr);
    CHECK(find_tipo(-1) == nullptr);
}

}  // namespace aroeira::fichas
