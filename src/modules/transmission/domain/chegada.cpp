// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/domain/chegada.hpp"

#include <algorithm>

namespace aroeira::transmission {
namespace {

constexpr std::size_t kNameBytesMax = 200;
constexpr std::size_t kVersionBytesMax = 40;
constexpr std::int64_t kNumberMax = 1'000'000'000'000;

bool is_line(std::string_view text, std::size_t bytes_max) {
    return !text.empty() && text.size() <= bytes_max &&
           std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

bool is_sha256(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

}  // namespace

Result<void> check(const Anuncio& anuncio) {
    Error refused{ErrorKind::invalid_input, "TRANS-0024", "O anúncio do lote não pôde ser aceito. Corrija os campos indicados."};
    const auto refuse = [&](const char* field, const char* message) {
        refused.fields.push_back({"TRANS-0024", field, message, "Confira o programa que envia."});
    };
    if (anuncio.numero < 1 || anuncio.numero > kNumberMax) refuse("numero", "O número do lote começa em 1.");
    if (anuncio.fichas < 1 || anuncio.fichas > kNumberMax) refuse("fichas", "Um lote tem ao menos uma ficha.");
    if (anuncio.tamanho < 1) refuse("tamanho", "Um lote não é vazio.");
    if (!is_sha256(anuncio.sha256)) refuse("sha256", "São 64 algarismos hexadecimais, em minúsculas.");
    if (!is_uuid(anuncio.remetente.instalacao)) refuse("remetente.instalacao", "O identificador da instalação é um UUID.");
    if (!is_line(anuncio.remetente.nome, kNameBytesMax)) refuse("remetente.nome", "O nome da instalação falta ou é longo demais.");
    if (!is_line(anuncio.remetente.versao, kVersionBytesMax)) refuse("remetente.versao", "A versão do programa falta ou é longa demais.");
    if (!refused.fields.empty()) return refused;
    return {};
}

bool is_same_lote(const Anuncio& a, const Anuncio& b) {
    return a.sha256 == b.sha256 && a.tamanho == b.tamanho && a.numero == b.numero && a.remetente.instalacao == b.remetente.instalacao;
}

std::string_view name_of(SituacaoChegada situacao) {
    switch (situacao) {
        case SituacaoChegada::recebendo: return "recebendo";
        case SituacaoChegada::confirmado: return "confirmado";
        case SituacaoChegada::processado: return "processado";
        case SituacaoChegada::falhou: return "falhou";
    }
    return {};
}

}  // namespace aroeira::transmission
