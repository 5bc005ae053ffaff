// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

/// What the server itself says no with, before or after any handler.
namespace aroeira::http {

inline Error malformed_request(std::string_view why) {
    return {ErrorKind::invalid_input, "HTTP-0001",
            "O pedido não segue o protocolo HTTP: " + std::string(why) +
                " Atualize o programa que o enviou."};
}
inline Error too_large_body(std::uint64_t bytes_max) {
    return {ErrorKind::too_large, "HTTP-0005",
            "O envio passa do limite de " + std::to_string((bytes_max + 1023) / 1024) +
                " KiB. Divida o arquivo e envie de novo."};
}

inline Error too_slow() {
    return {ErrorKind::unavailable, "HTTP-0007",
            "O pedido demorou demais para chegar. Confira a rede e envie de novo."};
}
inline Error unknown_address() {
    return {ErrorKind::not_found, "HTTP-0002",
            "Este endereço não existe. Confira o que foi digitado."};
}
inline Error failure_of(std::string_view type) {
    return {ErrorKind::internal,
            "HTTP-0009",
            "Erro interno. Tente de novo; se continuar, informe ao suporte o código deste pedido.",
            {},
            std::string(type)};
}

}  // namespace aroeira::http
