// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/domain/profissionais.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "modules/estabelecimentos/domain/cnes_rules.hpp"
#include "modules/tabelas/api/cadastro.hpp"
#include "modules/tabelas/api/tabelas.hpp"

namespace aroeira::estabelecimentos {
namespace {

constexpr std::size_t kTextBytesMax = 200;
constexpr std::string_view kOldest = "1900-01-01";

std::string only_digits(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

/// Somebody, an at, a name with a dot: whether it exists only the mail itself can tell.
bool is_email(std::string_view text) {
    const auto at = text.find('@');
    if (at == 0 || at == text.npos || text.find('@', at + 1) != text.npos || text.find_first_of(" ,;<>\"()") != text.npos) return false;
    const auto host = text.substr(at + 1);
    const auto dot = host.rfind('.');
    return dot != host.npos && dot != 0 && dot + 2 < host.size();
}

class Check {
public:
    Check(const DadosProfissional& dados, Origem origem, std::string_view today) : d_(dados), manual_(origem == Origem::manual), today_(today) {}
    std::vector<FieldError> run() {
        identity();
        council();
        contact();
        address();
        lengths();
        return std::move(found_);
    }

private:
    void wrong(std::string_view field, std::string message, std::string fix) {
        found_.push_back({"PROF-0002", std::string(field), std::move(message), std::move(fix)});
    }
    void identity() {
        if (!is_cpf(d_.cpf)) wrong("cpf", d_.cpf.empty() ? "Falta o CPF." : "O CPF é inválido.", "Confira os 11 dígitos.");
        if (!d_.cns.empty() && !is_cns(d_.cns)) wrong("cns", "O CNS é inválido.", "Confira os 15 dígitos, ou deixe em branco.");
        if (d_.nome.size() < 3) wrong("nome", "Falta o nome.", "Digite nome e sobrenome.");
        if (d_.nascimento.empty()) {
            if (manual_) wrong("nascimento", "Falta a data de nascimento.", "Digite dia, mês e ano.");
        } else if (!iso_date(d_.nascimento) || d_.nascimento > today_ || d_.nascimento < kOldest) {
            wrong("nascimento", "A data de nascimento não é possível.", "Confira dia, mês e ano.");
        }
        constexpr std::string_view kSexes = "FMI";
        const bool known = d_.sexo.size() == 1 && kSexes.find(d_.sexo) != kSexes.npos;
        if (!known && (manual_ || (!d_.sexo.empty() && d_.sexo != "N"))) wrong("sexo", "Falta o sexo.", "Escolha um da lista.");
    }
    /// The three say one thing together.
    void council() {
        if (d_.conselho.empty() && d_.conselho_uf.empty() && d_.registro.empty()) return;
        if (tabelas::conselho_name(d_.conselho).empty() && manual_) wrong("conselho", "Falta o conselho de classe.", "Escolha um da lista.");
        if (!tabelas::is_uf(d_.conselho_uf) && manual_) wrong("conselho_uf", "Falta o estado emissor.", "Escolha um da lista.");
        if (d_.registro.empty()) wrong("registro", "Falta o número do registro.", "Digite-o, ou retire o conselho de classe.");
    }
    void contact() {
        if (!d_.email.empty() && !is_email(d_.email)) wrong("email", "O e-mail é inválido.", "Confira, como em nome@municipio.gov.br.");
        if (!d_.telefone.empty() && (d_.telefone.size() < 10 || d_.telefone.size() > 11))
            wrong("telefone", "O telefone é inválido.", "Digite o DDD e os 8 ou 9 dígitos.");
    }
    void address() {
        const auto& e = d_.endereco;
        if (!e.cep.empty() && e.cep.size() != 8) wrong("cep", "O CEP é inválido.", "Confira os 8 dígitos.");
        if (!e.uf.empty() && !tabelas::is_uf(e.uf)) wrong("uf", "O estado não existe.", "Escolha um da lista.");
        if (e.cidade.empty()) return;
        const auto place = tabelas::municipio(e.cidade);
        if (!place || place->uf != e.uf) wrong("cidade", "O município não é deste estado.", "Escolha um da lista.");
    }
    void lengths() {
        const auto& e = d_.endereco;
        const std::pair<std::string_view, const std::string*> texts[] = {
            {"nome", &d_.nome}, {"registro", &d_.registro}, {"email", &d_.email}, {"bairro", &e.bairro}, {"logradouro", &e.logradouro},
            {"numero", &e.numero}, {"complemento", &e.complemento}, {"referencia", &e.referencia}};
        for (const auto& [field, text] : texts)
            if (text->size() > kTextBytesMax || !text::is_one_line(*text)) wrong(field, "O texto é longo demais ou tem quebra de linha.", "Abrevie-o.");
    }

    const DadosProfissional& d_;
    bool manual_;
    std::string_view today_;
    std::vector<FieldError> found_;
};

}  // namespace

std::string_view name_of(Origem origem) { return origem == Origem::cnes ? "cnes" : "manual"; }
Origem origem_of(std::string_view name) { return name == "cnes" ? Origem::cnes : Origem::manual; }

std::vector<FieldError> problems_of(const DadosProfissional& dados, Origem origem, std::string_view today) {
    return Check(dados, origem, today).run();
}

DadosProfissional tidy(DadosProfissional d) {
    for (auto* text : {&d.nome, &d.nascimento, &d.sexo, &d.conselho, &d.conselho_uf, &d.registro, &d.email, &d.endereco.uf, &d.endereco.cidade,
                       &d.endereco.bairro, &d.endereco.logradouro, &d.endereco.numero, &d.endereco.complemento, &d.endereco.referencia})
        *text = std::string(text::trim(*text));
    for (auto* number : {&d.cpf, &d.cns, &d.telefone, &d.endereco.cep}) *number = only_digits(*number);
    return d;
}

}  // namespace aroeira::estabelecimentos
