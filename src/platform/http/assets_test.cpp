// SPDX-License-Identifier: Apache-2.0
#include "platform/http/assets.hpp"

#include <doctest/doctest.h>

using namespace aroeira::http;
using aroeira::embedded::File;

TEST_CASE("assets are found by path, and a page's path gives the application") {
    const File files[] = {{"index.html", "<html>"},
                          {"app-X7K2QAB3.js", "js"},
                          {"app-X7K2QAB3.js.gz", "gz"},
                          {"fontes/raleway.woff2", "w"},
                          {"carta-registro.css", "c"}};
    const Assets assets(files);
    CHECK(assets.find("/")->bytes == "<html>");
    CHECK(assets.find("/recebimento/lotes")->bytes == "<html>");
    CHECK(assets.find("/app-X7K2QAB3.js")->gzip == "gz");
    CHECK(assets.find("/app-X7K2QAB3.js")->immutable);
    CHECK_FALSE(assets.find("/index.html")->immutable);
    CHECK_FALSE(assets.find("/carta-registro.css")->immutable);  // eight letters, but a word
    CHECK(assets.find("/fontes/raleway.woff2")->content_type == "font/woff2");
    CHECK(assets.find("/nada.js") == nullptr);
    CHECK(assets.find("/../etc/passwd.txt") == nullptr);
    CHECK(assets.find("/index.html")->etag != assets.find("/app-X7K2QAB3.js")->etag);
    CHECK(Assets({}).find("/") == nullptr);
}

TEST_CASE("gzip is sent to those who take it") {
    CHECK(accepts_gzip("gzip"));
    CHECK(accepts_gzip("deflate, GZIP;q=0.5, br"));
    CHECK(accepts_gzip("*"));
    CHECK_FALSE(accepts_gzip(""));
    CHECK_FALSE(accepts_gzip("gzip;q=0"));
    CHECK_FALSE(accepts_gzip("gzip;q=0.000, br"));
    CHECK_FALSE(accepts_gzip("*;q=0"));
    CHECK_FALSE(accepts_gzip("br"));
}

TEST_CASE("a known ETag is recognised in a list, weak or not") {
    CHECK(matches_etag("\"a\"", "\"a\""));
    CHECK(matches_etag("\"b\", W/\"a\"", "\"a\""));
    CHECK(matches_etag("*", "\"a\""));
    CHECK_FALSE(matches_etag("", "\"a\""));
    CHECK_FALSE(matches_etag("\"ab\"", "\"a\""));
}
