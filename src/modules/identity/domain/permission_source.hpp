// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string_view>

#include "modules/identity/api/permission.hpp"
#include "modules/identity/domain/recursos.hpp"

namespace aroeira::identity {

/// One way to come by a permission.
struct PermissionSource {
    Permission permission;
    std::string_view recurso;  ///< A path of the tree; "" when every acesso has the permission.
};

/// The one place that says which recurso opens what. `fichas_receber` is not here: it is of a credencial, never of a perfil.
std::span<const PermissionSource> permission_sources();

/// What a perfil with these recursos may do.
PermissionSet permissions_given_by(const RecursoSet& recursos);

}  // namespace aroeira::identity
