// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/store/sql_settings_store.hpp"

#include "modules/instalacoes/api/clock_time.hpp"
#include "modules/instalacoes/domain/number.hpp"

namespace aroeira::instalacoes {
namespace {

constexpr db::Query kValue{"instalacoes.setting", R"sql(
    SELECT valor FROM configuracao WHERE municipio = '' AND chave = $1
)sql"};

constexpr db::Query kPut{"instalacoes.put_setting", R"sql(
    INSERT INTO configuracao (municipio, chave, valor) VALUES ('', $1, $2)
    ON CONFLICT (municipio, chave) DO UPDATE SET valor = excluded.valor
)sql"};

constexpr db::Query kPutFirst{"instalacoes.put_first_setting", R"sql(
    INSERT INTO configuracao (municipio, chave, valor) VALUES ('', $1, $2)
    ON CONFLICT (municipio, chave) DO NOTHING
)sql"};

constexpr db::Query kAdvance{"instalacoes.advance_group", R"sql(
    UPDATE configuracao SET valor = $3 WHERE municipio = '' AND chave = $1 AND valor = $2
)sql"};

constexpr std::string_view kNomeOfNobody = "Instalação sem nome";

std::string key_of_version(std::string_view group) { return "versao." + std::string(group); }

}  // namespace

Result<std::optional<std::string>> SqlSettingsStore::value(std::string_view key) {
    return session_.first(kValue, {key}, [](const db::Row& row) { return row.string(0); });
}

Result<void> SqlSettingsStore::put(std::string_view key, std::string_view value) {
    AROEIRA_CHECK(session_.run(kPut, {key, value}));
    return {};
}

Result<void> SqlSettingsStore::put_first(std::string_view key, std::string_view value) {
    AROEIRA_CHECK(session_.run(kPutFirst, {key, value}));
    return {};
}

Result<std::int64_t> SqlSettingsStore::version(std::string_view group) {
    AROEIRA_TRY(const auto kept, value(key_of_version(group)));
    return number_of(kept).value_or(0);
}

Result<void> SqlSettingsStore::advance(std::string_view group, std::int64_t seen) {
    const auto key = key_of_version(group);
    const auto next = std::to_string(seen + 1);
    AROEIRA_TRY(const auto rows, seen == 0 ? session_.run(kPutFirst, {key, next}) : session_.run(kAdvance, {key, std::to_string(seen), next}));
    if (rows == 1) return {};
    return Error{ErrorKind::conflict, "INST-0009",
                 "Outra pessoa gravou esta configuração enquanto você a alterava. O que você digitou continua na tela: confira e salve de novo, se ainda for o que quer."};
}

Result<ProcessingHours> SqlSettingsStore::processing_hours() {
    ProcessingHours hours;
    AROEIRA_TRY(const auto mode, value(keys::kProcessingMode));
    AROEIRA_TRY(const auto from, value(keys::kProcessingFrom));
    AROEIRA_TRY(const auto until, value(keys::kProcessingUntil));
    hours.continuous = mode.value_or("continuo") != "janela";
    hours.from_minutes = minutes_of(from.value_or("")).value_or(hours.from_minutes);
    hours.until_minutes = minutes_of(until.value_or("")).value_or(hours.until_minutes);
    return hours;
}

Result<void> SqlSettingsStore::put_processing_hours(const ProcessingHours& hours) {
    AROEIRA_CHECK(put(keys::kProcessingMode, hours.continuous ? "continuo" : "janela"));
    AROEIRA_CHECK(put(keys::kProcessingFrom, clock_text(hours.from_minutes)));
    return put(keys::kProcessingUntil, clock_text(hours.until_minutes));
}

Result<int> SqlSettingsStore::transmission_start_minutes() {
    AROEIRA_TRY(const auto start, value(keys::kTransmissionStart));
    return minutes_of(start.value_or("")).value_or(0);
}

Result<void> SqlSettingsStore::put_transmission_start(int minutes) { return put(keys::kTransmissionStart, clock_text(minutes)); }

Result<bool> SqlSettingsStore::internet_enabled() {
    AROEIRA_TRY(const auto kept, value(keys::kInternet));
    return kept.value_or("sim") != "nao";
}

Result<int> SqlSettingsStore::requests_max() {
    AROEIRA_TRY(const auto kept, value(keys::kRequests));
    const auto number = number_of(kept).value_or(kRequestsDefault);
    return number >= kRequestsMin && number <= kRequestsMax ? static_cast<int>(number) : kRequestsDefault;
}

Result<InstallationCard> SqlSettingsStore::card() {
    AROEIRA_TRY(const auto kept, value(keys::kInstallationId));
    const auto id = Uuid::parse(kept.value_or(""));
    if (!id) return Error{ErrorKind::internal, "INST-0008", "A instalação está sem o seu identificador. Reinicie o programa."};
    InstallationCard card{.id = *id};
    AROEIRA_TRY(const auto nome, value(keys::kInstallationNome));
    AROEIRA_TRY(const auto tipo, value(keys::kInstallationTipo));
    AROEIRA_TRY(const auto uf, value(keys::kInstallationUf));
    card.nome = nome.value_or(std::string(kNomeOfNobody));
    card.tipo = tipo_instalacao_of(tipo.value_or("")).value_or(card.tipo);
    card.uf = uf.value_or("");
    return card;
}

Result<void> SqlSettingsStore::put_card(const InstallationCard& card) {
    AROEIRA_CHECK(put(keys::kInstallationNome, card.nome));
    AROEIRA_CHECK(put(keys::kInstallationTipo, name_of(card.tipo)));
    return put(keys::kInstallationUf, card.uf);
}

}  // namespace aroeira::instalacoes
