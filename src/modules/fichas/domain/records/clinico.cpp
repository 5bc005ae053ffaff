// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/records/clinico.hpp"

#include <charconv>
#include <tuple>

#include "modules/fichas/domain/records/resultados.hpp"

namespace aroeira::fichas::ledi::clinico {
namespace {

// Results that are a code of a table.
struct CodedExam {
    std::string_view exam;
    const CodeTable& table;
};
const CodedExam kCoded[] = {
    {"0211070270", tabela::testeOrelhinha},   {"0211070149", tabela::testeOrelhinha},
    {"ABEX020", tabela::testeOrelhinha},      {"0205020178", tabela::usTransfontanela},
    {"0206010079", tabela::tomografiaComputadorizada}, {"0207010064", tabela::ressonanciaMagnetica},
    {"0211060100", tabela::exameFundoOlho},   {"ABPG013", tabela::exameFundoOlho},
    {"ABEX022", tabela::testeOlhinho},        {"0202020509", tabela::provaLaco},
};

// Results that are a number with a comma.
struct MeasuredExam {
    std::string_view exam;
    double min, max;
};
constexpr MeasuredExam kMeasured[] = {
    {"0202010503", 0, 100},   {"ABEX008", 0, 100},      {"0202010295", 1, 10000}, {"ABEX002", 1, 10000},
    {"0202010279", 1, 10000}, {"ABEX007", 1, 10000},    {"0202010287", 1, 10000}, {"ABEX009", 1, 10000},
    {"0202010678", 1, 10000}, {"0202010317", 0.1, 500}, {"ABEX003", 0.1, 500},    {"0202050025", 0.001, 1000},
};

// "12,5" to 12.5; negative when it is not a number with at most `decimals` digits after the comma.
double with_comma(std::string_view text, std::size_t decimals) {
    const auto comma = text.find(',');
    const std::string_view whole = text.substr(0, comma);
    const std::string_view rest = comma == text.npos ? std::string_view{} : text.substr(comma + 1);
    if (whole.empty() || whole.size() > 9 || rest.size() > decimals || (comma != text.npos && rest.empty())) return -1;
    double value = 0, unit = 1;
    for (const char c : whole) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    for (const char c : rest) {
        if (c < '0' || c > '9') return -1;
        value += (c - '0') * (unit /= 10);
    }
    return value;
}

}  // namespace

bool is_obstetric(std::string_view exam) {
    return is_same(exam, "0205020143") || is_same(exam, "ABEX024") || is_same(exam, "0205020151") || is_same(exam, "0205010059");
}

Long whole_number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return {};
    return value;
}

bool suits(std::string_view exam, std::string_view value) {
    for (const CodedExam& row : kCoded)
        if (is_same(exam, row.exam)) {
            const Long code = whole_number(value);
            return code && row.table.has(*code);
        }
    for (const MeasuredExam& row : kMeasured)
        if (is_same(exam, row.exam)) {
            const double number = with_comma(value, 3);
            return number >= row.min && number <= row.max;
        }
    return true;  // Obstetric exams have no kind 1, and unknown ones are refused by RES-01.
}

bool same_medicamento(const Medicamento& a, const Medicamento& b) {
    const auto values = [](const Medicamento& m) {
        return std::tie(m.codigoCatmat, m.viaAdministracao, m.dose, m.doseUnica, m.usoContinuo, m.doseFrequenciaTipo,
                        m.doseFrequencia, m.doseFrequenciaQuantidade, m.doseFrequenciaUnidadeMedida, m.dtInicioTratamento,
                        m.duracaoTratamento, m.duracaoTratamentoMedida, m.quantidadeReceitada, m.qtDoseManha,
                        m.qtDoseTarde, m.qtDoseNoite);
    };
    return values(a) == values(b);
}

double dose_part(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == text.npos) return with_comma(text, 4);
    const double over = with_comma(text.substr(0, slash), 0), under = with_comma(text.substr(slash + 1), 0);
    return over < 0 || under <= 0 ? -1 : over / under;
}

// x,x  xx,x  xx,xx  x,xx  or x/x; a whole number of up to two digits is the same without the comma.
bool is_part_of_dose(std::string_view text) {
    if (text.find('/') != text.npos) return text.size() == 3 && dose_part(text) >= 0;
    return text.substr(0, text.find(',')).size() <= 2 && with_comma(text, 2) >= 0;
}

}  // namespace aroeira::fichas::ledi::clinico
