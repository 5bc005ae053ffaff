// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <fstream>
#include <iterator>

#include "app/cadastro.hpp"
#include "app/commands.hpp"
#include "modules/fichas/api/ficha.hpp"
#include "modules/fichas/api/findings.hpp"
#include "modules/fichas/operations/evaluate.hpp"
#include "platform/json/json.hpp"
#include "platform/zip/zip.hpp"

namespace aroeira::app {
namespace {

constexpr int kAllValid = 0, kSomeInvalid = 1, kUnreadable = 2;

/// One line of `fichas validar --json`.
struct Line {
    std::string arquivo{};
    std::string uuid{};
    std::int64_t tipo = 0;
    std::string versao{};
    std::string situacao{};
    std::vector<fichas::Finding> erros{};
    std::vector<fichas::Finding> avisos{};
    static constexpr auto fields = std::tuple{
        json::field("arquivo", &Line::arquivo), json::field("uuid", &Line::uuid), json::field("tipo", &Line::tipo),
        json::field("versao", &Line::versao), json::field("situacao", &Line::situacao, "", "valida|invalida|ilegivel"),
        json::field("erros", &Line::erros), json::field("avisos", &Line::avisos)};
};

std::vector<fichas::Finding> findings_of(const std::vector<FieldError>& list) {
    std::vector<fichas::Finding> findings;
    for (const auto& one : list) findings.push_back({one.rule, one.field, one.message, one.fix});
    return findings;
}

Line unreadable(std::string file, const FieldError& fault) {
    return {.arquivo = std::move(file), .situacao = "ilegivel", .erros = findings_of({fault})};
}

/// By what measure the fichas are judged; its memory serves one after the other.
struct Judge {
    std::unique_ptr<const fichas::Catalogo> catalogo{};  ///< Null leaves out the rules that ask the registry.
    fichas::Arena arena{};
};

Line judge(const std::string& file, std::string_view name, std::string_view bytes, Judge& by) {
    by.arena.rewind();
    const auto reading = fichas::read_file(name, bytes, by.arena);
    if (!reading) return unreadable(file, *reading.fault);
    const auto& ficha = reading.ficha;
    auto verdict = fichas::check(ficha, {.now = SystemClock{}.now(), .catalogo = by.catalogo.get()});
    fichas::check_name(name, ficha, verdict);
    return {file, std::string(ficha.uuid()), ficha.codigo(), ficha.versao(), verdict.is_valid() ? "valida" : "invalida",
            findings_of(verdict.errors), findings_of(verdict.warnings)};
}

void print(const Line& line, bool as_json) {
    if (as_json) {
        std::printf("%s\n", json::text_of(line).c_str());
        return;
    }
    std::printf("%s: %s\n", line.arquivo.c_str(), line.situacao.c_str());
    for (const auto& e : line.erros)
        std::printf("  [%s] %s: %s %s\n", e.regra.c_str(), e.campo.c_str(), e.mensagem.c_str(), e.correcao.c_str());
    for (const auto& e : line.avisos) std::printf("  aviso [%s] %s: %s\n", e.regra.c_str(), e.campo.c_str(), e.mensagem.c_str());
}

/// Raises the exit code to what the line says.
class Outcome {
public:
    void add(const Line& line) {
        const int code = line.situacao == "valida" ? kAllValid : line.situacao == "invalida" ? kSomeInvalid : kUnreadable;
        if (code > code_) code_ = code;
    }
    [[nodiscard]] int code() const { return code_; }

private:
    int code_ = kAllValid;
};

std::optional<std::string> read_bytes(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(in), {});
}

FieldError fault_of(const Error& error) {
    return {std::string(error.code.text()), "", error.message, "Gere o arquivo de novo no sistema de origem."};
}

void judge_zip(const std::string& path, std::string_view bytes, bool as_json, Judge& by, Outcome& outcome) {
    const auto show = [&](const Line& line) {
        print(line, as_json);
        outcome.add(line);
    };
    const auto archive = zip::Archive::open(bytes, {});
    if (!archive) return show(unreadable(path, fault_of(archive.error())));
    std::string buffer;
    bool empty = true;
    for (std::size_t i = 0; i < archive->size(); ++i) {
        const std::string name(archive->entry(i).name);
        if (name.ends_with('/')) continue;
        empty = false;
        const auto content = archive->extract(i, buffer);
        const std::string shown = path + "!" + name;
        show(content ? judge(shown, name, *content, by) : unreadable(shown, fault_of(content.error())));
    }
    // As the server answers it: a lote without fichas is no valid lote.
    if (empty) show(unreadable(path, {"RECEB-0010", "", "O arquivo compactado não tem nenhuma ficha.", "Confira o que o sistema de origem gerou."}));
}

/// The registry a file of the CNES describes.
Result<std::unique_ptr<const fichas::Catalogo>> catalogo_of(const std::string& path) {
    AROEIRA_TRY(const auto read, estabelecimentos::cadastro_of_file(path));
    return std::unique_ptr<const fichas::Catalogo>(std::make_unique<CatalogoDoMunicipio>(read.cabecalho.ibge, read.cadastro));
}

}  // namespace

int validate_fichas(const ValidateOptions& options) {
    Outcome outcome;
    Judge by;
    if (!options.catalogo.empty() && options.catalogo != "nenhum") {
        auto catalogo = catalogo_of(options.catalogo);
        if (!catalogo) {
            std::fprintf(stderr, "aroeira: catálogo: %s\n", catalogo.error().message.c_str());
            return kUnreadable;
        }
        by.catalogo = std::move(*catalogo);
    }
    for (const auto& path : options.files) {
        const auto bytes = read_bytes(path);
        if (bytes && bytes->starts_with("PK")) {
            judge_zip(path, *bytes, options.json, by, outcome);
            continue;
        }
        const auto line = bytes ? judge(path, path, *bytes, by)
                                : unreadable(path, {"ARQUIVO", "", "O arquivo não pôde ser aberto.", "Confira o caminho e as permissões."});
        print(line, options.json);
        outcome.add(line);
    }
    return outcome.code();
}

int convert_ficha(const ConvertOptions& options) {
    const auto bytes = read_bytes(options.file);
    fichas::Arena arena;
    if (!bytes) {
        std::fprintf(stderr, "aroeira: o arquivo não pôde ser aberto.\n");
        return kUnreadable;
    }
    const auto reading = fichas::read_file(options.file, *bytes, arena);
    if (!reading) {
        std::fprintf(stderr, "aroeira: %s %s\n", reading.fault->message.c_str(), reading.fault->fix.c_str());
        return kUnreadable;
    }
    fichas::Buffer out;
    if (options.to == "json") fichas::write_json(reading.ficha, out);
    else if (options.to == "xml") fichas::write_xml(reading.ficha, out);
    else fichas::write_thrift(reading.ficha, out);
    const auto text = out.view();
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? kAllValid : kUnreadable;
}

}  // namespace aroeira::app
