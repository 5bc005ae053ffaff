// SPDX-License-Identifier: Apache-2.0
// Writing what an import changes: new records in bulk, changed ones one by one.
#include <array>

#include "base/text.hpp"
#include "modules/estabelecimentos/store/sql_cadastro_store.hpp"

namespace aroeira::estabelecimentos {
namespace {

constexpr std::array<std::string_view, 23> kUnidade{
    "municipio", "cnes", "nome", "cnpj", "tipo", "tipo_descricao", "subtipo", "subtipo_descricao", "telefone1", "telefone2", "fax",
    "email", "cep", "uf", "bairro", "logradouro", "numero", "complemento", "referencia", "complexidades", "impressao", "ativa", "nome_busca"};
constexpr std::array<std::string_view, 12> kEquipe{"municipio", "cnes", "ine", "tipo", "sigla", "descricao", "area", "area_descricao",
                                                   "nome", "desativada_em", "impressao", "ativa"};
constexpr std::array<std::string_view, 15> kProfissional{"municipio", "id", "cpf", "cns", "nome", "nascimento", "sexo", "conselho",
                                                         "conselho_uf", "registro", "email", "telefone", "impressao", "ativo", "nome_busca"};
constexpr std::array<std::string_view, 10> kLotacao{"municipio", "id", "profissional", "cnes", "ine", "cbo", "microarea", "origem",
                                                    "segue_cnes", "ativa"};

constexpr db::Query kUpdateUnidade{"cadastro.update_unidade",
    "UPDATE unidade_saude SET nome = $3, cnpj = $4, tipo = $5, tipo_descricao = $6, subtipo = $7, subtipo_descricao = $8, "
    "telefone1 = $9, telefone2 = $10, fax = $11, email = $12, cep = $13, uf = $14, bairro = $15, logradouro = $16, numero = $17, "
    "complemento = $18, referencia = $19, complexidades = $20, impressao = $21, ativa = $22, nome_busca = $23 WHERE municipio = $1 AND cnes = $2"};
constexpr db::Query kUpdateEquipe{"cadastro.update_equipe",
    "UPDATE equipe SET tipo = $4, sigla = $5, descricao = $6, area = $7, area_descricao = $8, nome = $9, desativada_em = $10, "
    "impressao = $11, ativa = $12 WHERE municipio = $1 AND cnes = $2 AND ine = $3"};
constexpr db::Query kUpdateProfissional{"cadastro.update_profissional",
    "UPDATE profissional SET cpf = $3, cns = $4, nome = $5, nascimento = $6, sexo = CASE WHEN $7 IN ('', 'N') THEN sexo ELSE $7 END, "
    "conselho = $8, conselho_uf = $9, registro = $10, "
    "email = CASE WHEN $11 = '' THEN email ELSE $11 END, telefone = CASE WHEN $12 = '' THEN telefone ELSE $12 END, "
    "impressao = $13, ativo = $14, nome_busca = $15, origem = 'cnes', versao = versao + 1 "
    "WHERE municipio = $1 AND id = $2"};
constexpr db::Query kUpdateLotacao{"cadastro.update_lotacao",
    "UPDATE lotacao SET microarea = $6, ativa = 1, versao = versao + 1 WHERE municipio = $1 AND profissional = $2 AND cnes = $3 AND ine = $4 AND cbo = $5"};

constexpr db::Query kEndUnidade{"cadastro.end_unidade", "UPDATE unidade_saude SET ativa = 0 WHERE municipio = $1 AND cnes = $2"};
constexpr db::Query kEndEquipe{"cadastro.end_equipe", "UPDATE equipe SET ativa = 0 WHERE municipio = $1 AND cnes = $2 AND ine = $3"};
constexpr db::Query kEndProfissional{"cadastro.end_profissional", "UPDATE profissional SET ativo = 0, versao = versao + 1 WHERE municipio = $1 AND id = $2"};
constexpr db::Query kEndLotacao{"cadastro.end_lotacao", 
    "UPDATE lotacao SET ativa = 0, versao = versao + 1 WHERE municipio = $1 AND profissional = $2 AND cnes = $3 AND ine = $4 AND cbo = $5"};

constexpr db::Query kPlanAnew{"cadastro.plan_anew", "ANALYZE unidade_saude, equipe, profissional, lotacao"};

std::int64_t signed_of(std::uint64_t impressao) { return static_cast<std::int64_t>(impressao); }

/// Writes the records of one kind: `row` makes the values of a record, `update` changes one that is known.
/// A bulk owns the session until it ends, so the updates come after it.
template <class Row>
Result<void> write(db::Session& session, const db::BulkTarget& target, const db::Query& update, const std::vector<Passo>& steps,
                   const Row& row) {
    AROEIRA_TRY(auto bulk, session.bulk(target));
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (steps[i].destino == Destino::nova) AROEIRA_CHECK(bulk->add(row(i)));
    AROEIRA_CHECK(bulk->finish());
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (steps[i].destino == Destino::atualizada) AROEIRA_CHECK(session.run(update, row(i)));
    return {};
}

class Application {
public:
    Application(db::Session& session, const Ibge& municipio, const CnesFile& file, const Conhecidos& known, const Mudancas& changes,
                IdSource& ids)
        : session_(session), municipio_(municipio), file_(file), known_(known), changes_(changes), ids_(ids) {}

