// SPDX-License-Identifier: Apache-2.0
#include "platform/log/metrics.hpp"

#include <algorithm>
#include <charconv>

namespace aroeira::metrics {
namespace {

void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        if (c == '\\' || c == '"') out += '\\';
        out += c;
    }
}

/// `canal="online",tipo="8"`: what tells one series of a family from another.
std::string key_of(std::initializer_list<Label> labels) {
    std::string key;
    for (const auto& label : labels) {
        if (!key.empty()) key += ',';
        key += label.name.text();
        key += "=\"";
        append_escaped(key, label.value);
        key += '"';
    }
    return key;
}

template <class N>
void append_number(std::string& out, N number) {
    char buffer[32];
    out.append(buffer, std::to_chars(buffer, std::end(buffer), number).ptr);
}

template <class N>
void append_sample(std::string& out, std::string_view name, std::string_view suffix, std::string_view key, N number) {
    out += name;
    out += suffix;
    if (!key.empty()) {
        out += '{';
        out += key;
        out += '}';
    }
    out += ' ';
    append_number(out, number);
    out += '\n';
}

void append_histogram(std::string& out, std::string_view name, const std::string& key, const Histogram& histogram) {
    std::uint64_t below = 0;
    for (std::size_t i = 0; i <= histogram.bounds().size(); ++i) {
        below += histogram.in_bucket(i);
        std::string bucket = key.empty() ? "le=\"" : key + ",le=\"";
        if (i == histogram.bounds().size()) bucket += "+Inf";
        else append_number(bucket, histogram.bounds()[i]);
        append_sample(out, name, "_bucket", bucket + "\"", below);
    }
    append_sample(out, name, "_sum", key, histogram.sum());
    append_sample(out, name, "_count", key, below);
}

template <class T, class... Arguments>
T& find_or_make(std::map<std::string, std::unique_ptr<T>>& series, std::initializer_list<Label> labels, Arguments... arguments) {
    auto& place = series[key_of(labels)];
    if (!place) place = std::make_unique<T>(arguments...);
    return *place;
}

}  // namespace

Histogram::Histogram(std::span<const double> bounds)
    : bounds_(bounds.begin(), bounds.end()), counts_(std::make_unique<std::atomic<std::uint64_t>[]>(bounds.size() + 1)) {
    INVARIANT(std::is_sorted(bounds_.begin(), bounds_.end()), "the bounds of a histogram grow");
}

void Histogram::observe(double value) {
    const auto bucket = std::lower_bound(bounds_.begin(), bounds_.end(), value) - bounds_.begin();
    counts_[static_cast<std::size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
    sum_.fetch_add(value, std::memory_order_relaxed);
}

Registry::Family& Registry::family(std::string_view name, std::string_view help, std::string_view kind) {
    auto& found = families_.try_emplace(std::string(name), Family{.kind = kind, .help = help}).first->second;
    INVARIANT(found.kind == kind, "a metric is of one kind");
    return found;
}

Counter& Registry::counter(log::FieldName name, log::Literal help, std::initializer_list<Label> labels) {
    const std::lock_guard lock(mutex_);
    return find_or_make(family(name.text(), help.text(), "counter").counters, labels);
}

Gauge& Registry::gauge(log::FieldName name, log::Literal help, std::initializer_list<Label> labels) {
    const std::lock_guard lock(mutex_);
    return find_or_make(family(name.text(), help.text(), "gauge").gauges, labels);
}

Histogram& Registry::histogram(log::FieldName name, log::Literal help, std::initializer_list<Label> labels, std::span<const double> bounds) {
    const std::lock_guard lock(mutex_);
    return find_or_make(family(name.text(), help.text(), "histogram").histograms, labels, bounds);
}

std::string Registry::text() const {
    const std::lock_guard lock(mutex_);
    std::string out;
    for (const auto& [name, family] : families_) {
        out += "# HELP " + name + " ";
        append_escaped(out, family.help);
        out += "\n# TYPE " + name + " " + std::string(family.kind) + "\n";
        for (const auto& [key, counter] : family.counters) append_sample(out, name, "", key, counter->value());
        for (const auto& [key, gauge] : family.gauges) append_sample(out, name, "", key, gauge->value());
        for (const auto& [key, histogram] : family.histograms) append_histogram(out, name, key, *histogram);
    }
    return out;
}

}  // namespace aroeira::metrics
