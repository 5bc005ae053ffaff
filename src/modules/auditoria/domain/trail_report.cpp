// SPDX-License-Identifier: Apache-2.0
#include "modules/auditoria/domain/trail_report.hpp"

#include <array>

#include "modules/auditoria/domain/search.hpp"
#include "platform/csv/csv.hpp"
#include "platform/pdf/pdf.hpp"

namespace aroeira::auditoria {
namespace {

/// A PDF is made in memory, and nobody turns more pages than these make (about 25 events each).
constexpr std::int64_t kPdfEventsMax = 20'000;
/// Of a spreadsheet. Source: Excel and LibreOffice Calc open 1,048,576 rows.
constexpr std::int64_t kCsvEventsMax = 1'000'000;

Error too_many(std::int64_t most, const char* instead) {
    return {ErrorKind::too_large, "AUDITORIA-0005", "A trilha passa de " + std::to_string(most) + " eventos. " + instead};
}

std::vector<std::string> head_lines(const ReportHead& head) {
    std::vector<std::string> lines{"Instituição: " + head.institution.instalacao};
    lines.push_back("Município: " + (head.institution.municipio.empty() ? std::string("instalação inteira") : head.institution.municipio));
    lines.push_back("Período: " + head.periodo);
    for (const auto& one : head.filtros) lines.push_back(one);
    lines.push_back("Gerada em: " + rfc3339(head.gerada_ms, head.institution.utc_offset_minutes) + " por " + head.gerada_por);
    lines.push_back("Sistema: " + head.produto);
    return lines;
}

class CsvReport final : public ReportWriter {
public:
    explicit CsvReport(const ReportHead& head) : offset_(head.institution.utc_offset_minutes) {
        csv::Writer csv(out_);
        csv.row({"Trilha de auditoria"});
        for (const auto& line : head_lines(head)) {
            const auto colon = line.find(": ");
            csv.row({line.substr(0, colon), line.substr(colon + 2)});
        }
        csv.row({"Data e hora", "Tipo de evento", "Usuário gerador do evento", "Componente gerador", "Tipo de registro afetado",
                 "Identificador do registro afetado", "Detalhes do evento", "Identificador do evento"});
    }
    Result<void> add(const EventLine& line) override {
        if (++count_ > kCsvEventsMax) return too_many(kCsvEventsMax, "Escolha um período menor ou mais filtros.");
        out_ += summed_line(line, offset_);
        return {};
    }
    std::string take() override { return std::exchange(out_, {}); }
    Result<void> finish(std::string_view sum) override {
        const std::array<csv::Cell, 4> cells{"Eventos", csv::Cell(count_), "SHA-256 das linhas de eventos", csv::Cell(sum)};
        csv::append_row(out_, cells);
        return {};
    }

private:
    std::string out_{};
    int offset_;
    std::int64_t count_ = 0;
};

class PdfReport final : public ReportWriter {
public:
    explicit PdfReport(const ReportHead& head)
        : head_(head), table_({.title = "Trilha de auditoria", .lines = head_lines(head),
                  .columns = {{"Data e hora", 9}, {"Tipo de evento", 14}, {"Usuário gerador", 12}, {"Componente", 9}, {"Registro afetado", 11},
                              {"Identificador do registro afetado", 16}, {"Detalhes do evento", 29}}, .creator = head.produto}) {}
    Result<void> add(const EventLine& line) override {
        if (++count_ > kPdfEventsMax) return too_many(kPdfEventsMax, "Gere em CSV, ou escolha um período menor ou mais filtros.");
        const std::array<std::string, 7> cells{local_text(line.instant_ms, head_.institution.utc_offset_minutes), line.tipo, line.usuario, line.componente,
                                               line.registro, line.identificador, line.detalhes};
        return table_.row(cells);
    }
    std::string take() override { return std::exchange(out_, {}); }
    Result<void> finish(std::string_view sum) override {
        AROEIRA_TRY(out_, table_.finish(head_.produto + " · " + std::to_string(count_) + " eventos · SHA-256 das linhas de eventos: " + std::string(sum)));
        return {};
    }

private:
    ReportHead head_;
    pdf::Table table_;
    std::string out_{};
    std::int64_t count_ = 0;
};

}  // namespace

std::string summed_line(const EventLine& line, int utc_offset_minutes) {
    std::string row;
    const std::array<csv::Cell, 8> cells{csv::Cell(""), line.tipo, line.usuario, line.componente, line.registro, line.identificador, line.detalhes, line.id};
    auto with_instant = cells;
    const auto instant = rfc3339(line.instant_ms, utc_offset_minutes);
    with_instant[0] = csv::Cell(instant);
    csv::append_row(row, with_instant);
    return row;
}

std::unique_ptr<ReportWriter> make_report(Formato formato, const ReportHead& head) {
    if (formato == Formato::csv) return std::make_unique<CsvReport>(head);
    return std::make_unique<PdfReport>(head);
}

}  // namespace aroeira::auditoria
