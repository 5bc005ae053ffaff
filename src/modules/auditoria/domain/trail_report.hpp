// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "modules/auditoria/domain/trilha.hpp"

namespace aroeira::auditoria {

/// An event as people read it.
struct EventLine {
    std::string id{};
    std::int64_t instant_ms = 0;
    std::string tipo{};           ///< «Tipo de evento».
    std::string usuario{};        ///< «Usuário gerador do evento», by name.
    std::string componente{};     ///< «Componente gerador».
    std::string registro{};       ///< «Tipo de registro afetado».
    std::string identificador{};  ///< «Identificador do registro afetado».
    std::string detalhes{};       ///< «Detalhes do evento».
};

/// What stands at the head of a report.
struct ReportHead {
    Institution institution{};
    std::string produto{};             ///< "Aroeira 0.1.0".
    std::string periodo{};             ///< "01/10/2026 a 31/10/2026".
    std::vector<std::string> filtros{};
    std::string gerada_por{};
    std::int64_t gerada_ms = 0;
};

/// Writes lines into a file of one format, piece by piece.
class ReportWriter {
public:
    virtual ~ReportWriter() = default;
    /// Errors: `too_large` AUDITORIA-0005 past the most a format holds.
    virtual Result<void> add(const EventLine& line) = 0;
    /// What is ready to be kept and was not taken yet.
    virtual std::string take() = 0;
    /// The end, with the SHA-256 of the lines. To be called once, before the last `take`.
    virtual Result<void> finish(std::string_view sum) = 0;
};
std::unique_ptr<ReportWriter> make_report(Formato formato, const ReportHead& head);

/// The bytes of a line that are summed up, the same for both formats: its row of the CSV.
std::string summed_line(const EventLine& line, int utc_offset_minutes);

}  // namespace aroeira::auditoria
