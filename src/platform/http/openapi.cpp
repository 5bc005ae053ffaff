// SPDX-License-Identifier: Apache-2.0
#include "platform/http/openapi.hpp"

#include <map>
#include <vector>

#include "platform/http/router.hpp"
#include "platform/json/json.hpp"

namespace aroeira::http {
namespace {

constexpr std::string_view kProblemReference = R"({"$ref":"#/components/responses/Problem"})";
constexpr std::string_view kProblem =
    R"({"description":"O pedido foi recusado; o código diz por quê.",)"
    R"("content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}})";
constexpr std::string_view kProblemSchema =
    R"({"type":"object","required":["type","title","status","code","request","errors"],)"
    R"("properties":{"type":{"type":"string"},)"
    R"("title":{"type":"string","description":"A causa e o próximo passo."},)"
    R"("status":{"type":"integer"},)"
    R"("code":{"type":"string","description":"Código estável, MODULO-NNNN."},)"
    R"("request":{"type":"string","description":"Identificador do pedido, também no registro."},)"
    R"("errors":{"type":"array","items":{"type":"object",)"
    R"("required":["rule","field","message","fix"],"properties":{)"
    R"("rule":{"type":"string"},"field":{"type":"string"},)"
    R"("message":{"type":"string"},"fix":{"type":"string"}}}}}})";

std::string quoted(std::string_view text) {
    std::string out;
    json::write_string(out, text);
    return out;
}

void member(std::string& out, std::string_view name, std::string_view json_text) {
    if (out.back() != '{') out += ',';
    out += quoted(name);
    out += ':';
    out += json_text;
}

void item(std::string& out, std::string_view json_text) {
    if (out.back() != '[') out += ',';
    out += json_text;
}

std::string_view verb_of(Method method) {
    switch (method) {
        case Method::get: return "get";
        case Method::post: return "post";
        case Method::put: return "put";
        case Method::patch: return "patch";
        case Method::del: return "delete";
    }
    return {};
}

std::vector<std::string_view> captures_of(std::string_view path) {
    std::vector<std::string_view> names;
    for (auto open = path.find('{'); open != path.npos; open = path.find('{', open + 1))
        names.push_back(path.substr(open + 1, path.find('}', open) - open - 1));
    return names;
}

/// "get_api_v1_recebimento_lotes_lote": stable as long as the path is, good as a function's name.
std::string operation_id(const Route& route) {
    std::string out(verb_of(route.method));
    bool separator = true;
    for (const char c : route.path) {
        const bool word =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!word) {
            separator = true;
            continue;
        }
        if (separator) out += '_';
        separator = false;
        out += c;
    }
    return out;
}

/// Who is asked to identify himself and how. A route without CSRF defence is for programs, which
/// have a credencial and no browser.
std::string security_of(const Route& route) {
    if (route.permission == "publico") return "[]";
    if (!route.csrf) return R"([{"credencial":[]}])";
    return route.method == Method::get ? R"([{"sessao":[]}])" : R"([{"sessao":[],"csrf":[]}])";
}
constexpr std::string_view kSecuritySchemes =
    R"({"sessao":{"type":"apiKey","in":"cookie","name":"aroeira_sessao"},)"
    R"("csrf":{"type":"apiKey","in":"header","name":"X-CSRF"},)"
    R"("credencial":{"type":"apiKey","in":"cookie","name":"JSESSIONID"}})";

class Components {
public:
    /// The schema of a body: a reference when it has a name, its own text otherwise.
    std::string schema_of(const BodyType& body) {
        if (body.schema.empty()) return "{}";
        if (body.name.empty()) return body.schema;
        const auto [place, fresh] = schemas_.emplace(body.name, body.schema);
        INVARIANT(fresh || place->second == body.schema, "two schemas under one name");
        return R"({"$ref":"#/components/schemas/)" + body.name + "\"}";
    }
    [[nodiscard]] std::string text() const {
        std::string schemas = "{";
        for (const auto& [name, schema] : schemas_) member(schemas, name, schema);
        std::string out = "{";
        member(out, "schemas", schemas + "}");
        member(out, "responses", "{\"Problem\":" + std::string(kProblem) + "}");
        member(out, "securitySchemes", kSecuritySchemes);
        return out + "}";
    }

private:
    std::map<std::string, std::string> schemas_{{"Problem", std::string(kProblemSchema)}};
};

std::string content_of(const BodyType& body, Components& components) {
    std::string media = "{";
    member(media, "schema", components.schema_of(body));
    return "{" + quoted(body.media_type) + ":" + media + "}}";
}

std::string parameter_text(std::string_view name, std::string_view in, std::string_view description,
                           bool required) {
    std::string out = "{";
    member(out, "name", quoted(name));
    member(out, "in", quoted(in));
    if (!description.empty()) member(out, "description", quoted(description));
    member(out, "required", required ? "true" : "false");
    member(out, "schema", R"({"type":"string"})");
    return out + "}";
}

std::string operation_of(const Route& route, Components& components) {
    std::string out = "{";
    member(out, "operationId", quoted(operation_id(route)));
    member(out, "summary", quoted(route.summary));
    member(out, "x-permissao", quoted(route.permission));
    member(out, "security", security_of(route));
    std::string parameters = "[";
    for (const auto name : captures_of(route.path))
        item(parameters, parameter_text(name, "path", "", true));
    for (const auto& p : route.parameters)
        item(parameters, parameter_text(p.name, "query", p.description, p.required));
    if (parameters.size() > 1) member(out, "parameters", parameters + "]");
    if (!route.request.media_type.empty())
        member(out, "requestBody",
               "{\"required\":true,\"content\":" + content_of(route.request, components) + "}");
    std::string success = "{";
    member(success, "description", quoted(route.summary));
    if (!route.response.media_type.empty())
        member(success, "content", content_of(route.response, components));
    std::string responses = "{";
    member(responses, std::to_string(route.status), success + "}");
    if (!route.refusal.media_type.empty())
        member(responses, "400",
               R"({"description":"O pedido foi recusado; o texto diz por quê.","content":)" +
                   content_of(route.refusal, components) + "}");
    member(responses, "default", kProblemReference);
    member(out, "responses", responses + "}");
    return out + "}";
}

}  // namespace

std::string openapi(std::span<const Route> routes, std::string_view title,
                    std::string_view version) {
    Components components;
    std::map<std::string_view, std::string> paths;
    for (const auto& route : routes) {
        auto& path = paths.try_emplace(route.path, "{").first->second;
        member(path, verb_of(route.method), operation_of(route, components));
    }
    std::string all = "{";
    for (const auto& [path, operations] : paths) member(all, path, operations + "}");
    std::string info = "{";
    member(info, "title", quoted(title));
    member(info, "version", quoted(version));
    std::string out = "{";
    member(out, "openapi", "\"3.1.0\"");
    member(out, "info", info + "}");
    member(out, "paths", all + "}");
    member(out, "components", components.text());
    return out + "}";
}

}  // namespace aroeira::http
