// SPDX-License-Identifier: Apache-2.0
#include "platform/xml/xml.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

#include <doctest/doctest.h>

using namespace aroeira;

namespace {

/// Writes down what it hears: <name k=v>, text, </name>.
struct Recorder : xml::Handler {
    std::string heard{};
    std::size_t starts = 0;
    Result<void> start(std::string_view name, const xml::Attributes& attributes) override {
        ++starts;
        heard += "<" + std::string(name);
        attributes.each([&](const xml::Attribute& a) { heard += " " + std::string(a.name) + "=" + std::string(a.value); });
        heard += ">";
        return {};
    }
    Result<void> end(std::string_view name) override {
        heard += "</" + std::string(name) + ">";
        return {};
    }
    Result<void> text(std::string_view value) override {
        heard += "[" + std::string(value) + "]";
        return {};
    }
    Result<void> instruction(std::string_view target, std::string_view data) override {
        heard += "?" + std::string(target) + ":" + std::string(data) + "?";
        return {};
    }
};

std::string heard(std::string_view text, const xml::Options& options = {}) {
    Recorder recorder;
    const auto done = xml::parse(text, recorder, options);
    return done ? recorder.heard : std::string(done.error().code.text());
}

/// The code a document is refused with, or "" when it is read.
std::string refused(std::string_view text, const xml::Options& options = {}) {
    Recorder recorder;
    const auto done = xml::parse(text, recorder, options);
    if (done) return "";
    CHECK_FALSE(done.error().message.empty());
    return std::string(done.error().code.text());
}

}  // namespace

TEST_CASE("Elements, attributes and text arrive in order, entities resolved and text whole") {
    CHECK(heard("<a x='1' y='&lt;&#231;'>um &amp; dois<b/><![CDATA[<c>]]> três</a>") ==
          "<a x=1 y=<ç>[um & dois]<b></b>[<c> três]</a>");
}

TEST_CASE("The cut of the chunks changes nothing") {
    const std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a k=\"ação\">visão <b>ç</b>&amp;</a>";
    const auto whole = heard(text);
    for (std::size_t size = 1; size < text.size(); ++size) {
        Recorder recorder;
        xml::Parser parser(recorder);
        for (std::size_t at = 0; at < text.size(); at += size) REQUIRE(parser.feed(std::string_view(text).substr(at, size)));
        REQUIRE(parser.finish());
        CHECK(recorder.heard == whole);
    }
}

TEST_CASE("Attributes are found in any order, by their whole name only") {
    struct Asker : Recorder {
        Result<void> start(std::string_view, const xml::Attributes& attributes) override {
            CHECK(attributes.size() == 3);
            for (int round = 0; round < 2; ++round) {
                CHECK(attributes.get("NOME") == "Ana");
                CHECK(attributes.get("CNES") == "2269741");
                CHECK(attributes.get("NOME_FANTASIA") == "");
                CHECK(attributes.find("NOME_FANTASIA").has_value());
                CHECK_FALSE(attributes.find("NO").has_value());
                CHECK_FALSE(attributes.find("NOME_FANTASIAS").has_value());
            }
            return {};
        }
    } asker;
    CHECK(xml::parse("<a CNES='2269741' NOME_FANTASIA='' NOME='Ana'/>", asker));
}

TEST_CASE("ISO-8859-1 becomes UTF-8, as its declaration asks") {
    CHECK(heard("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a n=\"JO\xc3O\">\xe7</a>") == "<a n=JOÃO>[ç]</a>");
    CHECK(heard("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a/>") == "<a></a>");
    CHECK(heard("\xef\xbb\xbf<a/>") == "<a></a>");
}

