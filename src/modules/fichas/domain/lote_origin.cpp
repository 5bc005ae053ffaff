// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/api/lote_origin.hpp"

namespace aroeira::fichas {
namespace {

constexpr std::size_t kCommentMax = 1024;  // more than any of ours has

}  // namespace

std::string comment_of(const LoteOrigin& origin) { return json::text_of(origin); }

std::optional<LoteOrigin> origin_in(std::string_view comment, const Ibge& municipio) {
    if (comment.size() > kCommentMax || !comment.starts_with('{')) return std::nullopt;
    auto read = json::parse<LoteOrigin>(comment);
    if (!read || read->aroeira != 1 || read->numero < 1 || read->municipio != municipio.text()) return std::nullopt;
    if (!is_uuid(read->lote) || !is_uuid(read->remetente)) return std::nullopt;
    return std::move(*read);
}

}  // namespace aroeira::fichas
