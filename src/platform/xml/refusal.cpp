// SPDX-License-Identifier: Apache-2.0
#include "platform/xml/refusal.hpp"

namespace aroeira::xml::refusal {
namespace {

std::string at(std::uint64_t line) { return "Linha " + std::to_string(line) + " do XML: "; }
constexpr std::string_view kAgain = " Gere o arquivo de novo no sistema de origem.";

Error input(ErrorCode code, std::string message) { return {ErrorKind::invalid_input, code, std::move(message) += kAgain}; }

}  // namespace

Error malformed(std::uint64_t line, std::string_view cause) { return input("XML-0001", at(line) + std::string(cause)); }
Error document_type(std::uint64_t line) {
    return input("XML-0002", at(line) + "há uma declaração DOCTYPE ou uma entidade própria, que não é aceita por segurança.");
}
Error too_deep(std::uint64_t line, std::size_t limit) {
    return input("XML-0003", at(line) + "há mais de " + std::to_string(limit) + " elementos um dentro do outro.");
}
Error encoding() { return input("XML-0004", "A codificação do XML não é aceita; use UTF-8 ou ISO-8859-1."); }
Error not_in_encoding(std::uint64_t line) {
    return input("XML-0005", at(line) + "há caracteres que não são da codificação declarada.");
}
Error too_large(std::uint64_t line, std::string_view what) {
    return {ErrorKind::too_large, "XML-0006", at(line) + std::string(what) + std::string(kAgain)};
}
Error ends_early(std::uint64_t line) {
    return input("XML-0007", at(line) + "o arquivo termina antes do fim; a cópia pode ter sido interrompida.");
}

}  // namespace aroeira::xml::refusal
