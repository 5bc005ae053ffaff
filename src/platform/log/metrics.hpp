// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/log/log.hpp"

/// Numbers of the running program, for a monitor to collect. What is counted is found once and kept
/// by reference; counting is then one atomic addition.
///
///     auto& recebidas = registry.counter("aroeira_fichas_total", "Fichas recebidas.", {{"canal", "online"}});
///     recebidas.add();
namespace aroeira::metrics {

/// Only grows.
class Counter {
public:
    void add(std::uint64_t count = 1) { count_.fetch_add(count, std::memory_order_relaxed); }
    [[nodiscard]] std::uint64_t value() const { return count_.load(std::memory_order_relaxed); }

private:
    std::atomic<std::uint64_t> count_ = 0;
};

/// Goes up and down.
class Gauge {
public:
    void set(std::int64_t value) { value_.store(value, std::memory_order_relaxed); }
    void add(std::int64_t change) { value_.fetch_add(change, std::memory_order_relaxed); }
    [[nodiscard]] std::int64_t value() const { return value_.load(std::memory_order_relaxed); }

private:
    std::atomic<std::int64_t> value_ = 0;
};

/// How many observations fell at or below each bound, and their sum.
class Histogram {
public:
    /// `bounds` grow.
    explicit Histogram(std::span<const double> bounds);
    void observe(double value);
    [[nodiscard]] const std::vector<double>& bounds() const { return bounds_; }
    /// Of the bucket itself, not of those below it; the last is everything above the last bound.
    [[nodiscard]] std::uint64_t in_bucket(std::size_t index) const { return counts_[index].load(std::memory_order_relaxed); }
    [[nodiscard]] double sum() const { return sum_.load(std::memory_order_relaxed); }

private:
    std::vector<double> bounds_;
    std::unique_ptr<std::atomic<std::uint64_t>[]> counts_;
    std::atomic<double> sum_ = 0;
};

/// Seconds of a request or a job.
inline constexpr double kSeconds[] = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60};

/// A dimension of a series. The value comes from the source code or from an enum: never from input,
/// which would make a series of every citizen.
struct Label {
    log::FieldName name;
    std::string_view value;

    template <std::size_t N>
    consteval Label(log::FieldName called, const char (&text)[N]) : name(called), value(text, N - 1) {}
    template <class E>
        requires(std::is_enum_v<E>)
    Label(log::FieldName called, E which) : name(called), value(name_of(which)) {}
};

/// All series of the program. Injected; safe from any thread.
class Registry {
public:
    /// The same name and labels give the same series. A name is of one kind only.
    /// Unit: in the name, as Prometheus wants it (`_total`, `_seconds`, `_bytes`).
    Counter& counter(log::FieldName name, log::Literal help, std::initializer_list<Label> labels = {});
    Gauge& gauge(log::FieldName name, log::Literal help, std::initializer_list<Label> labels = {});
    Histogram& histogram(log::FieldName name, log::Literal help, std::initializer_list<Label> labels = {},
                         std::span<const double> bounds = kSeconds);

    /// The text a monitor collects. Source: Prometheus, text exposition format 0.0.4.
    [[nodiscard]] std::string text() const;

private:
    struct Family {
        std::string_view kind, help;
        std::map<std::string, std::unique_ptr<Counter>> counters{};
        std::map<std::string, std::unique_ptr<Gauge>> gauges{};
        std::map<std::string, std::unique_ptr<Histogram>> histograms{};
    };
    Family& family(std::string_view name, std::string_view help, std::string_view kind);

    mutable std::mutex mutex_;
    std::map<std::string, Family, std::less<>> families_;
};

}  // namespace aroeira::metrics
