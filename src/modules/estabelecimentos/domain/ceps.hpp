// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

/// The base of addresses that a CEP is looked up in. Source: manual PEC 3.5.1, «Endereço Residencial».
namespace aroeira::estabelecimentos {

struct EnderecoDoCep {
    std::string cep{};
    std::string uf{};
    std::string cidade{};  ///< IBGE.
    std::string bairro{}, logradouro{};
};

/// Errors of every method: `unavailable` DB-0004.
class CepStore {
public:
    virtual ~CepStore() = default;
    virtual Result<std::optional<EnderecoDoCep>> find(std::string_view cep) = 0;
    /// The base becomes what `next` gives, until it gives false. Errors: also those of `next`; nothing is changed then.
    virtual Result<std::int64_t> replace(const std::function<Result<bool>(EnderecoDoCep&)>& next) = 0;
};

}  // namespace aroeira::estabelecimentos
