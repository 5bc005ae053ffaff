// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace aroeira::db::postgres {

/// A `postgresql://` URL taken apart, with our defaults where it is silent. Holds the password:
/// only libpq sees `settings`, and `shown` is what a message may say.
class Address {
public:
    /// Errors: `unavailable` DB-0002. libpq's own words are left out: they quote the URL.
    static Result<Address> parse(const std::string& url);

    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& settings() const { return settings_; }
    [[nodiscard]] std::string shown() const;  ///< "host:port".
    /// The same server, and there the tables of another schema.
    [[nodiscard]] Address in_schema(const std::string& schema) const;
    [[nodiscard]] std::string get(std::string_view setting) const;

private:
    void add_default(const char* setting, const char* value);
    std::vector<std::pair<std::string, std::string>> settings_;
};

/// Why a server could not be used, for the person who installs.
Error cannot_connect(std::string cause, std::string detail = {});

}  // namespace aroeira::db::postgres
