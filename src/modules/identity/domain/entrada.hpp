// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "modules/identity/api/granted.hpp"

namespace aroeira::identity {

/// One time somebody entered as a person, or tried to.
struct Entrada {
    Instant instante{};
    std::string resultado{};  ///< ok, senha, bloqueado, codigo or sem_acesso.
    std::string endereco{};
};

inline constexpr std::chrono::days kEntradasKept{30};
inline constexpr std::int64_t kEntradasPerPage = 30;

struct EntradaPage {
    std::vector<Entrada> itens{};
    std::int64_t total = 0;
};

/// The entries of the last thirty days.
class EntradaStore {
public:
    virtual ~EntradaStore() = default;
    virtual Result<void> add(const UsuarioId& usuario, std::string_view id, const Entrada& entrada) = 0;
    /// The newest first.
    virtual Result<EntradaPage> list(const UsuarioId& usuario, Instant since, std::int64_t page) = 0;
    virtual Result<void> sweep(Instant older_than) = 0;
};

}  // namespace aroeira::identity
