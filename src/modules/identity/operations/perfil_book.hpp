// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <shared_mutex>
#include <string>

#include "modules/identity/domain/perfil.hpp"

namespace aroeira::identity {

/// What each perfil may do, remembered from request to request. A perfil is known by its version, which every request
/// reads with its session: whichever node changed it, the next request of every node asks the database again.
/// Safe from any thread.
class PerfilBook {
public:
    std::optional<PermissionSet> find(const Perfil& perfil) const;
    void keep(const Perfil& perfil, PermissionSet permissions);

private:
    struct Known {
        std::int64_t versao;
        bool as_shipped;
        PermissionSet permissions;
    };
    mutable std::shared_mutex mutex_;
    std::map<std::string, Known, std::less<>> known_;
};

/// What somebody with this perfil may do. Errors: `unavailable` DB-0004.
Result<PermissionSet> permissions_of(const Perfil& perfil, PerfilStore& perfis, PerfilBook& book);

}  // namespace aroeira::identity
