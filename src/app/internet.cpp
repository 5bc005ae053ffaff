// SPDX-License-Identifier: Apache-2.0
#include "app/internet.hpp"

#include "modules/instalacoes/store/sql_settings_store.hpp"

namespace aroeira::app {
namespace {

constexpr std::chrono::hours kLooksAgain{24};

Result<bool> enabled_in(db::Database& database) {
    bool enabled = true;
    AROEIRA_CHECK(database.read([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(enabled, instalacoes::SqlSettingsStore(session).internet_enabled());
        return {};
    }));
    return enabled;
}

/// The job itself, but that it should stop once the connection is disabled.
class Guarded final : public jobs::Context {
public:
    Guarded(jobs::Context& behind, db::Database& database) : behind_(behind), database_(database) {}
    [[nodiscard]] const jobs::TrabalhoId& id() const override { return behind_.id(); }
    [[nodiscard]] std::string_view argument() const override { return behind_.argument(); }
    [[nodiscard]] std::string_view cursor() const override { return behind_.cursor(); }
    void progress(std::string_view stage, std::int64_t done, std::int64_t total) override { behind_.progress(stage, done, total); }
    Result<void> save_cursor(db::Session& session, std::string_view cursor, std::int64_t done, std::int64_t total) override {
        return behind_.save_cursor(session, cursor, done, total);
    }
    [[nodiscard]] bool should_stop() const override {
        if (behind_.should_stop()) return true;
        const auto enabled = enabled_in(database_);
        return enabled && !*enabled;
    }
    void again_at(Instant at) override { behind_.again_at(at); }

private:
    jobs::Context& behind_;
    db::Database& database_;
};

}  // namespace

jobs::Handler needing_internet(db::Database& database, const Clock& clock, jobs::Handler handler) {
    return [&database, &clock, handler = std::move(handler)](jobs::Context& job) -> Result<std::string> {
        AROEIRA_TRY(const bool enabled, enabled_in(database));
        if (!enabled) {
            job.again_at(clock.now() + kLooksAgain);
            return std::string("{}");
        }
        Guarded guarded(job, database);
        return handler(guarded);
    };
}

Result<client::Answer> GuardedTransport::send(const client::Call& call) {
    AROEIRA_TRY(const bool enabled, enabled_in(database_));
    if (!enabled)
        return Error{ErrorKind::unavailable, "CLIENT-0005",
                     "A conexão com a internet está desabilitada nesta instalação. O administrador pode habilitá-la em «Configurações da instalação», «Conexão»."};
    return behind_.send(call);
}

}  // namespace aroeira::app
