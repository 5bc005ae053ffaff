// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "modules/audit/api/trail.hpp"

namespace aroeira::audit {

/// What the manual calls an event: every internal one is of exactly one of these. Source: manual PEC 3.9.1.
enum class EventType : std::uint8_t {
    terms_accepted, trail_accessed, user_action, account_locked, perfil_configured, backup_made, backup_broken, restore_failed,
    account_unlocked, session_ended, database_operation, login_succeeded, login_failed, password_changed, rnds_enabled, rnds_disabled,
};
inline constexpr std::array kEventTypes{
    EventType::terms_accepted, EventType::trail_accessed, EventType::user_action, EventType::account_locked,
    EventType::perfil_configured, EventType::backup_made, EventType::backup_broken, EventType::restore_failed,
    EventType::account_unlocked, EventType::session_ended, EventType::database_operation, EventType::login_succeeded,
    EventType::login_failed, EventType::password_changed, EventType::rnds_enabled, EventType::rnds_disabled,
};

/// Everything people are told of an internal event.
struct EventFacts {
    std::string_view name;      ///< The spelling in the database; kept forever.
    EventType type;
    std::string_view sentence;  ///< pt-BR: what was done, without who and when.
};
EventFacts facts_of(Event event);

inline EventType type_of(Event event) { return facts_of(event).type; }
std::string_view title_of(EventType type);  ///< Verbatim from the manual.
std::string_view code_of(EventType type);   ///< The spelling in the API.

/// The code that stands for the three acts of the backup tool together, as the manual's list has it.
inline constexpr std::string_view kAnyBackup = "copia_de_seguranca";
inline constexpr std::string_view kAnyBackupTitle = "Cópia de segurança";
inline bool is_backup(EventType type) {
    return type == EventType::backup_made || type == EventType::backup_broken || type == EventType::restore_failed;
}

}  // namespace aroeira::audit
