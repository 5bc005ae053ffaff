// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/domain/mudancas.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "modules/estabelecimentos/domain/cnes_rules.hpp"
#include "modules/estabelecimentos/domain/impressao.hpp"

namespace aroeira::estabelecimentos {
namespace {

/// Positions found by key: sorted once, 16 bytes an entry.
template <class Key>
class Index {
public:
    template <class List, class KeyOf>
    Index(const List& list, const KeyOf& key_of) {
        entries_.reserve(list.size());
        for (std::size_t i = 0; i < list.size(); ++i) entries_.emplace_back(key_of(list[i]), static_cast<std::uint32_t>(i));
        std::sort(entries_.begin(), entries_.end());
    }
    /// kNenhum when there is none.
    [[nodiscard]] std::uint32_t find(const Key& key) const {
        const auto at = std::lower_bound(entries_.begin(), entries_.end(), std::pair(key, std::uint32_t{0}));
        return at != entries_.end() && at->first == key ? at->second : kNenhum;
    }

private:
    std::vector<std::pair<Key, std::uint32_t>> entries_;
};

std::uint32_t at(std::size_t position) { return static_cast<std::uint32_t>(position); }

void count(const Passo& step, Contagem& total) {
    switch (step.destino) {
        case Destino::nova: ++total.novas; break;
        case Destino::atualizada: ++total.atualizadas; break;
        case Destino::inalterada: ++total.inalteradas; break;
        case Destino::rejeitada: break;  // Counted where the refusals are.
    }
}

class Comparison {
public:
    Comparison(const CnesFile& file, const Conhecidos& known, std::string_view today)
        : file_(file), known_(known), today_(today) {
        out_.rejeicoes = file.rejeicoes;
    }

    Mudancas run() {
        unidades();
        equipes();
        profissionais();
        lotacoes();
        inactive_profissionais();
        for (const auto& one : out_.rejeicoes) ++total_of(one.tipo).rejeitadas;
        return std::move(out_);
    }

private:
    Contagem& total_of(std::string_view tipo) {
        if (tipo == "unidade") return out_.total_unidades;
        if (tipo == "equipe") return out_.total_equipes;
        return tipo == "profissional" ? out_.total_profissionais : out_.total_lotacoes;
    }

    void unidades() {
        const Index<std::uint64_t> by_cnes(known_.unidades, [](const auto& one) { return one.cnes; });
        std::vector<bool> seen(known_.unidades.size());
        for (const auto& one : file_.unidades) {
            Passo step{.destino = Destino::nova};
            if (const auto found = by_cnes.find(number_of(one.cnes)); found != kNenhum) {
                const auto& old = known_.unidades[found];
                seen[found] = true;
                step = {old.ativa && old.impressao == one.impressao ? Destino::inalterada : Destino::atualizada, found};
            }
            count(step, out_.total_unidades);
            out_.unidades.push_back(step);
        }
        for (std::size_t i = 0; i < seen.size(); ++i)
            if (!seen[i] && known_.unidades[i].ativa) out_.unidades_inativadas.push_back(at(i));
        out_.total_unidades.inativadas = static_cast<std::int64_t>(out_.unidades_inativadas.size());
    }

    void equipes() {
        const Index<std::pair<std::uint64_t, std::uint64_t>> by_key(known_.equipes, [](const auto& one) { return std::pair(one.cnes, one.ine); });
        std::vector<bool> seen(known_.equipes.size());
        auto& total = out_.total_equipes;
        for (const auto& one : file_.equipes) {
            Passo step{.destino = Destino::nova, .ativa = one.desativada_em.empty() || one.desativada_em > today_};
            const auto found = by_key.find({number_of(one.cnes), number_of(one.ine)});
            bool ended = false;
            if (found != kNenhum) {
                const auto& old = known_.equipes[found];
                seen[found] = true;
                step.conhecida = found;
                step.destino = old.ativa == step.ativa && old.impressao == one.impressao ? Destino::inalterada : Destino::atualizada;
                ended = old.ativa && !step.ativa;
            }
            if (ended) ++total.inativadas;
            else count(step, total);
            out_.equipes.push_back(step);
        }
        for (std::size_t i = 0; i < seen.size(); ++i)
            if (!seen[i] && known_.equipes[i].ativa) out_.equipes_inativadas.push_back(at(i));
        total.inativadas += static_cast<std::int64_t>(out_.equipes_inativadas.size());
    }