    Result<void> run() {
        AROEIRA_CHECK(unidades());
        AROEIRA_CHECK(equipes());
        AROEIRA_CHECK(profissionais());
        return lotacoes();
    }

private:
    Result<void> unidades() {
        AROEIRA_CHECK(write(session_, {"unidade_saude", kUnidade}, kUpdateUnidade, changes_.unidades, [&](std::size_t i) {
            const auto& u = file_.unidades[i];
            return std::array<db::Value, 23>{municipio_, u.cnes, u.nome, u.cnpj, u.tipo, u.tipo_descricao, u.subtipo, u.subtipo_descricao,
                                             u.telefone1, u.telefone2, u.fax, u.email, u.cep, u.uf, u.bairro, u.logradouro, u.numero,
                                             u.complemento, u.referencia, u.complexidades, signed_of(u.impressao), true, folded(u.nome)};
        }));
        for (const auto i : changes_.unidades_inativadas) AROEIRA_CHECK(session_.run(kEndUnidade, {municipio_, digits_of(known_.unidades[i].cnes, 7)}));
        return {};
    }
    Result<void> equipes() {
        AROEIRA_CHECK(write(session_, {"equipe", kEquipe}, kUpdateEquipe, changes_.equipes, [&](std::size_t i) {
            const auto& e = file_.equipes[i];
            return std::array<db::Value, 12>{municipio_, e.cnes, e.ine, e.tipo, e.sigla, e.descricao, e.area, e.area_descricao, e.nome,
                                             e.desativada_em, signed_of(e.impressao), changes_.equipes[i].ativa};
        }));
        for (const auto i : changes_.equipes_inativadas)
            AROEIRA_CHECK(session_.run(kEndEquipe, {municipio_, digits_of(known_.equipes[i].cnes, 7), digits_of(known_.equipes[i].ine, 10)}));
        return {};
    }
    Result<void> profissionais() {
        AROEIRA_CHECK(name_profissionais());
        AROEIRA_CHECK(write(session_, {"profissional", kProfissional}, kUpdateProfissional, changes_.profissionais, [&](std::size_t i) {
            const auto& p = file_.profissionais[i];
            return std::array<db::Value, 15>{municipio_, id_of_[i]->text(), p.cpf, p.cns, p.nome, p.nascimento, p.sexo, p.conselho,
                                             p.conselho_uf, p.registro, p.email, p.telefone, signed_of(p.impressao), true,
                                             folded(p.nome)};
        }));
        for (const auto i : changes_.profissionais_inativados)
            AROEIRA_CHECK(session_.run(kEndProfissional, {municipio_, known_.profissionais[i].id.text()}));
        return {};
    }
    /// Who is new gets an identifier before her lotações ask for it.
    Result<void> name_profissionais() {
        id_of_.resize(file_.profissionais.size());
        for (std::size_t i = 0; i < id_of_.size(); ++i) {
            const auto& step = changes_.profissionais[i];
            if (step.destino == Destino::nova) id_of_[i] = ids_.next();
            else if (step.conhecida != kNenhum) id_of_[i] = known_.profissionais[step.conhecida].id;
        }
        return {};
    }
    Result<void> lotacoes() {
        AROEIRA_TRY(auto bulk, session_.bulk({"lotacao", kLotacao}));
        for (std::size_t i = 0; i < file_.lotacoes.size(); ++i) {
            const auto& l = file_.lotacoes[i];
            if (changes_.lotacoes[i].destino != Destino::nova) continue;
            const auto id = ids_.next();
            AROEIRA_CHECK(bulk->add(std::array<db::Value, 10>{municipio_, id, id_of_[l.profissional]->text(), l.cnes, l.ine, l.cbo,
                                                              l.microarea, "cnes", true, true}));
        }
        AROEIRA_CHECK(bulk->finish());
        for (std::size_t i = 0; i < file_.lotacoes.size(); ++i) {
            const auto& l = file_.lotacoes[i];
            if (changes_.lotacoes[i].destino == Destino::atualizada)
                AROEIRA_CHECK(session_.run(kUpdateLotacao, {municipio_, id_of_[l.profissional]->text(), l.cnes, l.ine, l.cbo, l.microarea}));
        }
        for (const auto i : changes_.lotacoes_inativadas) {
            const auto& l = known_.lotacoes[i];
            const auto ine = l.ine == 0 ? std::string() : digits_of(l.ine, 10);
            AROEIRA_CHECK(session_.run(kEndLotacao, {municipio_, known_.profissionais[l.profissional].id.text(), digits_of(l.cnes, 7), ine,
                                                     std::string_view(l.cbo.data(), l.cbo.size())}));
        }
        return {};
    }

    /// As it is searched. A row is written before the next one is made, so one text serves all.
    std::string_view folded(std::string_view nome) { return folded_ = text::fold(nome); }

    db::Session& session_;
    const Ibge& municipio_;
    const CnesFile& file_;
    const Conhecidos& known_;
    const Mudancas& changes_;
    IdSource& ids_;
    std::string folded_;
    std::vector<std::optional<Uuid>> id_of_;  ///< Per professional of the file; none when refused.
};

}  // namespace

Result<void> SqlCadastroStore::apply(const Ibge& municipio, const CnesFile& file, const Conhecidos& known, const Mudancas& changes,
                                     IdSource& ids) {
    AROEIRA_CHECK(Application(session_, municipio, file, known, changes, ids).run());
    return db::plan_anew(session_, kPlanAnew);
}

}  // namespace aroeira::estabelecimentos
