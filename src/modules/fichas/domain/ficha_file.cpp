// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/ficha_json_read.hpp"
#include "modules/fichas/domain/ficha_xml_read.hpp"

namespace aroeira::fichas {
namespace {

Reading refused(std::string message, std::string fix) {
    Reading reading;
    reading.fault = FieldError{"FICHA-ILEGIVEL", "", std::move(message), std::move(fix)};
    return reading;
}

char first_character(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const auto first = bytes.find_first_not_of(" \t\r\n");
    return first == bytes.npos ? '\0' : bytes[first];
}
bool looks_like_json(std::string_view bytes) { return first_character(bytes) == '{'; }

}  // namespace

bool looks_like_xml(std::string_view bytes) { return first_character(bytes) == '<'; }

Reading read_file(std::string_view, std::string_view bytes, Arena& arena) {
    if (bytes.empty()) return refused("O arquivo está vazio.", "Gere a ficha de novo no sistema de origem.");
    if (bytes.starts_with("PK\x03\x04"))
        return refused("O arquivo é um zip dentro do lote.", "Envie as fichas soltas no lote, uma por arquivo.");
    if (looks_like_xml(bytes)) return read_xml(bytes, arena);
    if (looks_like_json(bytes)) return read_json(bytes, arena);
    return decode(bytes, arena);
}

}  // namespace aroeira::fichas
