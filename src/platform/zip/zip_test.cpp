// SPDX-License-Identifier: Apache-2.0
#include "platform/zip/zip.hpp"

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <thread>

#include <doctest/doctest.h>

using namespace aroeira;
namespace fs = std::filesystem;

namespace {

/// A directory of its own for each case.
class Scratch {
public:
    Scratch() {
        std::string pattern = (fs::temp_directory_path() / "aroeira-zip-XXXXXX").string();
        REQUIRE(mkdtemp(pattern.data()));
        path_ = pattern;
    }
    ~Scratch() { fs::remove_all(path_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }
    /// Runs a shell command inside the directory; true when it succeeds.
    [[nodiscard]] bool run(const std::string& command) const {
        return std::system(("cd '" + path_.string() + "' && (" + command + ") > saida.txt 2>&1").c_str()) == 0;
    }
    void keep(const std::string& name, std::string_view content) const {
        fs::create_directories(fs::path(file(name)).parent_path());
        std::ofstream(file(name), std::ios::binary) << content;
    }
    [[nodiscard]] std::string read(const std::string& name) const {
        std::ifstream in(file(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

private:
    fs::path path_;
};

/// Text that deflates like a ficha does, different for every seed.
std::string sample(std::size_t bytes, unsigned seed) {
    std::mt19937 random(seed);
    std::string out;
    while (out.size() < bytes) out += "campo" + std::to_string(random() % 1000) + (random() % 7 ? " visita" : "\n\0x");
    out.resize(bytes);
    return out;
}

std::string written(const std::map<std::string, std::string>& files, int level = 6) {
    std::string out;
    zip::Writer writer(out, level);
    for (const auto& [name, content] : files) REQUIRE(writer.add(name, content));
    REQUIRE(writer.finish());
    return out;
}

std::map<std::string, std::string> files_of(const zip::Archive& archive) {
    std::map<std::string, std::string> files;
    std::string buffer;
    for (std::size_t i = 0; i < archive.size(); ++i) {
        if (archive.entry(i).is_directory()) continue;
        const auto whole = archive.extract(i, buffer);
        REQUIRE(whole);
        std::string chunked;
        REQUIRE(archive.extract_stream(i, [&](std::string_view piece) -> Result<void> { chunked += piece; return {}; }));
        CHECK(chunked == *whole);
        CHECK(archive.entry(i).bytes == whole->size());
        files.emplace(archive.entry(i).name, *whole);
    }
    return files;
}

const std::map<std::string, std::string> kFiles{{"0019615-a.esus", sample(1500, 1)}, {"vazio.esus", ""}, {"um.esus", "x"},
                                                {"pasta/visão.esus.xml", sample(70'000, 2)}, {"grande.xml", sample(5 << 20, 3)}};

}  // namespace

TEST_CASE("What the writer wrote the reader reads, at every level") {
    for (const int level : {0, 1, 6, 12}) {
        const auto bytes = written(kFiles, level);
        const auto archive = zip::Archive::open(bytes);
        REQUIRE(archive);
        CHECK(files_of(*archive) == kFiles);
    }
}

TEST_CASE("The same content makes the same bytes") { CHECK(written(kFiles) == written(kFiles)); }

TEST_CASE("A comment goes with the archive, is given back, and changes nothing of what is inside") {
    const Scratch scratch;
    const std::string comment = R"({"aroeira":1,"numero":7})";
    for (const auto& told : {std::string(), comment, std::string(65'535, 'c')}) {
        std::string bytes;
        zip::Writer writer(bytes);
        for (const auto& [name, content] : kFiles) REQUIRE(writer.add(name, content));
        REQUIRE(writer.finish(told));
        const auto archive = zip::Archive::open(bytes);
        REQUIRE(archive);
        CHECK(archive->comment() == told);
        CHECK(files_of(*archive) == kFiles);
        scratch.keep("comentado.zip", bytes);
        CHECK(scratch.run("unzip -tq comentado.zip"));
    }
    CHECK(scratch.run("python3 -c \"import zipfile; z = zipfile.ZipFile('comentado.zip'); assert z.comment == b'c' * 65535\""));
    REQUIRE(scratch.run("printf 'do Info-ZIP' | zip -q -z comentado.zip > saida"));
    const auto theirs = zip::Archive::open_file(scratch.file("comentado.zip"));
    REQUIRE(theirs);
    CHECK(theirs->comment() == "do Info-ZIP");
}

TEST_CASE("Bad input: a comment that is too long, or holds the mark of an end, is not written") {
    for (const auto& comment : {std::string(65'536, 'c'), std::string("antes PK\x05\x06 depois")}) {
        std::string bytes;
        zip::Writer writer(bytes);
        REQUIRE(writer.add("a.esus", "x"));
        CHECK(writer.finish(comment).error().code.text() == "ZIP-0017");
    }
}

TEST_CASE("Archives of Info-ZIP are read, deflated and stored, with folders") {
    const Scratch scratch;
    for (const auto& [name, content] : kFiles) scratch.keep(name, content);
    REQUIRE(scratch.run("zip -r -q normal.zip 0019615-a.esus vazio.esus um.esus pasta grande.xml"));
    REQUIRE(scratch.run("zip -r -q -0 guardado.zip 0019615-a.esus vazio.esus um.esus pasta grande.xml"));
    REQUIRE(scratch.run("cat grande.xml | zip -q -fz- entrada.zip -"));
    REQUIRE(scratch.run("zip -q - grande.xml | cat > saida.zip"));  // Sizes come after the content.
    for (const std::string name : {"normal.zip", "guardado.zip"}) {
        const auto archive = zip::Archive::open_file(scratch.file(name));
        REQUIRE(archive);
        CHECK(files_of(*archive) == kFiles);
    }
    const auto from_pipe = zip::Archive::open_file(scratch.file("entrada.zip"));
    REQUIRE(from_pipe);
    CHECK(files_of(*from_pipe).at("-") == kFiles.at("grande.xml"));
    const auto to_pipe = zip::Archive::open_file(scratch.file("saida.zip"));
    REQUIRE(to_pipe);
    CHECK(files_of(*to_pipe).at("grande.xml") == kFiles.at("grande.xml"));
}

TEST_CASE("Archives of Python are read, with zip64 headers and with descriptors") {
    const Scratch scratch;
    scratch.keep("a.py", R"(
import zipfile, io, sys
class Pipe(io.RawIOBase):
    def __init__(self, f): self.f = f
    def writable(self): return True
    def write(self, b): return self.f.write(bytes(b))
with zipfile.ZipFile('force64.zip', 'w', zipfile.ZIP_DEFLATED) as z:
    with z.open('ficha.esus', 'w', force_zip64=True) as f: f.write(b'conteudo ' * 100)
with zipfile.ZipFile(Pipe(open('pipe.zip', 'wb')), 'w', zipfile.ZIP_DEFLATED) as z:
    z.writestr('ficha.esus', b'conteudo ' * 100)
    z.writestr('outra.esus', b'')
with zipfile.ZipFile('muitos.zip', 'w') as z:
    for i in range(70000): z.writestr('%d.esus' % i, b'x')
with zipfile.ZipFile('bzip.zip', 'w', zipfile.ZIP_BZIP2) as z: z.writestr('a', b'x' * 1000)
)");
    REQUIRE(scratch.run("python3 a.py"));
    for (const std::string name : {"force64.zip", "pipe.zip"}) {
        const auto archive = zip::Archive::open_file(scratch.file(name));
        REQUIRE(archive);
        CHECK(files_of(*archive).at("ficha.esus").size() == 900);
    }
    const auto many = zip::Archive::open_file(scratch.file("muitos.zip"));
    REQUIRE(many);
    CHECK(many->size() == 70'000);
    CHECK(zip::Archive::open_file(scratch.file("bzip.zip")).error().code.text() == "ZIP-0004");
}

TEST_CASE("An archive locked by Info-ZIP and one with a symbolic link are refused") {
    const Scratch scratch;
    scratch.keep("a.esus", "conteúdo");
    REQUIRE(scratch.run("zip -q -P segredo senha.zip a.esus && ln -s /etc/passwd b && zip -q -y atalho.zip b"));
    CHECK(zip::Archive::open_file(scratch.file("senha.zip")).error().code.text() == "ZIP-0003");
    CHECK(zip::Archive::open_file(scratch.file("atalho.zip")).error().code.text() == "ZIP-0012");
    CHECK(zip::Archive::open_file(scratch.file("nao-existe.zip")).error().code.text() == "ZIP-0015");
}

TEST_CASE("Our archives pass the test of Info-ZIP and are read by Python") {
    const Scratch scratch;
    {
        auto file = zip::FileSink::create(scratch.file("nosso.zip"));
        REQUIRE(file);
        zip::Writer writer([&](std::string_view bytes) { return file->write(bytes); });
        for (const auto& [name, content] : kFiles) REQUIRE(writer.add(name, content));
        REQUIRE(writer.finish());
        REQUIRE(file->close());
    }
    CHECK(scratch.run("unzip -tq nosso.zip"));
    CHECK(scratch.run("LC_ALL=C.UTF-8 unzip -q nosso.zip -d fora"));
    for (const auto& [name, content] : kFiles) CHECK(scratch.read("fora/" + name) == content);
    CHECK(scratch.run("python3 -c \"import zipfile; z = zipfile.ZipFile('nosso.zip'); assert z.testzip() is None; "
                      "assert 'pasta/visão.esus.xml' in z.namelist() and len(z.namelist()) == 5\""));
    CHECK_FALSE(zip::FileSink::create(scratch.file("nosso.zip")));
}

TEST_CASE("More than 65,535 entries make a zip64 archive that others read") {
    const Scratch scratch;
    std::string bytes;
    zip::Writer writer(bytes, 1);
    for (int i = 0; i < 70'000; ++i) REQUIRE(writer.add(std::to_string(i) + ".esus", "ficha " + std::to_string(i)));
    REQUIRE(writer.finish("muitas"));
    REQUIRE(zip::Archive::open(bytes));
    CHECK(zip::Archive::open(bytes)->comment() == "muitas");
    const auto archive = zip::Archive::open(bytes);
    REQUIRE(archive);
    CHECK(archive->size() == 70'000);
    std::string buffer;
    CHECK(archive->extract(69'999, buffer).value() == "ficha 69999");
    scratch.keep("muitos.zip", bytes);
    CHECK(scratch.run("unzip -tq muitos.zip"));
    CHECK(scratch.run("python3 -c \"import zipfile; assert len(zipfile.ZipFile('muitos.zip').namelist()) == 70000\""));
}

TEST_CASE("The writer refuses what the reader would refuse") {
    std::string out;
    zip::Writer writer(out);
    CHECK(writer.add("../a", "x").error().code.text() == "ZIP-0005");
    CHECK(writer.add("a\xff", "x").error().code.text() == "ZIP-0005");
    REQUIRE(writer.add("a", "x"));
    CHECK(writer.add("a", "y").error().code.text() == "ZIP-0006");
}

TEST_CASE("A failing sink stops the writer with the sink's own error") {
    zip::Writer writer([](std::string_view) -> Result<void> { return Error{ErrorKind::unavailable, "ZIP-0016", "cheio"}; });
    REQUIRE(writer.add("a", "pouco"));
    CHECK(writer.finish().error().message == "cheio");
}

TEST_CASE("Names from Windows in Portuguese become UTF-8") {
    std::string bytes = written({{"aXo.esus", "x"}});
    for (auto at = bytes.find("aXo"); at != bytes.npos; at = bytes.find("aXo", at)) bytes[at + 1] = '\xc6';
    const auto archive = zip::Archive::open(bytes);
    REQUIRE(archive);
    CHECK(archive->entry(0).name == "aão.esus");
    const zip::Archive moved = std::move(const_cast<Result<zip::Archive>&>(archive).value());
    CHECK(moved.entry(0).name == "aão.esus");
}

TEST_CASE("Any byte changed is either noticed or changes nothing that is read") {
    const std::map<std::string, std::string> files{{"a.esus", sample(400, 5)}, {"b.esus", "curta"}};
    const auto good = written(files);
    for (std::size_t i = 0; i < good.size(); ++i) {
        auto bytes = good;
        bytes[i] = static_cast<char>(bytes[i] ^ 0x21);
        const auto archive = zip::Archive::open(bytes);
        if (!archive) continue;
        std::string buffer;
        for (std::size_t e = 0; e < archive->size(); ++e) {
            const auto content = archive->extract(e, buffer);
            if (content) CHECK(files.at(std::string(archive->entry(e).name)) == *content);
        }
    }
}

TEST_CASE("Several threads read one archive at once") {
    std::map<std::string, std::string> files;
    for (unsigned i = 0; i < 200; ++i) files.emplace(std::to_string(i), sample(1500, i));
    const auto bytes = written(files);
    const auto archive = zip::Archive::open(bytes);
    REQUIRE(archive);
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            std::string buffer;
            for (std::size_t i = 0; i < archive->size(); ++i) {
                const auto content = archive->extract(i, buffer);
                if (!content || *content != files.at(std::string(archive->entry(i).name))) ++wrong;
            }
        });
    for (auto& thread : threads) thread.join();
    CHECK(wrong == 0);
}

TEST_CASE("A chunk's refusal ends the extraction") {
    const auto bytes = written({{"a", sample(1 << 20, 6)}});
    const auto archive = zip::Archive::open(bytes);
    REQUIRE(archive);
    int calls = 0;
    const auto done = archive->extract_stream(0, [&](std::string_view) -> Result<void> {
        ++calls;
        return Error{ErrorKind::invalid_input, "XML-0001", "para"};
    });
    CHECK(done.error().message == "para");
    CHECK(calls == 1);
}
