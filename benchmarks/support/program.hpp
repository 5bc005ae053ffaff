// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "app/wiring.hpp"

/// The whole program over a data directory that dies with it.
namespace aroeira::bench {

/// What was asked for, or the end of the measure with the code of what went wrong.
template <class T>
T must(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "%.*s\n", static_cast<int>(result.error().code.text().size()), result.error().code.text().data());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>) return std::move(result).value();
}

class Program {
public:
    explicit Program(const char* name) : folder_(std::filesystem::temp_directory_path() / name) {
        std::filesystem::remove_all(folder_);
        app::Config config;
        config.dados = folder_.string();
        app_ = must(app::App::open(config, log_));
    }
    ~Program() {
        app_.reset();
        std::filesystem::remove_all(folder_);
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    app::App& operator*() { return *app_; }
    app::App* operator->() { return app_.get(); }
    [[nodiscard]] std::string database() const { return (folder_ / "aroeira.db").string(); }

private:
    std::filesystem::path folder_;
    SystemClock clock_;
    log::Logger log_{clock_, log::to_descriptor(2), log::Level::warning};
    std::unique_ptr<app::App> app_;
};

}  // namespace aroeira::bench
