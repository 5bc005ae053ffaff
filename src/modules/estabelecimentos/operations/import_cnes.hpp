// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "modules/estabelecimentos/operations/services.hpp"
#include "modules/identity/api/granted.hpp"
#include "platform/jobs/jobs.hpp"

namespace aroeira::estabelecimentos {

/// A file of the CNES somebody sends.
struct Upload {
    std::string file_name;
    std::string_view bytes;
    std::optional<Ibge> municipio{};
    bool simular = false;
};

/// A file of this machine.
struct FileOfImport {
    std::string path;
    std::optional<Ibge> municipio{};
    bool simular = false;
};

struct Accepted {
    ImportacaoId importacao;
    std::string trabalho;
};

using ImportGranted = identity::Granted<identity::Permission::cnes_importar>;

/// Receives a file: refuses what is no file of the CNES on sight, keeps the bytes and puts the import
/// in the queue, in one commit.
/// Errors: `invalid_input` CNES-0006 to CNES-0008 and ZIP-…, nothing is stored; `forbidden`
///         ACESSO-0005; `not_found` INST-0001; `conflict` CNES-0011 while another import of the
///         município is under way.
/// Source: manual PEC, 3.3.
Result<Accepted> request_import(const ImportGranted& granted, const Upload& upload, const Services& services);

/// Carries out one request: the job of the queue.
/// Errors: as `import_file`; the history says why. `unavailable` is retried by the queue.
Result<std::string> run_import(jobs::Context& job, const Services& services);

/// Imports or simulates the file at a path at once, for the command line. Gives the row of the history.
/// Errors: those of read_cnes; `conflict` CNES-0009 when the layout is older than that of the last
///         import; `not_found` INST-0001; `unavailable` DB-0004.
Result<Importacao> import_file(const ImportGranted& granted, const FileOfImport& file, const Services& services);

/// Ends the import a cancelled trabalho was to carry out; nothing for any other trabalho.
Result<void> cancel_import(const jobs::Status& trabalho, Ports& ports, const Clock& clock);

}  // namespace aroeira::estabelecimentos
