// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/domain/cnes_reader.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/text.hpp"
#include "modules/estabelecimentos/api/cadastro.hpp"
#include "modules/estabelecimentos/domain/cnes_records.hpp"
#include "modules/estabelecimentos/domain/cnes_rules.hpp"
#include "modules/tabelas/api/tabelas.hpp"
#include "platform/xml/xml.hpp"

namespace aroeira::estabelecimentos {
namespace {

constexpr std::string_view kVersions[] = {"2.1", "3.0", "3.1"};
constexpr std::uint64_t kBytesPerPerson = 400, kBytesMax = std::uint64_t{512} << 20;
constexpr xml::Options kXml{.depth_max = 32, .text = false};

Error refused(ErrorCode code, std::string message) { return {ErrorKind::invalid_input, code, std::move(message)}; }

Error not_cnes() {
    return refused("CNES-0001", "O arquivo não é um XML do CNES para o e-SUS. Baixe de novo o arquivo XMLPARAESUS do município.");
}

/// A team is known by its establishment and its INE: one INE can be in several establishments.
struct TeamKey {
    std::uint64_t cnes, ine;
    friend bool operator==(const TeamKey&, const TeamKey&) = default;
};
struct TeamHash {
    std::size_t operator()(const TeamKey& key) const { return std::hash<std::uint64_t>()(key.ine * 31 + key.cnes); }
};

}  // namespace

struct CnesReader::State final : xml::Handler {
    State(const std::optional<Ibge>& asked, std::uint64_t bytes) : municipio(asked) {
        // Memory that is not written is not used: better too much than moving everything twice.
        const auto expected = static_cast<std::size_t>(std::min(bytes, kBytesMax) / kBytesPerPerson);
        file.profissionais.reserve(expected);
        file.lotacoes.reserve(expected + expected / 2);
    }

    Result<void> start(std::string_view name, const xml::Attributes& attributes) override {
        if (++depth == 1) return open_root(name);
        if (name == "DADOS_LOTACOES") lotacao(attributes);
        else if (name == "DADOS_PROFISSIONAIS") return open_profissional(attributes);
        else if (name == "DADOS_EQUIPES") equipe(attributes);
        else if (name == "DADOS_ENDERECO") { if (unidade) add_address(*unidade, attributes, file.texts); }
        else if (name == "DADOS_COMPLEXIDADE") complexidade(attributes);
        else if (name == "DADOS_GERAIS_ESTABELECIMENTOS") return open_unidade(attributes);
        else if (name == "IDENTIFICACAO") return header(attributes);
        else if (name == "ESTABELECIMENTOS") has_unidades = true;
        else if (name == "PROFISSIONAIS") has_profissionais = true;
        return {};
    }
    Result<void> end(std::string_view name) override {
        --depth;
        if (name == "DADOS_GERAIS_ESTABELECIMENTOS") close_unidade();
        else if (name == "DADOS_PROFISSIONAIS") person.reset();
        return {};
    }

    Result<void> open_root(std::string_view name) {
        if (name != "ImportarXMLCNES") return not_cnes();
        return {};
    }

    Result<void> header(const xml::Attributes& attributes) {
        identified = true;
        file.cabecalho = {std::string(text::trim(attributes.get("DATA"))), std::string(text::trim(attributes.get("CO_IBGE_MUN"))),
                          std::string(text::trim(attributes.get("VERSAO_XSD")))};
        const auto& versao = file.cabecalho.versao;
        if (std::find(std::begin(kVersions), std::end(kVersions), versao) == std::end(kVersions))
            return refused("CNES-0003", "A versão do arquivo do CNES não é conhecida. Este sistema lê as versões 2.1, 3.0 e 3.1: "
                                        "baixe o arquivo de novo, ou atualize o sistema.");
        if (municipio && file.cabecalho.ibge != municipio->text())
            return refused("CNES-0004", "O arquivo é de outro município (IBGE " + printable(file.cabecalho.ibge) + "; esperado " +
                                            std::string(municipio->text()) + "). Escolha o município certo ou baixe o arquivo dele.");
        const auto national = tabelas::municipio(file.cabecalho.ibge);
        if (!national) return refused("CNES-0004", "O código IBGE do município do arquivo não existe. Baixe o arquivo de novo.");
        uf = national->uf;
        return {};
    }
    static std::string printable(std::string_view ibge) {
        return ibge.size() <= 7 && number_of(ibge) != 0 ? std::string(ibge) : std::string("ilegível");
    }

