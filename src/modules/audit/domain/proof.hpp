// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "platform/json/json.hpp"

namespace aroeira::audit {

/// An event as the proof carries it: every column that is hashed.
struct ProvenEvent {
    std::string municipio{};
    std::string id{};
    std::int64_t instante_ms = 0;
    std::string evento{};
    std::string ator{};
    std::string endereco{};
    std::string entidade{};
    std::string entidade_id{};
    std::string detalhes{};
    static constexpr auto fields = std::tuple{
        json::field("municipio", &ProvenEvent::municipio), json::field("id", &ProvenEvent::id), json::field("instante_ms", &ProvenEvent::instante_ms),
        json::field("evento", &ProvenEvent::evento), json::field("ator", &ProvenEvent::ator), json::field("endereco", &ProvenEvent::endereco),
        json::field("entidade", &ProvenEvent::entidade), json::field("entidade_id", &ProvenEvent::entidade_id), json::field("detalhes", &ProvenEvent::detalhes)};
};

/// That an event is in the trail of an installation, as anybody can check who has its public key.
struct Proof {
    std::string format{"aroeira-prova-1"};
    ProvenEvent event{};
    std::int64_t position = 0;        ///< From 1.
    std::int64_t size = 0;            ///< Of the chain when it was proven.
    std::vector<std::string> path{};  ///< Hexadecimal, from the event up. Source: RFC 6962, 2.1.1.
    std::string root{};               ///< Hexadecimal.
    std::string public_key{};         ///< Ed25519, base64.
    std::string signature{};          ///< Of the root, base64.
    static constexpr auto fields = std::tuple{
        json::field("formato", &Proof::format, "", "aroeira-prova-1"), json::field("evento", &Proof::event), json::field("ordem", &Proof::position),
        json::field("tamanho", &Proof::size), json::field("caminho", &Proof::path), json::field("raiz", &Proof::root),
        json::field("chave_publica", &Proof::public_key), json::field("assinatura", &Proof::signature)};
};

}  // namespace aroeira::audit
