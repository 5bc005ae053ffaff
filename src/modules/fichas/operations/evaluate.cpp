// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/operations/evaluate.hpp"

#include "modules/fichas/api/findings.hpp"
#include "platform/crypto/crypto.hpp"

namespace aroeira::fichas {
namespace {

class LediEvaluator final : public Evaluator {
public:
    explicit LediEvaluator(Measure measure) : measure_(std::move(measure)) {}

    void evaluate(std::string_view name, std::string_view bytes, FichaAvaliada& out) override {
        arena_.rewind();
        out.nome = name;
        out.conteudo = bytes;
        const auto reading = read_file(name, bytes, arena_);
        out.sha256 = crypto::sha256_text(bytes);
        if (!reading) return unreadable(*reading.fault, out);
        const Ficha& ficha = reading.ficha;
        out.formato = looks_like_xml(bytes) ? "xml" : "thrift";
        out.uuid = ficha.uuid();
        out.tipo = ficha.codigo();
        out.cnes = ficha.cnes();
        out.ine = ficha.ine();
        out.competencia = ficha.competencia();
        out.versao_ledi = ficha.versao();
        out.numero_lote = ficha.numero_lote();
        judge(ficha, name, out);
    }
    [[nodiscard]] std::string_view edition() const override { return measure_.edition; }

private:
    void judge(const Ficha& ficha, std::string_view name, FichaAvaliada& out) {
        verdict_.errors.clear();
        verdict_.warnings.clear();
        CheckOptions options{.now = measure_.clock.now(), .catalogo = measure_.catalogo.get()};
        check(ficha, options, verdict_);
        add_local_findings(ficha, name);
        out.situacao = verdict_.is_valid() ? Situacao::valida : Situacao::invalida;
        out.erros = static_cast<int>(verdict_.errors.size());
        out.depende_catalogo = false;
        if (!verdict_.is_valid() || !verdict_.warnings.empty()) out.achados = findings_json(verdict_);
        if (!verdict_.is_valid() && options.catalogo) out.depende_catalogo = valid_without_registry(ficha, options, name);
    }

    /// Refused only by what the registry does not know: worth another look after a CNES import.
    bool valid_without_registry(const Ficha& ficha, CheckOptions options, std::string_view name) {
        options.catalogo = nullptr;
        verdict_.errors.clear();
        check(ficha, options, verdict_);
        add_local_findings(ficha, name);
        return verdict_.is_valid();
    }

    void add_local_findings(const Ficha& ficha, std::string_view name) {
        if (ficha.ibge() != measure_.municipio.text())
            verdict_.errors.push_back({"RECEB-MUNICIPIO", "codIbge", "A ficha é de outro município.",
                                       "Envie a ficha à instalação do município dela, ou corrija o código IBGE na origem."});
        check_name(name, ficha, verdict_);
    }

    static void unreadable(const FieldError& fault, FichaAvaliada& out) {
        out.situacao = Situacao::ilegivel;
        out.regra = fault.rule;
        out.motivo = fault.message;
        if (!fault.field.empty()) out.motivo += " (" + fault.field + ")";
        if (!fault.fix.empty()) out.motivo += " " + fault.fix;
    }

    Measure measure_;
    Arena arena_;
    Verdict verdict_;
};

}  // namespace

std::string findings_json(const Verdict& verdict) {
    const auto kept = [](const std::vector<FieldError>& findings) {
        std::vector<Finding> list;
        for (const auto& f : findings) list.push_back({f.rule, f.field, f.message, f.fix});
        return list;
    };
    return json::text_of(Findings{kept(verdict.errors), kept(verdict.warnings)});
}

void check_name(std::string_view file_name, const Ficha& ficha, Verdict& verdict) {
    if (name_disagrees(file_name, ficha.uuid()))
        verdict.errors.push_back({"RECEB-NOME", "uuidDadoSerializado",
                                  "O nome do arquivo traz um identificador diferente do que está na ficha.",
                                  "Gere o arquivo de novo: o nome deve ser o uuid da ficha seguido de .esus."});
}

bool name_disagrees(std::string_view file_name, std::string_view uuid) {
    if (const auto slash = file_name.find_last_of('/'); slash != file_name.npos) file_name.remove_prefix(slash + 1);
    file_name = file_name.substr(0, file_name.find('.'));
    // A sender may name its files as it likes; only a name that is itself a uuid can contradict.
    const auto bare = [](std::string_view text) { return text.size() == 44 ? text.substr(8) : text; };
    if (!is_uuid(bare(file_name))) return false;
    return bare(file_name) != bare(uuid);
}

Result<void> check_edition(const Evaluator& evaluator, const Ibge& municipio, Ports& ports) {
    AROEIRA_TRY(const auto now, ports.installation.registry_edition(municipio));
    if (now == evaluator.edition()) return {};
    return Error{ErrorKind::conflict, kOldEdition, "O CNES do município acaba de mudar. Envie de novo."};
}

std::unique_ptr<Evaluator> make_evaluator(Measure measure) { return std::make_unique<LediEvaluator>(std::move(measure)); }

}  // namespace aroeira::fichas
