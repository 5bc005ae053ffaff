// SPDX-License-Identifier: Apache-2.0
// POST /api/v1/recebimento/fichas: many fichas in one request, a verdict per item. The body is a
// zip, or lines of {"nome","conteudo"} with the bytes in base64. The answer is one JSON line per
// item, in order, each block written after its commit: a sender whose connection breaks goes on
// after the last line it read, and what it repeats by caution changes nothing.
#include "modules/fichas/http/system_routes.hpp"
#include "modules/fichas/api/findings.hpp"
#include "modules/fichas/operations/receive_fichas.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/zip/zip.hpp"

namespace aroeira::fichas {
namespace {

constexpr std::size_t kBlock = 500;
constexpr std::size_t kFileBytesMax = std::size_t{16} << 20;

struct Line {
    std::string nome{};
    std::string conteudo{};
    static constexpr auto fields = std::tuple{json::field("nome", &Line::nome, "Nome do arquivo da ficha."),
                                              json::field("conteudo", &Line::conteudo, "Bytes da ficha, em base64.")};
};

struct VerdictLine {
    std::int64_t indice = 0;
    std::string nome{};
    std::optional<std::string> uuid{};
    std::string situacao{};
    bool repetida = false;
    std::vector<Finding> erros{};
    std::vector<Finding> avisos{};
    static constexpr auto fields = std::tuple{
        json::field("indice", &VerdictLine::indice), json::field("nome", &VerdictLine::nome),
        json::field("uuid", &VerdictLine::uuid), json::field("situacao", &VerdictLine::situacao, "", "valida|invalida|ilegivel"),
        json::field("repetida", &VerdictLine::repetida), json::field("erros", &VerdictLine::erros),
        json::field("avisos", &VerdictLine::avisos)};
};

/// Where the items come from, one after another.
class Source {
public:
    virtual ~Source() = default;
    /// The next item's bytes go to `buffer`. False at the end.
    virtual bool next(OnlineItem& item, std::string& buffer) = 0;
};

class ZipSource final : public Source {
public:
    explicit ZipSource(zip::Archive archive) : archive_(std::move(archive)) {}
    bool next(OnlineItem& item, std::string& buffer) override {
        while (at_ < archive_.size() && archive_.entry(at_).name.ends_with('/')) ++at_;
        if (at_ == archive_.size()) return false;
        item.name = archive_.entry(at_).name;
        const auto bytes = archive_.extract(at_++, buffer);
        // What cannot be unpacked is an empty ficha: unreadable, and the others go on.
        item.bytes = bytes ? *bytes : std::string_view();
        return true;
    }

private:
    zip::Archive archive_;
    std::size_t at_ = 0;
};

class LineSource final : public Source {
public:
    explicit LineSource(std::string_view body) : rest_(body) {}
    bool next(OnlineItem& item, std::string& buffer) override {
        std::string_view line;
        while (line.empty()) {
            if (rest_.empty()) return false;
            const auto end = rest_.find('\n');
            line = rest_.substr(0, end);
            rest_.remove_prefix(end == rest_.npos ? rest_.size() : end + 1);
            if (line.ends_with('\r')) line.remove_suffix(1);
        }
        buffer.clear();
        item.name.clear();
        if (auto parsed = json::parse<Line>(line)) {
            item.name = parsed->nome;
            if (auto bytes = crypto::from_base64(parsed->conteudo)) buffer = std::move(*bytes);
        }
        item.bytes = buffer;
        return true;
    }

private:
    std::string_view rest_;
};

std::string line_of(std::int64_t index, const std::string& name, const ItemVerdict& verdict) {
    VerdictLine line{.indice = index, .nome = name};
    if (!verdict.uuid.empty()) line.uuid = verdict.uuid;
    line.situacao = name_of(verdict.situacao);
    line.repetida = verdict.repetida;
    if (auto findings = parse_findings(verdict.achados)) {
        line.erros = std::move(findings->erros);
        line.avisos = std::move(findings->avisos);
    }
    if (verdict.situacao == Situacao::ilegivel) line.erros.push_back({verdict.regra, "", verdict.motivo, "Gere a ficha de novo e envie outra vez."});
    return json::text_of(line) + "\n";
}

/// What a streamed answer keeps between blocks.
struct Batch {
    identity::Granted<identity::Permission::fichas_receber> granted;
    const Services& services;
    std::shared_ptr<http::Body> body;  ///< The items view it.
    std::unique_ptr<Source> source;
    std::int64_t index = 0;
};

bool next_block(Batch& batch, std::string& out) {
    std::vector<std::string> buffers;
    std::vector<OnlineItem> items;
    buffers.reserve(kBlock);
    while (items.size() < kBlock) {
        OnlineItem item;
        if (!batch.source->next(item, buffers.emplace_back())) break;
        items.push_back(std::move(item));
    }
    if (items.empty()) return false;
    const auto verdicts = receive_fichas(batch.granted, items, batch.services);
    if (!verdicts) {
        // Nothing of this block was kept: the line says from which item to go on.
        out = R"({"indice":)" + std::to_string(batch.index) + R"(,"interrompido":true,"codigo":")" +
              std::string(verdicts.error().code.text()) + R"(","mensagem":)";
        json::write_string(out, verdicts.error().message);
        out += "}\n";
        batch.source = std::make_unique<LineSource>("");
        return true;
    }
    for (std::size_t i = 0; i < items.size(); ++i) out += line_of(batch.index++, items[i].name, (*verdicts)[i]);
    return true;
}

}  // namespace

Result<http::Response> post_fichas(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(auto granted, needs.gate.grant<identity::Permission::fichas_receber>(request));
    AROEIRA_TRY(const auto bytes, request.body->text());
    std::unique_ptr<Source> source;
    if (bytes.starts_with("PK")) {
        AROEIRA_TRY(auto archive, zip::Archive::open(bytes, {.entries_max = needs.services.limits.entries_max,
                                                             .unpacked_bytes_max = needs.services.limits.unpacked_bytes_max,
                                                             .entry_bytes_max = kFileBytesMax}));
        source = std::make_unique<ZipSource>(std::move(archive));
    } else {
        source = std::make_unique<LineSource>(bytes);
    }
    auto batch = std::make_shared<Batch>(Batch{std::move(granted), needs.services, request.body, std::move(source)});
    return http::Response{.content_type = "application/x-ndjson; charset=utf-8",
                          .stream = [batch](std::string& chunk) { return next_block(*batch, chunk); }};
}

std::vector<http::Route> system_routes(const HttpNeeds& needs) {
    constexpr auto kReceive = identity::name_of(identity::Permission::fichas_receber);
    return {
        {.method = http::Method::post, .path = "/api/v1/recebimento/ficha", .permission = kReceive,
         .summary = "Recebe uma ficha de um sistema de terceiros (API LEDI).",
         .handle = [needs](const http::Request& request) { return post_ficha(needs, request); },
         .request = {"multipart/form-data", "", ""}, .response = {"text/plain", "", ""}, .refusal = {"text/plain", "", ""},
         .body_bytes_max = kFileBytesMax, .csrf = false},
        {.method = http::Method::post, .path = "/api/v1/recebimento/fichas", .permission = kReceive,
         .summary = "Recebe muitas fichas de um sistema de terceiros, com um veredito por item.",
         .handle = [needs](const http::Request& request) { return post_fichas(needs, request); },
         .request = {"application/x-ndjson", "", ""}, .response = {"application/x-ndjson", "", ""},
         .body_bytes_max = needs.upload_bytes_max, .csrf = false},
    };
}

}  // namespace aroeira::fichas