TEST_CASE("Other encodings are refused, declared or sniffed") {
    CHECK(refused("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>") == "XML-0004");
    CHECK(refused("<?xml version=\"1.0\" encoding=\"windows-1252\"?><a/>") == "XML-0004");
    CHECK(refused("<?xml version=\"1.0\" encoding=\"EBCDIC\"?><a/>") == "XML-0004");
    CHECK(refused(std::string("\xff\xfe<\0a\0/\0>\0", 10)) == "XML-0004");
    CHECK(refused(std::string("<\0a\0/\0>\0", 8)) == "XML-0004");
}

TEST_CASE("Bytes that are not UTF-8 are refused with their line") {
    Recorder recorder;
    const auto done = xml::parse("<a>\n<b n=\"JO\xc3O\"/></a>", recorder);
    REQUIRE_FALSE(done);
    CHECK(done.error().code.text() == "XML-0005");
    CHECK(done.error().message.find("Linha 2") != std::string::npos);
    CHECK(refused("<a>\xff</a>") == "XML-0005");
    CHECK(refused("<a>\xed\xa0\x80</a>") == "XML-0005");  // A surrogate.
    CHECK(refused("<a>\xc0\xaf</a>") == "XML-0005");      // An overlong slash.
}

TEST_CASE("A DOCTYPE is refused, whatever it wants to do (ASVS 5.0 V1.5.1)") {
    CHECK(refused("<!DOCTYPE a><a/>") == "XML-0002");
    CHECK(refused("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>") == "XML-0002");
    CHECK(refused("<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/x.dtd\"><a/>") == "XML-0002");
    CHECK(refused("<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]><a/>") == "XML-0002");
    CHECK(refused("<a>&x;</a>") == "XML-0002");
    std::string laughs = "<!DOCTYPE a [<!ENTITY l0 \"ha\">";
    for (int i = 1; i < 10; ++i) {
        laughs += "<!ENTITY l" + std::to_string(i) + " \"";
        for (int k = 0; k < 10; ++k) laughs += "&l" + std::to_string(i - 1) + ";";
        laughs += "\">";
    }
    CHECK(refused(laughs + "]><a>&l9;</a>") == "XML-0002");
}

