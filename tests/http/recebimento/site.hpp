// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "modules/fichas/tests/world.hpp"
#include "modules/identity/module.hpp"
#include "modules/identity/operations/manage_credenciais.hpp"
#include "modules/instalacoes/module.hpp"
#include "tests/http/client.hpp"

namespace aroeira::testing {

/// Identity, instalacoes and fichas behind a real server on a port of its own, with a clock and a
/// registry the test owns. Aracaju and São Paulo are active.
class Site {
public:
    explicit Site(db::Database& database);
    ~Site();
    Site(const Site&) = delete;
    Site& operator=(const Site&) = delete;

    /// The n-th person, with one acesso; her password is kPassword.
    void add_person(int n, std::string_view perfil, const std::optional<Ibge>& municipio);
    identity::CredencialCriada add_credencial(const std::optional<Ibge>& municipio);
    void inactivate(const identity::CredencialCriada& credencial);
    void set_online_receiving(const identity::OnlineReceiving& receiving);
    /// Of other installations; over it, one is told when to come.
    void set_lotes_at_once(int count);
    void set_kind(instalacoes::TipoInstalacao tipo);
    void run_jobs();

    [[nodiscard]] std::uint16_t port() const;
    std::int64_t number(const std::string& sql);
    std::int64_t events(audit::Event event);

    FixedClock clock{from_ms(1'790'000'000'000)};     // 2026-09-21, 11:13 in Aracaju
    std::shared_ptr<const fichas::Catalogo> catalogo;  ///< Null: no registry is asked.
    /// How many more transactions of recebimento may write; then its database does not answer.
    std::atomic<int> writes_left{1 << 30};

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

inline constexpr const char* kPassword = "girassol-42-azul";
std::string cpf_text(int n);

/// Somebody at the other end of the wire: a browser or another system. One connection per question.
class Caller {
public:
    explicit Caller(Site& site) : port_(site.port()) {}

    Answer enter(int n, std::string_view password = kPassword);  ///< As a person; keeps cookie and CSRF token.
    Answer enter(const identity::CredencialCriada& credencial);  ///< As another system.
    Answer enter_as(std::string_view usuario, std::string_view senha);

    Answer get(const std::string& path) const;
    Answer post(const std::string& path, const std::string& body = "", const std::string& type = "application/json") const;
    Answer put(const std::string& path, const std::string& body, const std::string& type = "application/json") const;
    /// A form with one file.
    Answer send(const std::string& path, const std::string& part, const std::string& name, const std::string& bytes) const;
    Answer send_ficha(const std::string& name, const std::string& bytes) const { return send("/api/v1/recebimento/ficha", "ficha", name, bytes); }
    Answer send_ficha(const fichas::testing::Visita& visit) const { return send_ficha(visit.file_name(), visit.bytes()); }
    Answer send_lote(const std::string& bytes, const std::string& name = "lote.zip") const {
        return send("/api/v1/recebimento/lotes", "arquivo", name, bytes);
    }
    [[nodiscard]] std::string headers(const std::string& type) const;

    std::string cookie;
    std::string csrf;

private:
    void keep(const Answer& answer);
    std::uint16_t port_;
};

/// The parts of a form, as browsers write them.
struct FormPart {
    std::string name, file_name, content;
};
std::string form(const std::vector<FormPart>& parts);
inline constexpr const char* kFormType = "multipart/form-data; boundary=limite";

/// The text of a member of a JSON object, "" when it is not there.
std::string member(const Answer& answer, const std::string& name);

/// Runs `test` on a new site on each engine.
void for_each_site(const std::function<void(Site&)>& test);

}  // namespace aroeira::testing
