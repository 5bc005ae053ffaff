// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/operations/recovery.hpp"
#include "modules/identity/operations/services.hpp"
#include "platform/jobs/jobs.hpp"

namespace aroeira::identity {

/// What «Esqueci minha senha» needs besides. Filled once, in app/wiring.
struct RecoveryServices {
    Recovery& recovery;
    mail::Sender& sender;
    /// Puts the job in the queue, in a transaction of its own. Errors: `conflict` JOBS-0001; `unavailable` DB-0004.
    std::function<Result<void>(std::string argument, std::string unique_key)> enqueue;
};

inline constexpr std::string_view kRecoveryJob = "acesso_senha_por_email";
inline constexpr std::chrono::minutes kRecoveryLasts{30};
inline constexpr std::int64_t kRecoveriesMax = 3;           ///< Of one person in `kRecoveryLasts`; more are not heard.
inline constexpr std::int64_t kRecoveriesOfAddressMax = 30;  ///< Of one address in the window of wrong passwords.

/// Whether the login offers «Esqueci minha senha». Errors: `unavailable` DB-0004.
Result<bool> offers_recovery(const RecoveryServices& recovery);

/// «Esqueci minha senha»: a job sends a one-time link, if there is such a person with an e-mail. What is answered
/// and what is done here are the same for a CPF nobody has.
/// Errors: `conflict` ACESSO-0050 while letters cannot go out; `unauthenticated` ACESSO-0058 (too many from this
///         address); `unavailable` DB-0004. Source: manual, 3.1.3. Cost: two commits.
Result<void> ask_for_link(const Cpf& cpf, std::string_view address, const Services& services, const RecoveryServices& recovery);

/// The job: makes the link, worth `kRecoveryLasts`, and hands the letter over; tried again until then. The code of
/// the link is nowhere but in the letter: each try makes another one.
Result<std::string> send_link(jobs::Context& job, const Services& services, const RecoveryServices& recovery);

}  // namespace aroeira::identity
