// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/operations/inconsistency_report.hpp"

#include <charconv>

#include "base/text.hpp"
#include "modules/fichas/api/ficha.hpp"
#include "modules/fichas/api/findings.hpp"
#include "platform/csv/csv.hpp"

namespace aroeira::fichas {
namespace {

constexpr int kMostDays = 366;

std::optional<std::chrono::sys_days> parse_date(std::string_view text) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto number = [&](std::size_t from, std::size_t size, auto& out) {
        const auto done = std::from_chars(text.data() + from, text.data() + from + size, out);
        return done.ec == std::errc() && done.ptr == text.data() + from + size;
    };
    if (!number(0, 4, year) || !number(5, 2, month) || !number(8, 2, day)) return std::nullopt;
    const auto date = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days(date);
}

Result<InconsistenciaFilter> filter_of(const ReportRequest& request, int utc_offset_minutes) {
    InconsistenciaFilter filter;
    if (request.lote) filter.lote = std::string(request.lote->text());
    filter.responsavel = text::fold(request.responsavel);
    filter.canal = request.canal;
    if (request.lote) {
        filter.ate = Instant::max();
        return filter;
    }
    const auto from = parse_date(request.inicio);
    const auto until = parse_date(request.fim);
    if (!from || !until)
        return Error{ErrorKind::invalid_input, "RECEB-0020", "Informe o período de recebimento: as duas datas.",
                     {{"RECEB-0020", from ? "fim" : "inicio", "Data ausente ou inválida.", "Escolha a data no calendário."}}};
    const auto days = (*until - *from).count();
    if (days < 0 || days > kMostDays)
        return Error{ErrorKind::invalid_input, "RECEB-0021",
                     days < 0 ? "A data final é anterior à inicial." : "O período pode ter no máximo um ano.",
                     {{"RECEB-0021", "fim", "Período inválido.", "Escolha uma data final até um ano depois da inicial."}}};
    const auto offset = std::chrono::minutes(utc_offset_minutes);
    filter.de = std::chrono::floor<std::chrono::milliseconds>(*from - offset);
    filter.ate = std::chrono::floor<std::chrono::milliseconds>(*until + std::chrono::days(1) - offset);
    return filter;
}

std::string local_time(Instant at, int utc_offset_minutes) {
    const auto local = at + std::chrono::minutes(utc_offset_minutes);
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(local - day)};
    char text[32];
    std::snprintf(text, sizeof text, "%02u/%02u/%04d %02d:%02d:%02d", static_cast<unsigned>(date.day()),
                  static_cast<unsigned>(date.month()), static_cast<int>(date.year()), static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    return text;
}

std::string month_for_people(std::string_view aaaamm) {
    if (aaaamm.size() != 6) return std::string(aaaamm);
    return std::string(aaaamm.substr(4)) + "/" + std::string(aaaamm.substr(0, 4));
}

/// A lote of a million damaged files must not become a million lines: the first say what is wrong,
/// the last says how many more there are.
class UnreadableCap {
public:
    /// Whether this one is still written.
    bool admit(const Inconsistencia& one) {
        if (!one.achados.empty()) return true;
        if (one.lote != last_.lote) count_ = 0;
        last_ = one;
        return ++count_ <= kMostUnreadable;
    }
    /// The line that speaks for those left out since the last call, when `next` is of another lote.
    std::optional<Inconsistencia> rest(const std::string& next_lote) {
        if (count_ <= kMostUnreadable || last_.lote == next_lote) return std::nullopt;
        last_.uuid.clear();
        last_.motivo = "E mais " + std::to_string(count_ - kMostUnreadable) +
                       " arquivos ilegíveis neste lote. A tela do lote lista todos.";
        count_ = 0;
        return last_;
    }

private:
    static constexpr std::int64_t kMostUnreadable = 1000;
    Inconsistencia last_{};
    std::int64_t count_ = 0;
};

void write_lines(csv::Writer& csv, const Inconsistencia& one, int offset) {
    const auto* tipo = find_tipo(one.tipo);
    const std::string when = local_time(one.recebida, offset);
    const std::string canal = one.canal == Canal::arquivo ? "Arquivo" : "Online";
    const auto line = [&](const Finding& f) {
        csv.row({when, canal, one.responsavel, one.arquivo, one.lote, tipo ? std::string(tipo->nome) : std::string("Ilegível"),
                 one.uuid, one.cnes, one.ine, month_for_people(one.competencia), f.regra, f.campo, f.mensagem, f.correcao});
    };
    if (one.achados.empty()) {
        line({one.regra, "", one.motivo, "Gere o arquivo de novo no sistema de origem e envie outra vez."});
        return;
    }
    const auto findings = parse_findings(one.achados);
    if (!findings) return;
    for (const auto& error : findings->erros) line(error);
}

}  // namespace

Result<std::string> inconsistency_report(const identity::Granted<identity::Permission::fichas_ver>& granted,
                                         const ReportRequest& request, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(request.municipio));
    std::string out;
    csv::Writer csv(out);
    csv.row({"Recebido em", "Tipo de recebimento", "Responsável", "Arquivo", "Lote", "Tipo de ficha", "UUID da ficha", "CNES",
             "INE", "Competência", "Regra", "Campo", "Inconsistência", "Como corrigir"});
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto offset, ports.installation.utc_offset_minutes(municipio));
        AROEIRA_TRY(const auto filter, filter_of(request, offset));
        if (request.lote) AROEIRA_CHECK(ports.fichas.find_lote(municipio, *request.lote));
        UnreadableCap cap;
        const auto close = [&](const std::string& next_lote) {
            if (const auto rest = cap.rest(next_lote)) write_lines(csv, *rest, offset);
        };
        AROEIRA_CHECK(ports.fichas.each_inconsistencia(municipio, filter, [&](const Inconsistencia& one) {
            if (!filter.responsavel.empty() && text::fold(one.responsavel).find(filter.responsavel) == std::string::npos) return true;
            close(one.lote);
            if (cap.admit(one)) write_lines(csv, one, offset);
            return true;
        }));
        close("");
        return ports.trail.record({.event = audit::Event::relatorio_gerado, .actor = granted.actor().key,
                                   .address = granted.actor().address, .entity = "ficha",
                                   .entity_id = filter.lote.value_or("inconsistencias"),
                                   .municipio = std::string(municipio.text())});
    }));
    return out;
}

}  // namespace aroeira::fichas
