// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/fator.hpp"

#include <algorithm>
#include <string>

namespace aroeira::relatorios {
namespace {

std::string counted(std::int64_t n, std::string_view one, std::string_view many) {
    return std::to_string(n) + " " + std::string(n == 1 ? one : many);
}

}  // namespace

Result<void> check_fator(std::int64_t fator, std::size_t grupos, std::size_t meses) {
    const auto wanted_groups = static_cast<std::int64_t>(grupos), wanted_months = static_cast<std::int64_t>(meses);
    if (wanted_groups * wanted_months <= fator) return {};
    const auto groups = counted(wanted_groups, "grupo de informação", "grupos de informação");
    const auto months = counted(wanted_months, "mês", "meses");
    std::string message = groups + " em " + months + " passam do limite deste relatório (fator " + std::to_string(fator) + ").";
    const auto months_left = fator / wanted_groups, groups_left = fator / wanted_months;
    if (months_left > 0) message += " Com " + groups + ", escolha até " + counted(months_left, "mês", "meses") + ".";
    if (groups_left > 0) message += " Com " + months + ", escolha até " + counted(groups_left, "grupo", "grupos") + ".";
    Error error{ErrorKind::invalid_input, "RELAT-0007", std::move(message)};
    error.fields.push_back({"RELAT-0007", "periodo", "O período e os grupos juntos passam do limite.", "Diminua o período ou os grupos."});
    return error;
}

}  // namespace aroeira::relatorios
