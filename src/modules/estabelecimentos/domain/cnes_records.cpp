// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/domain/cnes_records.hpp"

#include "base/text.hpp"
#include "modules/estabelecimentos/domain/cnes_rules.hpp"

namespace aroeira::estabelecimentos {
namespace {

/// Blanks stand for nothing in this file (" " is written where a field is empty).
struct Reader {
    const xml::Attributes& attributes;
    TextPool& texts;
    std::string_view operator()(std::string_view name) const { return texts.keep(text::trim(attributes.get(name))); }
    /// A date as AAAA-MM-DD; "" when blank or no date.
    [[nodiscard]] std::string_view date(std::string_view name) const {
        const auto raw = text::trim(attributes.get(name));
        const auto iso = raw.empty() ? std::nullopt : iso_date(raw);
        return iso ? texts.keep(*iso) : std::string_view();
    }
};

template <class... Fields>
std::uint64_t fingerprint(const Fields&... fields) {
    Impressao impressao;
    (impressao.add(fields), ...);
    return impressao.value();
}

}  // namespace

Unidade unidade_of(const xml::Attributes& attributes, TextPool& texts) {
    const Reader read{attributes, texts};
    Unidade u;
    u.nome = read("NM_FANTA");
    u.cnpj = read("CNPJ");
    u.cnes = read("CNES");
    u.tipo = read("TP_UNID_ID");
    u.tipo_descricao = read("DS_TP_UNID");
    u.subtipo = read("CO_SUBTIPO_UNID");
    u.subtipo_descricao = read("DS_SUBTIPO_UNID");
    u.telefone1 = read("TELEFONE1");
    u.telefone2 = read("TELEFONE2");
    u.fax = read("FAX");
    u.email = read("E_MAIL");
    return u;
}

void add_address(Unidade& u, const xml::Attributes& attributes, TextPool& texts) {
    const Reader read{attributes, texts};
    u.cep = read("CO_CEP");
    u.uf = read("SG_UF");
    u.ibge = read("CO_IBGE_MUN");
    u.bairro = read("BAIRRO");
    u.logradouro = read("LOGRADOURO");
    u.numero = read("NUMERO");
    u.complemento = read("COMPLEMENT");
    u.referencia = read("PONTO_REF");
}

Equipe equipe_of(std::string_view cnes, const xml::Attributes& attributes, TextPool& texts) {
    const Reader read{attributes, texts};
    Equipe e;
    e.cnes = cnes;
    e.tipo = read("TP_EQUIPE");
    e.sigla = read("SG_EQUIPE");
    e.descricao = read("DS_EQUIPE");
    e.ine = read("CO_INE");
    e.area = read("CO_AREA");
    e.area_descricao = read("DS_AREA");
    e.nome = read("NM_REFERENCIA");
    e.desativada_em = read.date("DT_DESATIVACAO");
    return e;
}

Profissional profissional_of(const xml::Attributes& attributes, TextPool& texts) {
    const Reader read{attributes, texts};
    Profissional p;
    p.nome = read("NM_PROF");
    p.cpf = read("CPF_PROF");
    p.cns = read("CO_CNS");
    p.nascimento = read.date("DT_NASC");
    p.sexo = read("SEXO");
    p.conselho = read("CONSELHO_ID");
    p.conselho_uf = read("SG_UF_EMIS");
    p.registro = read("NU_REGISTRO");
    p.email = read("E_MAIL");
    p.telefone = read("TELEFONE");
    return p;
}

Lotacao lotacao_of(const xml::Attributes& attributes, TextPool& texts) {
    const Reader read{attributes, texts};
    Lotacao l;
    l.cnes = read("CNES");
    l.ine = read("CO_INE");
    l.cbo = read("CO_CBO");
    l.microarea = read("MICROAREA");
    return l;
}

std::uint64_t impressao_of(const Unidade& u) {
    return fingerprint(u.nome, u.cnpj, u.tipo, u.tipo_descricao, u.subtipo, u.subtipo_descricao, u.telefone1, u.telefone2,
                       u.fax, u.email, u.cep, u.uf, u.ibge, u.bairro, u.logradouro, u.numero, u.complemento, u.referencia,
                       u.complexidades);
}

std::uint64_t impressao_of(const Equipe& e) {
    return fingerprint(e.tipo, e.sigla, e.descricao, e.area, e.area_descricao, e.nome, e.desativada_em);
}

std::uint64_t impressao_of(const Profissional& p) {
    return fingerprint(p.cns, p.nome, p.nascimento, p.sexo, p.conselho, p.conselho_uf, p.registro, p.email, p.telefone);
}

}  // namespace aroeira::estabelecimentos
