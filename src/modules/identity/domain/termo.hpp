// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>

namespace aroeira::identity {

/// The terms of use. A new text is a new number: everybody accepts again at the next entry.
inline constexpr std::int64_t kTermoVersao = 1;
inline constexpr std::string_view kTermoTexto =
    "Os dados deste sistema são de saúde e pertencem às pessoas atendidas. Ao continuar, você declara que:\n"
    "1. usa o sistema apenas para o seu trabalho, e consulta apenas os dados de que precisa para ele;\n"
    "2. mantém a sua senha e os seus códigos só com você, e sai do sistema quando deixa o computador;\n"
    "3. não copia, divulga ou entrega dados a quem não deve conhecê-los, também depois de deixar a função;\n"
    "4. sabe que cada acesso e cada alteração ficam registrados em seu nome, e que o uso indevido responde à Lei 13.709/2018 (LGPD), "
    "ao sigilo profissional e à lei penal.";

}  // namespace aroeira::identity
