// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/api/ficha.hpp"
#include "modules/fichas/domain/ledi/decode.hpp"
#include "modules/fichas/domain/ledi/describe.hpp"

namespace aroeira::fichas {

namespace detail {
template <class T>
std::optional<std::int64_t> attended_at(const ledi::Record& record) {
    const auto& ficha = static_cast<const T&>(record);
    if constexpr (requires { ficha.headerTransport; }) {
        return ficha.headerTransport ? ficha.headerTransport->dataAtendimento : std::nullopt;
    } else {
        return ficha.dataEvolucao;
    }
}
template <class T>
std::string_view uuid(const ledi::Record& record) {
    const auto& ficha = static_cast<const T&>(record);
    if constexpr (requires { ficha.uuidFicha; }) return ficha.uuidFicha;
    else if constexpr (requires { ficha.uuidEvolucao; }) return ficha.uuidEvolucao;
    else return ficha.uuid;
}
template <class T>
std::string_view cbo(const ledi::Record& record) {
    const auto& ficha = static_cast<const T&>(record);
    if constexpr (requires { ficha.headerTransport->lotacaoFormPrincipal; }) {
        const auto& header = ficha.headerTransport;
        return header && header->lotacaoFormPrincipal ? header->lotacaoFormPrincipal->cboCodigo_2002 : std::string_view{};
    } else if constexpr (requires { ficha.headerTransport; }) {
        return ficha.headerTransport ? ficha.headerTransport->cboCodigo_2002 : std::string_view{};
    } else {
        return ficha.lotacaoEvolucao ? ficha.lotacaoEvolucao->cboCodigo_2002 : std::string_view{};
    }
}
}  // namespace detail

/// Turns a declaration into a TipoDeFicha. Include it only from the translation unit of a record,
/// so that nobody else pays for the templates.
template <class T>
constexpr TipoDeFicha define(int codigo, std::string_view sigla, std::string_view nome,
                             std::string_view xml_element, std::string_view xml_namespace) {
    TipoDeFicha tipo{codigo, sigla, nome, xml_element, xml_namespace};
    tipo.info = &ledi::describe<T>;
    tipo.decode = [](std::string_view bytes, Arena& arena, ledi::DecodeError& error) -> const ledi::Record* {
        T* ficha = arena.make<T>(1);
        ledi::Decoder decoder(bytes, arena);
        if (ficha && decoder.decode(*ficha)) return ficha;
        error = decoder.error();
        return nullptr;
    };
    tipo.make = [](Arena& arena) -> ledi::Record* { return arena.make<T>(1); };
    tipo.attended_at = &detail::attended_at<T>;
    tipo.uuid = &detail::uuid<T>;
    tipo.cbo = &detail::cbo<T>;
    return tipo;
}

}  // namespace aroeira::fichas
