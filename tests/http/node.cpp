// SPDX-License-Identifier: Apache-2.0
#include "tests/http/node.hpp"

#include <stdexcept>
#include <thread>

#include <unistd.h>

#include "platform/http/router.hpp"

namespace aroeira::testing {

namespace fs = std::filesystem;
using http::Method, http::Request, http::Response, http::Route;
using namespace std::chrono_literals;

namespace {

std::span<const embedded::File> web_files() {
    static const std::string large(300'000, 'z');
    static const std::vector<embedded::File> files{
        {"index.html", "<!doctype html><title>Aroeira</title>"},
        {"app-AB12CD34.js", "console.log(1)"},
        {"app-AB12CD34.js.gz", "(gzip)"},
        {"grande.bin", large}};
    return files;
}

std::string certificate_of(const Request& request) {
    if (!request.certificate) return "none";
    using enum http::ClientCertificate::Trust;
    switch (request.certificate->trust) {
        case trusted: return "trusted " + request.certificate->fingerprint;
        case expired: return "expired";
        case not_yet_valid: return "not yet valid";
        case other_authority: return "other authority";
        case unfit: return "unfit";
    }
    return {};
}

/// What the handler saw of the request, one fact per line.
std::string described(const Request& request) {
    std::string out = "path=" + request.path + "\n";
    for (const auto& [name, value] : request.captured) out += "{" + name + "}=" + value + "\n";
    for (const auto& [name, value] : request.query) out += "?" + name + "=" + value + "\n";
    for (const auto& [name, value] : request.headers) out += name + ": " + value + "\n";
    out += "size=" + std::to_string(request.body->size()) + "\n";
    out += std::string("file=") + (request.body->path() ? "yes" : "no") + "\n";
    out += "certificate=" + certificate_of(request) + "\n";
    out += std::string("secure=") + (request.secure ? "yes" : "no") + "\n";
    out += "remote=" + request.remote_address + "\n";
    if (request.body->size() < 1000) out += "body=" + std::string(request.body->text().value());
    return out;
}

Result<Response> echo(const Request& request) {
    return Response{.content_type = "text/plain", .body = described(request)};
}

/// The parts, and a sum over every byte, so that a wrong one anywhere shows.
Result<Response> form(const Request& request) {
    AROEIRA_TRY(const auto parts, request.form());
    std::string out;
    for (const auto& part : parts) {
        std::uint64_t sum = 1469598103934665603u;
        for (const char c : part.content)
            sum = (sum ^ static_cast<unsigned char>(c)) * 1099511628211u;
        out += part.name + "|" + part.file_name + "|" + std::to_string(part.content.size()) + "|" +
               std::to_string(sum) + "\n";
    }
    return Response{.content_type = "text/plain", .body = out};
}

struct Gone {
    std::atomic<int>& counter;
    ~Gone() { ++counter; }
};

}  // namespace

std::vector<Route> Node::routes() {
    const auto route = [](Method method, std::string_view path,
                          std::function<Result<Response>(const Request&)> handle,
                          std::uint64_t body_bytes_max = 64 << 10, bool quick = false) {
        return Route{.method = method,
                     .path = path,
                     .permission = "publico",
                     .summary = "Rota de teste.",
                     .handle = std::move(handle),
                     .body_bytes_max = body_bytes_max,
                     .quick = quick};
    };
    return {
        route(
            Method::get, "/api/v1/rapido",
            [](const Request&) -> Result<Response> { return http::json("{\"ok\":true}"); }, 0,
            true),
        route(Method::get, "/api/v1/eco", echo),
        route(Method::post, "/api/v1/eco", echo),
        route(Method::put, "/api/v1/eco", echo, 64 << 10, true),
        route(Method::get, "/api/v1/itens/{id}", echo),
        route(Method::post, "/api/v1/arquivos", echo, 64u << 20),
        route(Method::post, "/api/v1/formulario", form, 64u << 20),
        route(Method::get, "/api/v1/grande",
              [](const Request&) -> Result<Response> {
                  return http::json(std::string(3'000'000, 'j'));
              }),
        route(Method::get, "/api/v1/lento",
              [this](const Request&) -> Result<Response> {
                  ++running;
                  std::this_thread::sleep_for(600ms);
                  --running;
                  return http::json("{\"lento\":true}");
              }),
        route(Method::get, "/api/v1/espera",
              [this](const Request&) -> Result<Response> {
                  ++running;
                  while (!release) std::this_thread::sleep_for(5ms);
                  --running;
                  return http::json("{}");
              }),
        route(Method::get, "/api/v1/excecao",
              [](const Request&) -> Result<Response> {
                  throw std::runtime_error("CPF 12345678909");
              }),
        route(
            Method::get, "/api/v1/excecao-rapida",
            [](const Request&) -> Result<Response> { throw 7; }, 0, true),
        route(Method::get, "/api/v1/erro",
              [](const Request&) -> Result<Response> {
                  return Error{
                      ErrorKind::conflict, "FICHA-0009", "Já existe.", {}, "detalhe interno"};
              }),
        route(Method::get, "/api/v1/vazio",
              [](const Request&) -> Result<Response> { return Response{.status = 204}; }),
        route(Method::get, "/api/v1/fluxo",
              [](const Request&) -> Result<Response> {
                  return Response{.content_type = "text/plain",
                                  .stream = [n = 0](std::string& chunk) mutable {
                                      chunk = "linha " + std::to_string(n) + "\n";
                                      return ++n < 100;
                                  }};
              }),
        route(Method::get, "/api/v1/infinito",
              [this](const Request&) -> Result<Response> {
                  return Response{
                      .stream = [gone = std::make_shared<Gone>(streams_gone)](std::string& chunk) {
                          chunk.assign(1000, 'x');
                          std::this_thread::sleep_for(5ms);
                          return true;
                      }};
              }),
        route(Method::get, "/api/v1/mudo",
              [this](const Request&) -> Result<Response> {
                  return Response{
                      .stream = [gone = std::make_shared<Gone>(streams_gone)](std::string&) {
                          std::this_thread::sleep_for(5ms);
                          return true;
                      }};
              }),
        route(Method::get, "/api/v1/fluxo-quebrado",
              [](const Request&) -> Result<Response> {
                  return Response{.stream = [n = 0](std::string& chunk) mutable -> bool {
                      if (n++ > 2) throw std::runtime_error("segredo");
                      chunk = "parte";
                      return true;
                  }};
              }),
    };
}

Node::Node(Adjust adjust) {
    static std::atomic<int> count{0};
    directory = fs::temp_directory_path() /
                ("aroeira-http-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    http::ServerOptions options;
    options.address = "127.0.0.1";
    options.port = 0;
    options.workers = 4;
    options.spool_dir = directory / "envios";
    options.metrics = &metrics;
    options.access = [this](const http::Access& a) {
        const std::lock_guard guard(mutex_);
        log_.push_back({std::string(a.method), std::string(a.route), std::string(a.code),
                        std::string(a.detail), std::string(a.request_id), a.status, a.bytes_in,
                        a.bytes_out, a.ms});
    };
    adjust(options);
    server = std::make_unique<http::Server>(std::move(options), routes(), web_files());
    const auto started = server->start();
    if (!started) throw std::runtime_error(started.error().message + " " + started.error().detail);
}

Node::~Node() {
    release = true;
    server.reset();
    fs::remove_all(directory);
}

std::vector<Node::Logged> Node::log() {
    const std::lock_guard guard(mutex_);
    return log_;
}

std::vector<Node::Logged> Node::log(std::size_t count) {
    for (int i = 0; i < 400 && log().size() < count; ++i) std::this_thread::sleep_for(5ms);
    return log();
}

long Node::spooled() const {
    return std::distance(fs::directory_iterator(directory / "envios"), fs::directory_iterator());
}

}  // namespace aroeira::testing
