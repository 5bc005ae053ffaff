// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/store/sql_contacts.hpp"

namespace aroeira::estabelecimentos {
namespace {

constexpr db::Query kEmail{"estabelecimentos.email_of", R"sql(
    SELECT email FROM profissional WHERE municipio = $1 AND cpf = $2 AND ativo = 1
)sql"};

constexpr db::Query kEach{"estabelecimentos.each_contact", R"sql(
    SELECT municipio, id, cpf, nome FROM profissional WHERE ativo = 1 ORDER BY nome, municipio, id
)sql"};

constexpr db::Query kFind{"estabelecimentos.find_contact", R"sql(
    SELECT municipio, id, cpf, nome FROM profissional WHERE municipio = $1 AND id = $2 AND ativo = 1
)sql"};

Contact contact_of(const db::Row& row) { return {Ibge::parse(row.text(0)).value(), row.string(1), Cpf::parse(row.text(2)).value(), row.string(3)}; }

}  // namespace

Result<std::string> email_of(db::Session& session, const Ibge& municipio, const Cpf& cpf) {
    AROEIRA_TRY(auto found, session.first(kEmail, {municipio, cpf}, [](const db::Row& row) { return row.string(0); }));
    return found.value_or("");
}

Result<void> each_contact(db::Session& session, const std::function<bool(const Contact&)>& visit) {
    return session.each(kEach, {}, [&](const db::Row& row) { return visit(contact_of(row)); });
}

Result<std::optional<Contact>> find_contact(db::Session& session, const Ibge& municipio, std::string_view id) {
    return session.first(kFind, {municipio, id}, contact_of);
}

}  // namespace aroeira::estabelecimentos
