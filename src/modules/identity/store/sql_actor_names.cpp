// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/store/sql_actor_names.hpp"

#include "base/text.hpp"
#include "modules/identity/api/granted.hpp"

namespace aroeira::identity {
namespace {

constexpr std::size_t kShown = 20;

constexpr db::Query kPerson{"identity.actor_person", "SELECT nome, cpf FROM usuario WHERE id = $1"};
constexpr db::Query kSystem{"identity.actor_system", "SELECT nome FROM credencial WHERE id = $1"};
// Names are compared in the program, where accents and case are folded.
constexpr db::Query kPeople{"identity.actor_people", R"sql(
    SELECT u.id, u.nome FROM usuario u
     WHERE $1 = '' OR EXISTS (SELECT 1 FROM acesso a WHERE a.usuario = u.id AND a.municipio = $1)
     ORDER BY u.nome, u.id LIMIT 20000
)sql"};

/// 12345678909 → 123.456.789-09
std::string masked_login(std::string_view cpf) {
    if (cpf.size() != 11) return {};
    std::string text(cpf.substr(0, 3));
    text.append(".").append(cpf.substr(3, 3)).append(".").append(cpf.substr(6, 3)).append("-").append(cpf.substr(9));
    return text;
}

}  // namespace

Result<std::optional<ActorName>> SqlActorNames::find(std::string_view key) {
    const std::string text(key);
    if (key == "console") return std::optional(ActorName{text, "Linha de comando", {}});
    if (key == kRoutineKey) return std::optional(ActorName{text, "Rotina automática", {}});
    AROEIRA_TRY(auto person, session_.first(kPerson, {key}, [&](const db::Row& row) { return ActorName{text, row.string(0), masked_login(row.text(1))}; }));
    if (person) return person;
    return session_.first(kSystem, {key}, [&](const db::Row& row) { return ActorName{text, row.string(0), {}}; });
}

Result<std::vector<ActorName>> SqlActorNames::search(const std::optional<Ibge>& municipio, std::string_view text) {
    const auto folded = text::fold(text);
    std::vector<ActorName> found;
    AROEIRA_CHECK(session_.each(kPeople, {municipio ? municipio->text() : std::string_view()}, [&](const db::Row& row) {
        if (text::fold(row.text(1)).find(folded) != std::string::npos) found.push_back({row.string(0), row.string(1), {}});
        return found.size() < kShown;
    }));
    return found;
}

}  // namespace aroeira::identity
