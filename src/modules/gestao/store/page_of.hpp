// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/gestao/domain/stores.hpp"
#include "platform/db/session.hpp"

namespace aroeira::gestao {

/// The page of the rows of a município whose folded name, in the column `busca`, has the text. The engines do not agree on
/// how to look for a part of a text: it is looked for here, and a município has few of these.
template <class T, class Make>
Result<PageOfThings<T>> page_of(db::Session& session, const db::Query& query, const Ibge& municipio, int busca_column, std::string_view busca, const PageOf& page, Make make) {
    PageOfThings<T> found;
    AROEIRA_CHECK(session.each(query, {municipio}, [&](const db::Row& row) {
        if (row.text(busca_column).find(busca) == std::string_view::npos) return true;
        if (found.total >= page.offset && found.total < page.offset + page.limit) found.items.push_back(make(row));
        ++found.total;
        return true;
    }));
    return found;
}

}  // namespace aroeira::gestao