TEST_CASE("Ten thousand levels are refused at the sixty-fifth") {
    std::string deep;
    for (int i = 0; i < 10'000; ++i) deep += "<a>";
    Recorder recorder;
    const auto done = xml::parse(deep, recorder);
    REQUIRE_FALSE(done);
    CHECK(done.error().code.text() == "XML-0003");
    CHECK(recorder.starts == 64);
}

TEST_CASE("Sizes are bounded: attributes, values, texts and tokens that never end") {
    std::string many = "<a";
    for (int i = 0; i < 300; ++i) many += " k" + std::to_string(i) + "=''";
    CHECK(refused(many + "/>") == "XML-0006");
    CHECK(refused("<a k='" + std::string(70'000, 'x') + "'/>") == "XML-0006");
    CHECK(refused("<a>" + std::string(2 << 20, 'x') + "</a>") == "XML-0006");
    Recorder recorder;
    xml::Parser parser(recorder);
    REQUIRE(parser.feed("<a><!--"));
    Result<void> done;
    std::size_t fed = 0;
    for (; done && fed < (64 << 20); fed += 100'000) done = parser.feed(std::string(100'000, 'x'));
    REQUIRE_FALSE(done);
    CHECK(done.error().code.text() == "XML-0006");
    CHECK(fed < (2 << 20));
    CHECK(parser.feed("x").error().code.text() == "XML-0006");
}

TEST_CASE("What is not XML is refused with line and cause") {
    CHECK(refused("") == "XML-0007");
    CHECK(refused("<a><b></b>") == "XML-0007");
    CHECK(refused("<a") == "XML-0007");
    CHECK(refused("<a></b>") == "XML-0001");
    CHECK(refused("<a k='1' k='2'/>") == "XML-0001");
    CHECK(refused("<a/><b/>") == "XML-0001");
    CHECK(refused("<a k=1/>") == "XML-0001");
    CHECK(refused("não é xml") == "XML-0001");
    CHECK(refused("<a>&#0;</a>") == "XML-0001");
    Recorder recorder;
    const auto done = xml::parse("<a>\n\n</b>", recorder);
    CHECK(done.error().message.find("Linha 3") == 0);
    CHECK(done.error().message.find("nome de outro") != std::string::npos);
}

TEST_CASE("A handler's refusal ends the parsing and is its result") {
    struct Refuser : Recorder {
        Result<void> start(std::string_view name, const xml::Attributes& attributes) override {
            if (name == "c") return Error{ErrorKind::conflict, "CNES-0001", "outro município"};
            return Recorder::start(name, attributes);
        }
    } refuser;
    const auto done = xml::parse("<a><b/><c/><d/></a>", refuser);
    REQUIRE_FALSE(done);
    CHECK(done.error().code.text() == "CNES-0001");
    CHECK(refuser.heard == "<a><b></b>");
}

TEST_CASE("A handler may ask for the line it is at") {
    struct Liner : Recorder {
        xml::Parser* parser = nullptr;
        std::vector<std::uint64_t> lines{};
        Result<void> start(std::string_view, const xml::Attributes&) override {
            lines.push_back(parser->line());
            return {};
        }
    } liner;
    xml::Parser parser(liner);
    liner.parser = &parser;
    REQUIRE(parser.feed("<a>\n  <b/>\n\n<c/>"));
    CHECK(liner.lines == std::vector<std::uint64_t>{1, 2, 4});
}

TEST_CASE("Namespaces and instructions arrive when they are asked for") {
    const std::string text = "<p:a xmlns:p='http://esus.ufsc.br/dadotransporte'><b>x</b><?campo 0a?></p:a>";
    CHECK(heard(text, {.instructions = true, .namespaces = true}) ==
          "<http://esus.ufsc.br/dadotransporte a><b>[x]</b>?campo:0a?</http://esus.ufsc.br/dadotransporte a>");
    CHECK(heard(text, {.text = false}) == "<p:a xmlns:p=http://esus.ufsc.br/dadotransporte><b></b></p:a>");
    CHECK(xml::split_name("http://x y").local == "y");
    CHECK(xml::split_name("y").space.empty());
    CHECK(refused("<q:a/>", {.namespaces = true}) == "XML-0001");
}

TEST_CASE("What the writer wrote reads back the same, and is well formed to another parser") {
    const std::string text = "a<b>&\"c\" \t\n\r ção";
    std::string out;
    xml::Writer writer(out);
    writer.declaration();
    writer.open("raiz");
    writer.attribute("k", text);
    writer.element("t", text);
    writer.element("vazio", "");
    writer.close();
    CHECK(heard(out) == "<raiz k=" + text + "><t>[" + text + "]</t><vazio></vazio></raiz>");
    CHECK(out.find("<vazio/>") != std::string::npos);
    const auto path = std::filesystem::temp_directory_path() / ("aroeira-xml-" + std::to_string(std::rand()) + ".xml");
    std::ofstream(path, std::ios::binary) << out;
    CHECK(std::system(("python3 -c \"import sys, xml.dom.minidom as m; "
                       "assert m.parse(sys.argv[1]).documentElement.getAttribute('k').encode() == "
                       "'a<b>&\\\"c\\\" \\t\\n\\r ção'.encode()\" " + path.string()).c_str()) == 0);
    std::filesystem::remove(path);
}

TEST_CASE("A character XML cannot hold is replaced, and can be asked about before") {
    CHECK_FALSE(xml::fits(std::string("a\0b", 3)));
    CHECK_FALSE(xml::fits("\x1b"));
    CHECK(xml::fits("a\tb\nç"));
    std::string out;
    xml::Writer writer(out);
    writer.element("a", "x\x01y");
    CHECK(heard(out) == "<a>[x\xef\xbf\xbdy]</a>");
}
