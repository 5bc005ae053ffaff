// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/testing/case_paths.hpp"

#include <algorithm>

namespace aroeira::fichas::testing {
namespace {

using ledi::FieldInfo;
using ledi::StructInfo;

// The attendances of a ficha that has several; null of one that is itself the attendance.
const FieldInfo* attendances(const StructInfo& root) {
    const auto found = std::find_if(root.fields.begin(), root.fields.end(), [](const FieldInfo& f) {
        return f.kind == ledi::Kind::list && f.item == ledi::Kind::record;
    });
    return found == root.fields.end() ? nullptr : &*found;
}

// The first of these names the group has.
std::string spelt(std::string_view word, const StructInfo& info) {
    constexpr std::string_view kSpellings[][2] = {
        {"nascimento", "dataNascimento"}, {"nascimento", "dtNascimento"}, {"cns", "cns"}, {"cns", "cnsCidadao"}};
    for (const auto& [alias, name] : kSpellings)
        if (word == alias && info.find(name)) return std::string(name);
    return std::string(word);
}

std::string in_header(const std::string& field, const StructInfo& root) {
    const auto* header = root.find("headerTransport");
    const bool direct = header && header->record->find(field);
    return (direct ? "headerTransport." : "headerTransport.lotacaoFormPrincipal.") + field;
}

}  // namespace

std::string real_path(const std::string& path, const StructInfo& root) {
    constexpr std::string_view kHeader = "cabecalho.", kAttendance = "atendimento.";
    if (path == "origem") return root.find("tpCdsOrigem") ? "tpCdsOrigem" : "tbCdsOrigem";
    if (path.starts_with(kHeader)) return in_header(path.substr(kHeader.size()), root);
    if (!path.starts_with(kAttendance)) return path;
    const std::string word = path.substr(kAttendance.size());
    const auto* list = attendances(root);
    return list ? std::string(list->name) + "[0]." + spelt(word, *list->record) : spelt(word, root);
}

bool has_field(const StructInfo& root, std::string_view path) {
    if (const auto dot = path.find('.'); dot != path.npos) {
        const auto* group = root.find(path.substr(0, dot));
        return group && group->record && group->record->find(path.substr(dot + 1));
    }
    const auto* list = attendances(root);
    return root.find(path) || (list && list->record->find(path));
}

}  // namespace aroeira::fichas::testing