    /// Nothing may come before the header; what has no header at all is the layout of before 2.x.
    Result<void> expect_header() const {
        if (identified) return {};
        return refused("CNES-0002", "O arquivo está no leiaute antigo do CNES (de 2014), que não traz a identificação do município. "
                                    "Baixe o arquivo atual, XMLPARAESUS, no site do CNES ou no e-Gestor.");
    }

    void reject(std::string_view tipo, std::string chave, std::string motivo, std::uint32_t linha) {
        file.rejeicoes.push_back({tipo, std::move(chave), std::move(motivo), linha});
    }
    [[nodiscard]] std::uint32_t line() const { return static_cast<std::uint32_t>(parser.line()); }

    Result<void> open_unidade(const xml::Attributes& attributes) {
        AROEIRA_CHECK(expect_header());
        unidade = unidade_of(attributes, file.texts);
        unidade->linha = line();
        equipes.clear();
        complexidades.clear();
        ++lidos.unidades;
        return {};
    }
    void complexidade(const xml::Attributes& attributes) {
        const auto sigla = text::trim(attributes.get("SG_COMPLEXIDADE"));
        if (!unidade || !is_complexidade(sigla)) return;
        if (!complexidades.empty()) complexidades += ' ';
        complexidades += sigla;
    }
    void equipe(const xml::Attributes& attributes) {
        if (!unidade) return;
        auto one = equipe_of(unidade->cnes, attributes, file.texts);
        one.linha = line();
        auto motivo = refusal_of(one, text::trim(attributes.get("DT_DESATIVACAO")));
        equipes.emplace_back(std::move(one), std::move(motivo));
    }
    /// The unit is judged when all of it was read; its teams stand or fall with it.
    void close_unidade() {
        if (!unidade) return;
        unidade->complexidades = file.texts.keep(complexidades);
        auto motivo = refusal_of(*unidade, file.cabecalho.ibge, uf);
        const auto cnes = number_of(unidade->cnes);
        if (motivo.empty() && !unidades.insert(cnes).second) motivo = "O CNES já apareceu antes no arquivo.";
        const bool accepted = motivo.empty();
        if (accepted) {
            unidade->impressao = impressao_of(*unidade);
            file.unidades.push_back(*unidade);
        } else {
            reject("unidade", std::string(unidade->cnes), std::move(motivo), unidade->linha);
        }
        for (auto& [one, why] : equipes) close_equipe(one, accepted ? std::move(why) : "A unidade da equipe não foi importada.");
        unidade.reset();
    }
    void close_equipe(Equipe& one, std::string motivo) {
        if (motivo.empty() && !teams.insert({number_of(one.cnes), number_of(one.ine)}).second)
            motivo = "A equipe já apareceu antes nesta unidade.";
        if (!motivo.empty()) return reject("equipe", std::string(one.cnes) + "/" + std::string(one.ine), std::move(motivo), one.linha);
        one.impressao = impressao_of(one);
        file.equipes.push_back(one);
    }

    Result<void> open_profissional(const xml::Attributes& attributes) {
        AROEIRA_CHECK(expect_header());
        ++lidos.profissionais;
        auto one = profissional_of(attributes, file.texts);
        one.linha = line();
        current.reset();
        auto motivo = refusal_of(one);
        if (motivo.empty()) motivo = settle(one);
        if (!motivo.empty()) reject("profissional", chave_of(one), std::move(motivo), one.linha);
        person = one;
        return {};
    }
    /// Makes `one` the professional the next lotações are of: a new one, or the same read before.
    std::string settle(Profissional& one) {
        const auto cpf = number_of(one.cpf), cns = number_of(one.cns);
        if (const auto known = by_cpf.find(cpf); known != by_cpf.end()) {
            if (number_of(file.profissionais[known->second].cns) != cns) return "O CPF já apareceu no arquivo com outro CNS.";
            current = known->second;
            return {};
        }
        if (!cnss.insert(cns).second) return "O CNS já apareceu no arquivo com outro CPF.";
        one.impressao = impressao_of(one);
        current = static_cast<std::uint32_t>(file.profissionais.size());
        by_cpf.emplace(cpf, *current);
        file.profissionais.push_back(one);
        return {};
    }
    void lotacao(const xml::Attributes& attributes) {
        if (!person) return;
        auto one = lotacao_of(attributes, file.texts);
        one.linha = line();
        if (!current)
            return reject("lotacao", chave_of(one, *person), "O profissional da lotação não foi importado.", one.linha);
        one.profissional = *current;
        file.lotacoes.push_back(one);
    }

