// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/api/ficha.hpp"
#include "modules/fichas/operations/ports.hpp"

namespace aroeira::fichas {

/// What the evaluation of a lote is fixed to: one instant and one registry, so that all fichas of
/// a block are judged by the same measure.
struct Measure {
    const Clock& clock;
    std::shared_ptr<const Catalogo> catalogo;  ///< Null leaves out the rules that ask the CNES.
    Ibge municipio;                            ///< Whose lote it is: another's ficha is refused.
    std::string edition{};                     ///< Of the registry.
};

/// The Evaluator of the program: decodes, checks, and writes what was found as JSON.
/// Cost: no allocation for a valid ficha beyond its own uuid and codes.
std::unique_ptr<Evaluator> make_evaluator(Measure measure);

/// Asked in the transaction that keeps verdicts: an import that ended since they were made, here or on
/// another node, has had its reprocessing, and nobody would look at them again.
/// Errors: `conflict` RECEB-0045: judge once more.
Result<void> check_edition(const Evaluator& evaluator, const Ibge& municipio, Ports& ports);
constexpr ErrorCode kOldEdition = "RECEB-0045";

/// The same verdict as JSON lines are made of: {"erros":[…],"avisos":[…]}; "" when there is nothing to say.
std::string findings_json(const Verdict& verdict);

/// Refuses a ficha whose file's name says another uuid: RECEB-NOME.
void check_name(std::string_view file_name, const Ficha& ficha, Verdict& verdict);

/// True when the file's name says another uuid than the ficha inside (name without directory and extensions).
bool name_disagrees(std::string_view file_name, std::string_view uuid);

}  // namespace aroeira::fichas
