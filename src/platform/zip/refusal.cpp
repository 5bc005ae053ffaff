// SPDX-License-Identifier: Apache-2.0
#include "platform/zip/refusal.hpp"

namespace aroeira::zip::refusal {
namespace {

std::string the_entry(std::size_t position) { return "O " + std::to_string(position + 1) + "º arquivo dentro do zip "; }

std::string size_for_people(std::uint64_t bytes) {
    if (bytes >= std::uint64_t{1} << 30 && bytes % (std::uint64_t{1} << 30) == 0) return std::to_string(bytes >> 30) + " GB";
    if (bytes >= std::uint64_t{1} << 20) return std::to_string(bytes >> 20) + " MB";
    return std::to_string(bytes) + " bytes";
}

Error input(ErrorCode code, std::string message) { return {ErrorKind::invalid_input, code, std::move(message)}; }
Error size(ErrorCode code, std::string message) { return {ErrorKind::too_large, code, std::move(message)}; }

}  // namespace

Error not_a_zip() { return input("ZIP-0001", "O arquivo não é um zip. Escolha o arquivo .zip que o sistema de origem gerou."); }
Error truncated() {
    return input("ZIP-0002", "O zip está incompleto: a cópia ou a transferência parou no meio. Copie ou baixe o arquivo de novo.");
}
Error encrypted(std::size_t position) {
    return input("ZIP-0003", the_entry(position) + "está protegido por senha. Gere o zip de novo, sem senha.");
}
Error unsupported(std::size_t position, unsigned method) {
    return input("ZIP-0004", the_entry(position) + "usa um tipo de compactação não aceito (" + std::to_string(method) +
                                 "). Gere o zip de novo com a compactação comum (Deflate).");
}
Error split() { return input("ZIP-0004", "O zip está dividido em volumes. Gere um único arquivo .zip e envie de novo."); }
Error unsafe_name(std::size_t position) {
    return input("ZIP-0005", the_entry(position) + "tem um nome que não é aceito (caminho para fora da pasta, barra invertida, "
                                                   "unidade de disco ou caractere inválido). Gere o zip de novo.");
}
Error repeated_name(std::size_t position) {
    return input("ZIP-0006", the_entry(position) + "tem o mesmo nome de outro. Gere o zip de novo, com nomes diferentes.");
}
Error overlapping(std::size_t position) {
    return input("ZIP-0007", the_entry(position) + "ocupa o mesmo lugar de outro: o zip foi adulterado. Gere-o de novo.");
}
Error too_many_entries(std::uint64_t limit) {
    return size("ZIP-0008", "O zip tem mais de " + std::to_string(limit) + " arquivos. Divida-o em zips menores.");
}
Error entry_too_large(std::size_t position, std::uint64_t limit) {
    return size("ZIP-0009", the_entry(position) + "passa de " + size_for_people(limit) +
                                " descompactado. Confira se é o arquivo certo.");
}
Error too_large(std::uint64_t limit) {
    return size("ZIP-0009", "O conteúdo do zip passa de " + size_for_people(limit) + " descompactado. Divida-o em zips menores.");
}
Error bomb() {
    return size("ZIP-0010", "O zip cresce demais ao ser descompactado e foi recusado por segurança. Gere-o de novo no sistema de origem.");
}
Error nested(std::size_t position) {
    return input("ZIP-0011", the_entry(position) + "é outro arquivo compactado. Envie cada zip separadamente.");
}
Error special_file(std::size_t position) {
    return input("ZIP-0012", the_entry(position) + "é um atalho, e não um arquivo. Gere o zip de novo com os próprios arquivos.");
}
Error headers_disagree(std::size_t position) {
    return input("ZIP-0013", the_entry(position) + "tem informações que se contradizem: o zip está danificado ou foi adulterado. Gere-o de novo.");
}
Error directory_damaged() {
    return input("ZIP-0013", "O índice do zip está danificado ou foi adulterado. Gere o zip de novo ou copie-o outra vez.");
}
Error damaged(std::size_t position) {
    return input("ZIP-0014", the_entry(position) + "está danificado. Gere o zip de novo ou copie-o outra vez.");
}
Error unreadable_file() {
    return {ErrorKind::unavailable, "ZIP-0015", "O arquivo não pôde ser lido. Confira se ele existe e se há permissão de leitura."};
}
Error unwritable_file() {
    return {ErrorKind::unavailable, "ZIP-0016",
            "O zip não pôde ser gravado. Confira o espaço em disco, a permissão da pasta e se já não existe um arquivo com esse nome."};
}

Error unusable_comment() { return input("ZIP-0017", "O comentário do zip é longo demais ou se confunde com o fim do arquivo."); }

}  // namespace aroeira::zip::refusal