    void profissionais() {
        const Index<std::uint64_t> by_cpf(known_.profissionais, [](const auto& one) { return one.cpf; });
        const Index<std::uint64_t> by_cns(known_.profissionais, [](const auto& one) { return one.cns; });
        in_file_.assign(known_.profissionais.size(), kNenhum);
        for (std::size_t i = 0; i < file_.profissionais.size(); ++i)
            if (const auto found = by_cpf.find(number_of(file_.profissionais[i].cpf)); found != kNenhum) in_file_[found] = at(i);
        for (const auto& one : file_.profissionais) {
            Passo step{.destino = Destino::nova, .conhecida = by_cpf.find(number_of(one.cpf))};
            const auto other = by_cns.find(number_of(one.cns));
            // The other person may be giving this CNS up in the same file: then nothing contradicts.
            if (other != kNenhum && other != step.conhecida && in_file_[other] == kNenhum) {
                step.destino = Destino::rejeitada;
                out_.rejeicoes.push_back({"profissional", chave_of(one), "O CNS já é de outro profissional do município.", one.linha});
            } else if (step.conhecida != kNenhum) {
                const auto& old = known_.profissionais[step.conhecida];
                step.destino = old.ativo && old.impressao == one.impressao ? Destino::inalterada : Destino::atualizada;
            }
            count(step, out_.total_profissionais);
            out_.profissionais.push_back(step);
        }
    }

    /// Known lotações come in the order of their professionals, so those of one person are a run.
    void lotacoes() {
        first_of_.assign(known_.profissionais.size() + 1, at(known_.lotacoes.size()));
        for (std::size_t i = known_.lotacoes.size(); i-- > 0;) first_of_[known_.lotacoes[i].profissional] = at(i);
        for (std::size_t i = known_.profissionais.size(); i-- > 0;) first_of_[i] = std::min(first_of_[i], first_of_[i + 1]);
        std::vector<bool> seen(known_.lotacoes.size());
        for (const auto& one : file_.lotacoes) {
            const auto& person = out_.profissionais[one.profissional];
            Passo step{.destino = Destino::nova};
            if (person.destino == Destino::rejeitada) {
                step.destino = Destino::rejeitada;
                out_.rejeicoes.push_back({"lotacao", chave_of(one, file_.profissionais[one.profissional]),
                                          "O profissional da lotação não foi importado.", one.linha});
            } else if (const auto same = find(one, person.conhecida); same != kNenhum) {
                const auto& old = known_.lotacoes[same];
                seen[same] = true;
                const bool equal = !old.segue_cnes || (old.ativa && old.microarea == impressao_of(one.microarea));
                step = {equal ? Destino::inalterada : Destino::atualizada, same, equal ? old.ativa : true};
            }
            count(step, out_.total_lotacoes);
            out_.lotacoes.push_back(step);
        }
        for (std::size_t i = 0; i < seen.size(); ++i)
            if (!seen[i] && known_.lotacoes[i].ativa && known_.lotacoes[i].segue_cnes) out_.lotacoes_inativadas.push_back(at(i));
        out_.total_lotacoes.inativadas = static_cast<std::int64_t>(out_.lotacoes_inativadas.size());
    }
    [[nodiscard]] std::uint32_t find(const Lotacao& one, std::uint32_t person) const {
        if (person == kNenhum) return kNenhum;
        const auto cnes = number_of(one.cnes), ine = number_of(one.ine);
        for (auto i = first_of_[person]; i < first_of_[person + 1]; ++i) {
            const auto& old = known_.lotacoes[i];
            if (old.cnes == cnes && old.ine == ine && std::string_view(old.cbo.data(), old.cbo.size()) == one.cbo) return i;
        }
        return kNenhum;
    }

