// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "modules/fichas/api/ficha.hpp"
#include "platform/zip/zip.hpp"
#include "tests/oracle/agree.hpp"

// Fichas made by other programs, where there are some: AROEIRA_AMOSTRAS is a directory of .zip files.
namespace aroeira::oracle {

TEST_CASE("fichas of other makers: Thrift and we read the same, and write their bytes") {
    const char* directory = std::getenv("AROEIRA_AMOSTRAS");
    if (!directory) {
        MESSAGE("AROEIRA_AMOSTRAS is not set: no ficha of another maker was read");
        return;
    }
    int read_fichas = 0;
    for (const auto& file : std::filesystem::directory_iterator(directory)) {
        if (file.path().extension() != ".zip") continue;
        CAPTURE(file.path().string());
        const auto archive = zip::Archive::open_file(file.path().string());
        REQUIRE(archive);
        for (std::size_t i = 0; i < archive->size(); ++i) {
            std::string buffer;
            const auto bytes = archive->extract(i, buffer);
            REQUIRE(bytes);
            agree_on(*bytes);
            fichas::Arena arena;
            CHECK((thrift_of(fichas::decode(*bytes, arena).ficha) == *bytes));
            ++read_fichas;
        }
    }
    CHECK(read_fichas > 0);
}

}  // namespace aroeira::oracle
