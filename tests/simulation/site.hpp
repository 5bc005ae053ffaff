// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "platform/db/session.hpp"
#include "tests/simulation/network.hpp"
#include "tests/simulation/time.hpp"

namespace aroeira::crypto { class Vault; }

namespace aroeira::simulation {

/// The two unidades fichas come from; a registry may not know the second.
inline constexpr auto kFirstCnes = "2269741", kSecondCnes = "2269742";

/// What the installations of a history share.
struct Sky {
    explicit Sky(std::uint64_t seed) : dice(seed) {}
    Dice dice;
    Weather weather{};
    FixedClock clock{from_ms(1'790'000'000'000)};  ///< 2026-09-21, 11:13 in Aracaju.
    Network network{dice, weather};
};

/// One row of `ficha`.
struct Kept {
    std::string uuid;
    std::int64_t versao = 0;
    bool atual = false;
    std::string situacao;
    std::string sha256;  ///< 32 bytes.
    friend bool operator==(const Kept&, const Kept&) = default;
};

/// One row of `ficha_enviada`.
struct Sent {
    std::string uuid;
    std::string sha256;
    std::string veredito;  ///< "" when there is none yet.
    bool has_reason = false;
};

/// An installation: the program's own operations, stores and jobs over a database that survives it,
/// under a clock, a disk and a network that belong to the simulation.
class Site final : public Listener {
public:
    /// `name` is its name on the network. Its database is made once and emptied by `begin`.
    Site(std::string name, Sky& sky, const crypto::Vault& vault);
    ~Site() override;
    Site(const Site&) = delete;
    Site& operator=(const Site&) = delete;

    /// A new history: empty, of this kind ("prontuario", "centralizador_municipal", …), sending to `above` if any.
    void begin(std::string_view tipo, const Site* above);

    client::Answer hear(const client::Call& call) override;
    /// The program is gone; what it had only in memory with it.
    void die() override;

    /// A file of fichas, by hand; true when the program said it received it.
    bool receive_file(const std::string& zip);
    /// «Gerar lotes».
    void ask_for_lotes();
    /// A lote made here, saved as a file, if there is any; drawn by the dice.
    std::string save_some_lote();
    /// «Marcar para envio» of some lote.
    void hasten_some_lote();
    /// The same of every lote that is parado: somebody read why.
    void hasten_stopped_lotes();
    /// A registry of establishments, where there was one that knew less.
    void learn_registry();
    /// Runs at most `most` due jobs. True when any ran.
    bool work(int most);

    /// When its next job is due, by the true clock; far away when none is.
    Instant due_next();
    /// Some received file waits for its job, or is in its hands.
    bool is_processing();
    [[nodiscard]] std::uint64_t crashes() const { return crashes_; }

    /// How many were made here.
    std::int64_t lotes();
    std::vector<Kept> kept();
    std::vector<Sent> sent();
    /// What is not at its end, in words: lotes on their way, received files, jobs that failed.
    std::vector<std::string> unfinished();

    [[nodiscard]] const std::string& name() const { return name_; }
    /// Of its registry.
    [[nodiscard]] std::string_view edition() const { return knows_all_unidades_ ? "tudo" : "menos"; }
    SkewedClock clock;

private:
    struct Program;
    template <class F>
    bool alive(F&& act);
    void empty_database();
    void start();
    template <class T>
    std::vector<T> rows(const std::string& sql, T (*make)(const db::Row&));
    std::string name_;
    Sky& sky_;
    const crypto::Vault& vault_;
    std::unique_ptr<db::Database> disk_;
    std::set<std::string> tables_;
    std::unique_ptr<Program> program_;
    bool knows_all_unidades_ = true;
    bool sends_ = false;
    std::uint64_t crashes_ = 0;
};

}  // namespace aroeira::simulation
