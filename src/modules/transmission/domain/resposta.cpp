// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/domain/resposta.hpp"

#include <algorithm>

#include "modules/fichas/api/findings.hpp"
#include "modules/transmission/domain/tentativas.hpp"
#include "platform/json/json.hpp"

namespace aroeira::transmission {
namespace {

constexpr std::size_t kCauseBytesMax = 400;
constexpr std::size_t kFindingsMax = 200;
constexpr std::chrono::minutes kShortestSchedule{1};

/// What somebody else wrote, short and in one line; never cut inside a character.
std::string told(std::string_view text) {
    auto size = std::min(text.size(), kCauseBytesMax);
    while (size < text.size() && size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
    std::string line(text.substr(0, size));
    std::replace_if(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    return line;
}

std::string text_of(const json::Node& object, std::string_view name) {
    const auto found = object.find(name);
    return found && found->kind() == json::Node::Kind::text ? std::string(found->text()) : std::string();
}

std::optional<std::int64_t> integer_of(const json::Node& object, std::string_view name) {
    const auto found = object.find(name);
    if (!found || found->kind() != json::Node::Kind::integer) return std::nullopt;
    return found->integer();
}

/// The problem document of one of our installations, as far as there is one.
struct Problem {
    std::string code{};
    std::string title{};
};

Problem problem_of(const Resposta& answer) {
    if (!answer.content_type.starts_with("application/problem+json") && !answer.content_type.starts_with("application/json")) return {};
    const auto document = json::Document::parse(answer.body);
    if (!document || document->root().kind() != json::Node::Kind::object) return {};
    return {text_of(document->root(), "code"), told(text_of(document->root(), "title"))};
}

/// A server in trouble says "in two seconds" to everybody; that is no hour given to us.
bool is_appointment(const Problem& problem, std::chrono::seconds wait) {
    return problem.code.empty() ? wait >= kShortestSchedule : problem.code == "TRANS-0020";
}

std::string cause_of(const Resposta& answer, const Problem& problem) {
    if (!problem.title.empty()) return problem.title;
    if (answer.status >= 300 && answer.status < 400)
        return "O endereço manda para outro lugar (resposta " + std::to_string(answer.status) + "). Confira o endereço do servidor.";
    if (answer.status == 404) return "Neste endereço não há uma instalação que receba lotes. Confira o endereço do servidor.";
    return "O servidor respondeu com o erro " + std::to_string(answer.status) + ".";
}

Meaning meaning_of(int status, const Problem& problem) {
    if (status == 401 || status == 403) return Meaning::credential;
    // Without a code it was not the installation that spoke but something on the way to it.
    if (problem.code.empty()) return Meaning::failure;
    if (status == 404) return problem.code == "INST-0001" ? Meaning::unserved : Meaning::unknown;
    if (problem.code == "TRANS-0022") return Meaning::offset;
    if (problem.code == "TRANS-0023") return Meaning::other_hash;
    if (status == 409) return problem.code == "TRANS-0021" ? Meaning::refused : Meaning::failure;
    return status == 413 || status == 422 ? Meaning::refused : Meaning::failure;
}

void add_findings(const json::Node& item, std::string_view name, std::vector<fichas::Finding>& to) {
    const auto list = item.find(name);
    if (!list || list->kind() != json::Node::Kind::list) return;
    for (std::size_t i = 0; i < std::min(list->size(), kFindingsMax); ++i) {
        const auto one = list->at(i);
        if (one.kind() != json::Node::Kind::object) continue;
        to.push_back({told(text_of(one, "regra")), told(text_of(one, "campo")), told(text_of(one, "mensagem")), told(text_of(one, "correcao"))});
    }
}

std::optional<FichaJulgada> judged(const json::Node& item, std::string_view uuid) {
    if (item.kind() != json::Node::Kind::object || text_of(item, "uuid") != uuid) return std::nullopt;
    FichaJulgada ficha;
    const auto word = text_of(item, "situacao");
    if (word == "aceita") ficha.veredito = Veredito::aceita;
    else if (word == "rejeitada") ficha.veredito = Veredito::rejeitada;
    else if (word != "desconhecida") return std::nullopt;
    fichas::Findings found;
    add_findings(item, "erros", found.erros);
    add_findings(item, "avisos", found.avisos);
    if (!found.erros.empty() || !found.avisos.empty()) ficha.achados = json::text_of(found);
    return ficha;
}

}  // namespace

Reading read_answer(const Resposta& answer, Instant now) {
    if (answer.status >= 200 && answer.status < 300) return {.meaning = Meaning::accepted};
    const auto problem = problem_of(answer);
    if (answer.status == 503 || answer.status == 429) {
        const auto wait = wait_of(answer.retry_after, answer.date, now);
        if (wait && is_appointment(problem, *wait)) return {Meaning::scheduled, problem.title.empty() ? "O destino pediu para voltar mais tarde." : problem.title, *wait};
    }
    return {.meaning = meaning_of(answer.status, problem), .causa = cause_of(answer, problem)};
}

Reading failure(std::string causa) { return {.meaning = Meaning::failure, .causa = std::move(causa)}; }
Reading unreadable_body() { return failure("O servidor respondeu algo que não se entende, ou pela metade. Confira o endereço do servidor."); }

std::optional<Arrival> parse_arrival(std::string_view body, std::string_view lote) {
    const auto document = json::Document::parse(body);
    if (!document || document->root().kind() != json::Node::Kind::object) return std::nullopt;
    const auto root = document->root();
    const auto received = integer_of(root, "recebidos");
    if (text_of(root, "lote") != lote || !received || *received < 0) return std::nullopt;
    using Situacao = SituacaoChegada;
    Arrival chegada{.recebidos = *received, .part_bytes_max = integer_of(root, "parte_bytes_max").value_or(0),
                    .mensagem = told(text_of(root, "mensagem"))};
    const auto word = text_of(root, "situacao");
    if (word == "confirmado") chegada.situacao = Situacao::confirmado;
    else if (word == "processado") chegada.situacao = Situacao::processado;
    else if (word == "falhou") chegada.situacao = Situacao::falhou;
    else if (word != "recebendo") return std::nullopt;
    return chegada;
}

std::optional<std::vector<FichaJulgada>> parse_vereditos(std::string_view body, const std::vector<std::string>& uuids) {
    const auto document = json::Document::parse(body);
    if (!document || document->root().kind() != json::Node::Kind::object) return std::nullopt;
    const auto items = document->root().find("itens");
    if (!items || items->kind() != json::Node::Kind::list || items->size() != uuids.size()) return std::nullopt;
    std::vector<FichaJulgada> all;
    for (std::size_t i = 0; i < uuids.size(); ++i) {
        auto one = judged(items->at(i), uuids[i]);
        if (!one) return std::nullopt;
        all.push_back(std::move(*one));
    }
    return all;
}

}  // namespace aroeira::transmission