    /// Who left the file stays while a lotação typed by hand keeps her; who was never in one stays in any case.
    void inactive_profissionais() {
        for (std::size_t i = 0; i < known_.profissionais.size(); ++i) {
            const auto here = in_file_[i];
            const bool brought = here != kNenhum && out_.profissionais[here].destino != Destino::rejeitada;
            const auto& person = known_.profissionais[i];
            if (brought || !person.ativo || person.manual || has_manual(i)) continue;
            out_.profissionais_inativados.push_back(at(i));
        }
        out_.total_profissionais.inativadas = static_cast<std::int64_t>(out_.profissionais_inativados.size());
    }
    [[nodiscard]] bool has_manual(std::size_t person) const {
        for (auto i = first_of_[person]; i < first_of_[person + 1]; ++i)
            if (known_.lotacoes[i].ativa && !known_.lotacoes[i].segue_cnes) return true;
        return false;
    }

    const CnesFile& file_;
    const Conhecidos& known_;
    std::string_view today_;
    Mudancas out_;
    std::vector<std::uint32_t> in_file_;   ///< Per known professional: where in the file, or kNenhum.
    std::vector<std::uint32_t> first_of_;  ///< Per known professional: her first known lotação.
};

}  // namespace

Mudancas compare(const CnesFile& file, const Conhecidos& known, std::string_view today) {
    return Comparison(file, known, today).run();
}

Cadastro cadastro_after(const CnesFile& file, const Mudancas& changes, const Conhecidos& known) {
    Cadastro after;
    for (const auto& one : file.unidades) after.add_unidade(one.cnes);
    for (std::size_t i = 0; i < file.equipes.size(); ++i)
        if (changes.equipes[i].ativa) after.add_equipe(file.equipes[i].ine);
    std::vector<bool> gone(known.profissionais.size());
    for (const auto i : changes.profissionais_inativados) gone[i] = true;
    for (std::size_t i = 0; i < file.profissionais.size(); ++i) {
        if (changes.profissionais[i].destino == Destino::rejeitada) continue;
        after.add_profissional(file.profissionais[i].cpf, file.profissionais[i].cns);
        if (changes.profissionais[i].conhecida != kNenhum) gone[changes.profissionais[i].conhecida] = true;
    }
    for (std::size_t i = 0; i < gone.size(); ++i) {
        const auto& one = known.profissionais[i];
        if (one.ativo && !gone[i]) after.add_profissional(digits_of(one.cpf, 11), digits_of(one.cns, 15));
    }
    after.seal();
    return after;
}

std::vector<SemAgenda> more_than_one_lotacao(const CnesFile& file) {
    std::unordered_map<std::string_view, std::string_view> names;
    for (const auto& one : file.unidades) names.emplace(one.cnes, one.nome);
    std::vector<SemAgenda> found;
    for (std::size_t i = 0; i < file.lotacoes.size();) {
        std::size_t end = i;
        std::map<std::string_view, std::int64_t> by_unit;
        for (; end < file.lotacoes.size() && file.lotacoes[end].profissional == file.lotacoes[i].profissional; ++end) ++by_unit[file.lotacoes[end].cnes];
        if (end - i > 1)
            for (const auto& [cnes, lotacoes] : by_unit)
                found.push_back({std::string(file.profissionais[file.lotacoes[i].profissional].nome), std::string(names[cnes]), lotacoes});
        i = end;
    }
    return found;
}

Relatorio report_of(const CnesFile& file, const Mudancas& changes) {
    Relatorio report{changes.total_unidades, changes.total_equipes, changes.total_profissionais, changes.total_lotacoes};
    for (const auto& one : changes.rejeicoes) {
        if (report.rejeicoes.size() == kReported) break;
        report.rejeicoes.push_back({std::string(one.tipo), one.chave, one.motivo, one.linha});
    }
    report.sem_agenda = more_than_one_lotacao(file);
    if (report.sem_agenda.size() > kReported) report.sem_agenda.resize(kReported);
    return report;
}

}  // namespace aroeira::estabelecimentos
