// SPDX-License-Identifier: Apache-2.0
#include "platform/http/form.hpp"

#include <algorithm>
#include <string>

#include "platform/http/target.hpp"

namespace aroeira::http {
namespace {

constexpr std::size_t kPartsMax = 64;
constexpr std::size_t kPartHeaderMax = 8 << 10;
constexpr std::size_t kBoundaryMax = 70;  // RFC 2046, 5.1.1

Error malformed(std::string_view why) {
    return {ErrorKind::invalid_input, "HTTP-0004",
            "O formulário enviado não pôde ser lido: " + std::string(why) + " Envie de novo."};
}

/// The value of `name` among the parameters of a header, `; name=value; other="quoted"`.
/// A quoted value may hold escaped quotes (RFC 9110) and what browsers write instead: %22 %0D %0A.
std::optional<std::string> parameter(std::string_view header, std::string_view name) {
    auto at = header.find(';');
    while (at != header.npos) {
        header = trimmed(header.substr(at + 1));
        const auto equals = header.find_first_of("=;");
        if (equals == header.npos) return std::nullopt;
        if (header[equals] == ';') {
            at = equals;
            continue;
        }
        const bool wanted = equal_ignoring_case(trimmed(header.substr(0, equals)), name);
        header = trimmed(header.substr(equals + 1));
        std::string value;
        if (!header.empty() && header.front() == '"') {
            std::size_t i = 1;
            for (; i < header.size() && header[i] != '"'; ++i) {
                const bool escape = header[i] == '\\' && i + 1 < header.size() &&
                                    (header[i + 1] == '"' || header[i + 1] == '\\');
                if (escape) ++i;
                value.push_back(header[i]);
            }
            if (i >= header.size()) return std::nullopt;
            at = header.find(';', i);
        } else {
            at = header.find(';');
            value = trimmed(header.substr(0, at));
        }
        if (wanted) return value;
    }
    return std::nullopt;
}

/// Some browsers send a whole path of the user's disk; only the last part is a name.
std::string base_name(const std::string& path) {
    const auto slash = path.find_last_of("/\\");
    return slash == path.npos ? path : path.substr(slash + 1);
}

/// Reads the header lines of one part. `lines` has no final empty line.
Result<void> read_part_header(std::string_view lines, Part& part) {
    bool named = false;
    while (!lines.empty()) {
        const auto end = std::min(lines.find("\r\n"), lines.size());
        const auto line = lines.substr(0, end);
        lines.remove_prefix(std::min(end + 2, lines.size()));
        const auto colon = line.find(':');
        if (colon == line.npos) return malformed("há um cabeçalho sem nome.");
        const auto name = line.substr(0, colon);
        const auto value = trimmed(line.substr(colon + 1));
        if (equal_ignoring_case(name, "content-disposition")) {
            const auto kind = trimmed(value.substr(0, value.find(';')));
            const auto field = parameter(value, "name");
            if (!equal_ignoring_case(kind, "form-data") || !field)
                return malformed("há uma parte sem nome.");
            named = true;
            part.name = *field;
            if (const auto file = parameter(value, "filename")) part.file_name = base_name(*file);
            if (!is_utf8(part.name) || !is_utf8(part.file_name))
                return malformed("o nome de um arquivo não está em UTF-8.");
        } else if (equal_ignoring_case(name, "content-type")) {
            part.content_type = value;
        } else if (equal_ignoring_case(name, "content-transfer-encoding")) {
            const bool as_is = equal_ignoring_case(value, "binary") ||
                               equal_ignoring_case(value, "8bit") ||
                               equal_ignoring_case(value, "7bit");
            if (!as_is) return malformed("uma parte usa uma codificação que não aceitamos.");
        }
    }
    if (!named) return malformed("há uma parte sem nome.");
    return {};
}

Result<std::vector<Part>> parse_multipart(std::string_view boundary, std::string_view body) {
    const std::string delimiter = "\r\n--" + std::string(boundary);
    const auto opening = std::string_view(delimiter).substr(2);
    // The first delimiter may open the body; whatever precedes it is a preamble to be ignored.
    std::size_t at = 0;
    if (body.starts_with(opening)) {
        at = opening.size();
    } else {
        at = body.find(delimiter);
        if (at == body.npos) return malformed("o separador das partes não foi encontrado.");
        at += delimiter.size();
    }
    std::vector<Part> parts;
    for (;;) {
        auto rest = body.substr(at);
        if (rest.starts_with("--")) return parts;
        const auto padding = std::min(rest.find_first_not_of(" \t"), rest.size());
        rest.remove_prefix(padding);
        if (!rest.starts_with("\r\n")) return malformed("o envio foi interrompido.");
        if (parts.size() == kPartsMax) return malformed("há partes demais.");
        // The CRLF that ends the delimiter line is kept in sight, so that a part without any header
        // ("\r\n\r\n") is found by the same search.
        const auto header_end = rest.substr(0, kPartHeaderMax).find("\r\n\r\n");
        if (header_end == rest.npos)
            return malformed("um cabeçalho foi cortado ou é grande demais.");
        Part part;
        AROEIRA_CHECK(
            read_part_header(rest.substr(2, std::max<std::size_t>(header_end, 2) - 2), part));
        const auto content = rest.substr(header_end + 4);
        // An empty part's closing delimiter may share the CRLF of its header's end.
        const auto shared = rest.substr(header_end + 2);
        if (shared.starts_with(delimiter)) {
            at = body.size() - shared.size() + delimiter.size();
        } else {
            const auto end = content.find(delimiter);
            if (end == content.npos) return malformed("o envio foi interrompido.");
            part.content = content.substr(0, end);
            at = body.size() - content.size() + end + delimiter.size();
        }
        parts.push_back(std::move(part));
    }
}

Result<std::vector<Part>> parse_urlencoded(std::string_view body) {
    auto storage = std::make_shared<std::string>();
    storage->reserve(body.size());  // decoding never grows, so views into it stay
    std::vector<Part> parts;
    while (!body.empty()) {
        const auto end = std::min(body.find('&'), body.size());
        const auto pair = body.substr(0, end);
        body.remove_prefix(std::min(end + 1, body.size()));
        if (pair.empty()) continue;
        if (parts.size() == kPartsMax) return malformed("há campos demais.");
        const auto equals = std::min(pair.find('='), pair.size());
        Part part;
        const auto start = storage->size();
        if (!decode_form_text(pair.substr(0, equals), part.name) ||
            !decode_form_text(pair.substr(std::min(equals + 1, pair.size())), *storage))
            return malformed("um campo tem caracteres inválidos.");
        part.content = std::string_view(*storage).substr(start);
        part.decoded = storage;
        parts.push_back(std::move(part));
    }
    return parts;
}

}  // namespace

Result<std::vector<Part>> parse_form(std::string_view content_type, std::string_view body) {
    const auto media = trimmed(content_type.substr(0, content_type.find(';')));
    if (equal_ignoring_case(media, "application/x-www-form-urlencoded"))
        return parse_urlencoded(body);
    if (!equal_ignoring_case(media, "multipart/form-data"))
        return malformed("o tipo do conteúdo deve ser multipart/form-data.");
    const auto boundary = parameter(content_type, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > kBoundaryMax)
        return malformed("falta o separador das partes.");
    return parse_multipart(*boundary, body);
}

}  // namespace aroeira::http