    /// Lotações ask whether the unit and the team exist, so they are judged when all was read.
    void judge_lotacoes() {
        const auto by_person = [](const Lotacao& a, const Lotacao& b) { return a.profissional < b.profissional; };
        auto& all = file.lotacoes;
        // Only a person who appears twice in the file breaks the order.
        if (!std::is_sorted(all.begin(), all.end(), by_person)) std::stable_sort(all.begin(), all.end(), by_person);
        std::size_t kept = 0, first_of_person = 0;
        for (const auto& one : all) {
            if (kept == 0 || all[kept - 1].profissional != one.profissional) first_of_person = kept;
            auto motivo = refusal_in_file(one);
            if (motivo.empty() && repeated(one, first_of_person, kept)) motivo = "A lotação já apareceu antes no arquivo.";
            if (!motivo.empty()) reject("lotacao", chave_of(one, file.profissionais[one.profissional]), std::move(motivo), one.linha);
            else all[kept++] = one;
        }
        all.resize(kept);
    }
    [[nodiscard]] bool repeated(const Lotacao& one, std::size_t from, std::size_t until) const {
        for (auto i = from; i < until; ++i) {
            const auto& other = file.lotacoes[i];
            if (other.cnes == one.cnes && other.ine == one.ine && other.cbo == one.cbo) return true;
        }
        return false;
    }
    [[nodiscard]] std::string refusal_in_file(const Lotacao& one) const {
        const auto cnes = number_of(one.cnes);
        if (!is_cnes(one.cnes) || !unidades.contains(cnes)) return "O CNES da lotação não está entre as unidades importadas.";
        if (!one.ine.empty() && !(is_ine(one.ine) && teams.contains({cnes, number_of(one.ine)})))
            return "O INE da lotação não é de uma equipe importada desta unidade.";
        return refusal_of(one);
    }

    Result<CnesFile> finish() {
        AROEIRA_CHECK(parser.finish());
        AROEIRA_CHECK(expect_header());
        if (!has_unidades || !has_profissionais)
            return refused("CNES-0005", "O arquivo do CNES não tem as seções de estabelecimentos e de profissionais. Baixe-o de novo.");
        judge_lotacoes();
        std::stable_sort(file.rejeicoes.begin(), file.rejeicoes.end(),
                         [](const Rejeicao& a, const Rejeicao& b) { return a.linha < b.linha; });
        return std::move(file);
    }

    std::optional<Ibge> municipio;
    std::string_view uf;
    CnesFile file;
    Lidos lidos;
    int depth = 0;
    bool identified = false, has_unidades = false, has_profissionais = false;

    std::optional<Unidade> unidade;                        ///< The one being read.
    std::vector<std::pair<Equipe, std::string>> equipes;   ///< Its teams, each with its own refusal.
    std::string complexidades;
    std::unordered_set<std::uint64_t> unidades;            ///< Accepted.
    std::unordered_set<TeamKey, TeamHash> teams;           ///< Accepted.

    std::optional<Profissional> person;                    ///< The one being read, accepted or not.
    std::optional<std::uint32_t> current;                  ///< Her place in the file; none when refused.
    std::unordered_map<std::uint64_t, std::uint32_t> by_cpf;
    std::unordered_set<std::uint64_t> cnss;

    xml::Parser parser{*this, kXml};
};

CnesReader::CnesReader(const std::optional<Ibge>& municipio, std::uint64_t bytes) : state_(std::make_unique<State>(municipio, bytes)) {}
CnesReader::~CnesReader() = default;

Result<void> CnesReader::feed(std::string_view chunk) { return state_->parser.feed(chunk); }
Result<CnesFile> CnesReader::finish() { return state_->finish(); }
Lidos CnesReader::read() const { return state_->lidos; }

}  // namespace aroeira::estabelecimentos
