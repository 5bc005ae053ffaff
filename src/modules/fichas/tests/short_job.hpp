// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/operations/job_argument.hpp"
#include "modules/fichas/tests/world.hpp"

namespace aroeira::fichas::testing {

/// A run of the job that ends where the test says: as when the program stops, or another node took the lease.
class ShortJob final : public jobs::Context {
public:
    ShortJob(const LoteId& lote, IdSource& ids)
        : id_(ids.make<jobs::Trabalho>()),
          argument_(json::text_of(LoteArgument{std::string(aracaju().text()), std::string(lote.text())})) {}
    [[nodiscard]] const jobs::TrabalhoId& id() const override { return id_; }
    [[nodiscard]] std::string_view argument() const override { return argument_; }
    [[nodiscard]] std::string_view cursor() const override { return saved; }
    void progress(std::string_view, std::int64_t, std::int64_t) override {}
    Result<void> save_cursor(db::Session&, std::string_view cursor, std::int64_t, std::int64_t) override {
        if (meets_another) return Error{ErrorKind::conflict, "DB-0003", "Este registro já existe."};
        if (saves_left-- <= 0) return Error{ErrorKind::conflict, "JOBS-0004", "O trabalho passou a outro executor."};
        saved = cursor;
        return {};
    }
    [[nodiscard]] bool should_stop() const override { return stops; }
    void again_at(Instant) override {}

    std::string saved;
    int saves_left = 1000;
    bool stops = false;
    bool meets_another = false;  ///< Another worker keeps the same fichas at once.

private:
    jobs::TrabalhoId id_;
    std::string argument_;
};

}  // namespace aroeira::fichas::testing
