// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/contador_lido.hpp"

#include <charconv>

#include "modules/relatorios/domain/faixa_etaria.hpp"
#include "modules/tabelas/api/clinica.hpp"
#include "modules/tabelas/api/procedimentos.hpp"

namespace aroeira::relatorios::detail {
namespace {

using fichas::Campo;

// Changes when the way of counting does, whatever the declarations say.
constexpr std::string_view kMaquina = "1";

Error no_such_field(std::string_view path, int tipo) {
    return {ErrorKind::internal, "RELAT-0012", "Um relatório nomeia um campo que a ficha não tem.", {},
            "tipo " + std::to_string(tipo) + ": " + std::string(path)};
}

Result<Campo> inside(const Campo& group, std::string_view path, int tipo) {
    auto found = group.inside(path);
    if (!found) return no_such_field(path, tipo);
    return std::move(*found);
}

Result<std::optional<Campo>> maybe(const Campo& group, std::string_view path, int tipo) {
    if (path.empty()) return std::optional<Campo>();
    AROEIRA_TRY(auto found, inside(group, path, tipo));
    return std::optional(std::move(found));
}

/// Paths with "|" between them; "" is the group itself.
Result<std::vector<Campo>> several(const Campo& group, std::string_view paths, int tipo) {
    std::vector<Campo> all;
    for (;;) {
        const auto bar = paths.find('|');
        AROEIRA_TRY(auto found, inside(group, paths.substr(0, bar), tipo));
        all.push_back(std::move(found));
        if (bar == paths.npos) return all;
        paths.remove_prefix(bar + 1);
    }
}

std::size_t place_of(std::string_view rotulo, GrupoUnido& unido) {
    for (std::size_t i = 0; i < unido.rotulos.size(); ++i)
        if (unido.rotulos[i] == rotulo) return i;
    unido.rotulos.push_back(rotulo);
    return unido.rotulos.size() - 1;
}

GrupoUnido& unido_of(const Grupo& grupo, RelatorioLido& lido, std::uint8_t& numero) {
    for (std::size_t i = 0; i < lido.grupos.size(); ++i) {
        numero = static_cast<std::uint8_t>(i);
        if (lido.grupos[i].codigo == grupo.codigo) return lido.grupos[i];
    }
    numero = static_cast<std::uint8_t>(lido.grupos.size());
    return lido.grupos.emplace_back(GrupoUnido{grupo.codigo, grupo.titulo});
}

Result<GrupoLido> read_group(const Grupo& grupo, const FonteLida& fonte, RelatorioLido& lido) {
    GrupoLido out;
    auto& unido = unido_of(grupo, lido, out.numero);
    AROEIRA_TRY(out.campo, maybe(fonte.itens, grupo.campo, fonte.tipo));
    AROEIRA_TRY(out.nascimento, maybe(fonte.itens, grupo.nascimento, fonte.tipo));
    AROEIRA_TRY(out.colunas, maybe(fonte.itens, grupo.colunas, fonte.tipo));
    for (const auto& linha : grupo.linhas) {
        AROEIRA_TRY(auto campos, several(fonte.itens, linha.campo, fonte.tipo));
        out.linhas.push_back({std::move(campos), linha.conta, place_of(linha.rotulo, unido)});
    }
    unido.partes.push_back({&grupo, out.campo, out.colunas});
    return out;
}

Result<RelatorioLido> read(const Relatorio& relatorio) {
    RelatorioLido lido{.relatorio = &relatorio};
    for (const auto& fonte : relatorio.fontes) {
        const auto* tipo = fichas::find_tipo(fonte.tipo);
        if (!tipo) return no_such_field("", fonte.tipo);
        const auto root = Campo::find(*tipo, "");
        AROEIRA_TRY(auto itens, inside(*root, fonte.itens, fonte.tipo));
        FonteLida out{.tipo = fonte.tipo, .itens = std::move(itens)};
        if (!out.itens.is_group()) return no_such_field(fonte.itens, fonte.tipo);
        if (!fonte.se.empty()) {
            AROEIRA_TRY(out.se, several(*root, fonte.se, fonte.tipo));
        }
        if (!fonte.sem.empty()) {
            AROEIRA_TRY(out.sem, several(*root, fonte.sem, fonte.tipo));
        }
        for (const auto& grupo : fonte.grupos) {
            AROEIRA_TRY(auto read_one, read_group(grupo, out, lido));
            out.grupos.push_back(std::move(read_one));
        }
        lido.fontes.push_back(std::move(out));
    }
    return lido;
}

/// Where the header of a record type may be, the fuller one first.
constexpr std::string_view kHeaders[]{"headerTransport.lotacaoFormPrincipal", "headerTransport", "lotacaoEvolucao"};

/// What the fields are called there; the CNS has two names.
Result<Cabecalho> header_at(const fichas::TipoDeFicha& tipo, std::string_view group) {
    const auto in_group = [&](std::string_view name) { return Campo::find(tipo, std::string(group) + "." + std::string(name)); };
    auto cnes = in_group("cnes"), ine = in_group("ine"), cbo = in_group("cboCodigo_2002"), profissional = in_group("profissionalCNS");
    if (!profissional) profissional = in_group("cns");
    if (!cnes || !ine || !cbo || !profissional) return no_such_field(group, tipo.codigo);
    return Cabecalho{std::move(*cnes), std::move(*ine), std::move(*cbo), std::move(*profissional), Campo::find(tipo, "uuidFichaOriginadora")};
}

Result<Cabecalho> header_of(const fichas::TipoDeFicha& tipo) {
    for (const auto path : kHeaders)
        if (Campo::find(tipo, path)) return header_at(tipo, path);
    return no_such_field("headerTransport", tipo.codigo);
}

std::optional<std::int64_t> number_of(std::string_view text) {
    std::int64_t number = 0;
    const auto done = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || done.ec != std::errc() || done.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

std::string_view word_in(std::span<const Palavra> palavras, std::int64_t codigo) {
    for (const auto& one : palavras)
        if (one.codigo == codigo) return one.texto;
    return {};
}

std::string_view word_of(Nomes nomes, std::string_view codigo) {
    switch (nomes) {
        case Nomes::declaracao: return {};
        case Nomes::cid10: return tabelas::cid10_title(codigo);
        case Nomes::ciap2: return tabelas::ciap2_title(codigo);
        case Nomes::procedimentos: return tabelas::procedimento_title(codigo);
    }
    return {};
}

std::string named(std::string_view codigo, std::string_view words) {
    return words.empty() ? std::string(codigo) : std::string(codigo) + " - " + std::string(words);
}

/// FNV-1a, 64 bits.
class Fingerprint {
public:
    void add(std::string_view text) {
        for (const char c : text) mix(static_cast<unsigned char>(c));
        mix(0xFF);
    }
    void add(std::int64_t number) { add(std::to_string(number)); }
    [[nodiscard]] std::string text() const { return std::to_string(hash_); }

private:
    void mix(unsigned char byte) { hash_ = (hash_ ^ byte) * 0x100000001b3U; }
    std::uint64_t hash_ = 0xcbf29ce484222325U;
};

void add_group(const Grupo& grupo, Fingerprint& print) {
    for (const auto text : {grupo.codigo, grupo.campo, grupo.nascimento, grupo.colunas}) print.add(text);
    for (const auto& linha : grupo.linhas) {
        print.add(linha.campo);
        print.add(linha.rotulo);
        print.add(static_cast<std::int64_t>(linha.conta));
    }
}

}  // namespace

bool GrupoUnido::tem_colunas() const {
    for (const auto& parte : partes)
        if (parte.colunas) return true;
    return false;
}

bool GrupoUnido::is_long() const {
    for (const auto& parte : partes)
        if (parte.grupo->nomes != Nomes::declaracao) return true;
    return false;
}

std::string GrupoUnido::linha(std::string_view codigo_da_linha) const {
    const auto number = number_of(codigo_da_linha);
    for (const auto& parte : partes) {
        if (!parte.grupo->nascimento.empty()) return std::string(faixa_etaria(codigo_da_linha));
        if (!parte.campo) continue;
        if (parte.grupo->nomes != Nomes::declaracao) return named(codigo_da_linha, word_of(parte.grupo->nomes, codigo_da_linha));
        if (!number) return std::string(codigo_da_linha);
        auto words = word_in(parte.grupo->palavras, *number);
        if (words.empty()) words = parte.campo->rotulo(*number);
        if (!words.empty()) return std::string(words);
    }
    if (number && *number >= 0 && static_cast<std::size_t>(*number) < rotulos.size()) return std::string(rotulos[static_cast<std::size_t>(*number)]);
    return std::string(codigo_da_linha);
}

std::string GrupoUnido::coluna(std::string_view codigo_da_coluna) const {
    if (codigo_da_coluna.empty()) return "Não informado";
    const auto number = number_of(codigo_da_coluna);
    for (const auto& parte : partes) {
        if (!parte.colunas || !number) continue;
        auto words = word_in(parte.grupo->palavras_das_colunas, *number);
        if (words.empty()) words = parte.colunas->rotulo(*number);
        if (!words.empty()) return std::string(words);
    }
    return std::string(codigo_da_coluna);
}

const RelatorioLido& Lidos::of(const Relatorio& relatorio) const {
    for (const auto& one : relatorios)
        if (one.relatorio == &relatorio) return one;
    invariant_broken("every declared report is read", __FILE__, __LINE__);
}

Result<Lidos> read_all() {
    Lidos all;
    for (const auto* tipo : fichas::tipos_de_ficha()) {
        AROEIRA_TRY(auto header, header_of(*tipo));
        all.cabecalhos.emplace(tipo->codigo, std::move(header));
    }
    for (const auto* relatorio : all_relatorios()) {
        AROEIRA_TRY(auto lido, read(*relatorio));
        all.relatorios.push_back(std::move(lido));
    }
    return all;
}

std::string edicao_of_all() {
    Fingerprint print;
    print.add(kMaquina);
    for (const auto* relatorio : all_relatorios()) {
        print.add(relatorio->codigo);
        for (const auto& fonte : relatorio->fontes) {
            print.add(fonte.tipo);
            for (const auto text : {fonte.itens, fonte.se, fonte.sem}) print.add(text);
            for (const auto& grupo : fonte.grupos) add_group(grupo, print);
        }
    }
    return print.text();
}

}  // namespace aroeira::relatorios::detail
