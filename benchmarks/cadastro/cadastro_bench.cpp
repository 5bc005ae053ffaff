// SPDX-License-Identifier: Apache-2.0
// A page of «Profissionais» among ten thousand, through the operation, against SQLite alone giving the same rows:
// the page in the index of names, the count, and one look-up of the usuário per row.
#include <sqlite3.h>

#include <cstdio>
#include <string>

#include "benchmarks/support/measure.hpp"
#include "benchmarks/support/program.hpp"
#include "modules/estabelecimentos/operations/profissionais.hpp"

namespace {

using namespace aroeira;
using bench::must;

constexpr int kPeople = 10'000, kPageOf30 = 300;
constexpr double kMust = 0.5, kAim = 0.8;

std::string digits(std::string body, int first) {
    for (int round = 0; round < 2; ++round) {
        int sum = 0, weight = first + round;
        for (const char c : body) sum += (c - '0') * weight--;
        const int rest = sum % 11;
        body += static_cast<char>('0' + (rest < 2 ? 0 : 11 - rest));
    }
    return body;
}
/// The n-th CPF with right digits.
std::string cpf(int n) {
    char body[10];
    std::snprintf(body, sizeof body, "%09d", 100'000 + n);
    return digits(body, 10);
}

/// The floor: the statements a page needs, prepared once.
class Alone {
public:
    explicit Alone(const std::string& path) {
        sqlite3_open(path.c_str(), &base_);
        page_ = prepare("SELECT id, nome, cpf, cns, origem, ativo FROM profissional WHERE municipio = '5300108' AND id IN (SELECT id FROM profissional "
                        "WHERE municipio = '5300108' AND ativo = 1 ORDER BY nome_busca, id LIMIT 30 OFFSET ?1) ORDER BY nome_busca, id");
        count_ = prepare("SELECT count(*) FROM profissional WHERE municipio = '5300108' AND ativo >= 1");
        usuario_ = prepare("SELECT id, ativo, bloqueado_ms, ultimo_acesso_ms FROM usuario WHERE cpf = ?1");
    }
    ~Alone() {
        for (auto* statement : {page_, count_, usuario_}) sqlite3_finalize(statement);
        sqlite3_close(base_);
    }
    Alone(const Alone&) = delete;
    Alone& operator=(const Alone&) = delete;
    int read(int offset) {
        int rows = 0;
        sqlite3_exec(base_, "BEGIN", nullptr, nullptr, nullptr);
        sqlite3_bind_int(page_, 1, offset);
        while (sqlite3_step(page_) == SQLITE_ROW) {
            sqlite3_bind_text(usuario_, 1, reinterpret_cast<const char*>(sqlite3_column_text(page_, 2)), -1, SQLITE_TRANSIENT);
            rows += sqlite3_step(usuario_) == SQLITE_ROW ? 1 : 0;
            sqlite3_reset(usuario_);
        }
        sqlite3_reset(page_);
        sqlite3_step(count_);
        sqlite3_reset(count_);
        sqlite3_exec(base_, "COMMIT", nullptr, nullptr, nullptr);
        return rows;
    }

private:
    sqlite3_stmt* prepare(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(base_, sql, -1, &statement, nullptr) != SQLITE_OK) std::exit(2);
        return statement;
    }
    sqlite3* base_ = nullptr;
    sqlite3_stmt *page_ = nullptr, *count_ = nullptr, *usuario_ = nullptr;
};

/// Ten thousand people with a usuário each, as the screen registers them.
void fill(app::App& program, const Ibge& ibge) {
    const auto& registry = program.registry();
    must(registry.unit.write([&](estabelecimentos::Ports& ports) -> Result<int> {
        for (int n = 0; n < kPeople; ++n) {
            estabelecimentos::ProfissionalCadastrado person{.id = registry.ids.next()};
            person.dados.cpf = cpf(n);
            person.dados.nome = "PESSOA " + std::to_string((n * 7919) % kPeople) + " DA SILVA";
            AROEIRA_CHECK(ports.profissionais.insert(ibge, person));
            AROEIRA_TRY(const auto parsed, Cpf::parse(person.dados.cpf));
            AROEIRA_CHECK(ports.people.ensure(parsed, person.dados.nome));
        }
        return kPeople;
    }));
}

}  // namespace

int main() {
    bench::Program program("aroeira-cadastro-bench");
    const auto ibge = must(Ibge::parse("5300108"));
    fill(*program, ibge);
    const auto may = program->gate().console<identity::Permission::profissionais_ver>();
    Alone alone(program.database());
    int page = 0;
    const auto ours = [&]() -> std::size_t {
        page = page % kPageOf30 + 1;
        return must(estabelecimentos::list_profissionais(may, ibge, {.page = page}, program->registry())).rows.size();
    };
    const auto theirs = [&]() -> std::size_t { return static_cast<std::size_t>(alone.read((page - 1) * 30)); };
    const auto listed = bench::compare(ours, theirs);
    bench::print({.id = "lista de 10 mil profissionais", .value = listed.ours, .unit = "linha/s", .against = "SQLite só", .floor = listed.theirs,
                  .ratio = listed.ratio, .must = kMust, .aim = kAim});
}
