// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/identifiers.hpp"
#include "modules/estabelecimentos/api/cadastro.hpp"
#include "modules/estabelecimentos/domain/cnes_file.hpp"
#include "modules/estabelecimentos/domain/importacao.hpp"

/// What a file of the CNES changes in a município: the registry on one side, the file on the other.
namespace aroeira::estabelecimentos {

struct UnidadeConhecida {
    std::uint64_t cnes = 0, impressao = 0;
    bool ativa = false;
};
struct EquipeConhecida {
    std::uint64_t cnes = 0, ine = 0, impressao = 0;
    bool ativa = false;
};
struct ProfissionalConhecido {
    Uuid id;
    std::uint64_t cpf = 0, cns = 0, impressao = 0;
    bool ativo = false;
    bool manual = false;  ///< Typed here: no file says that she is no more.
};
struct LotacaoConhecida {
    std::uint32_t profissional = 0;  ///< Position in Conhecidos::profissionais.
    std::array<char, 6> cbo{};
    std::uint64_t cnes = 0, ine = 0;
    std::uint64_t microarea = 0;     ///< Fingerprint of the text.
    bool ativa = false;
    bool segue_cnes = true;  ///< False for what was typed by hand without «Atualizar perfis ao importar CNES».
};

/// The registry of a município as it is, with what is needed to compare.
struct Conhecidos {
    std::vector<UnidadeConhecida> unidades;
    std::vector<EquipeConhecida> equipes;
    std::vector<ProfissionalConhecido> profissionais;
    std::vector<LotacaoConhecida> lotacoes;  ///< In the order of their professionals.
};

enum class Destino : std::uint8_t { inalterada, nova, atualizada, rejeitada };
inline constexpr std::uint32_t kNenhum = UINT32_MAX;

/// Where a record of the file goes. `conhecida` is its position in Conhecidos, or kNenhum.
struct Passo {
    Destino destino = Destino::inalterada;
    std::uint32_t conhecida = kNenhum;
    bool ativa = true;  ///< As it is to be left.
};

struct Mudancas {
    // One step per record of the file, in its order.
    std::vector<Passo> unidades, equipes, profissionais, lotacoes;
    // Positions in Conhecidos of what the file no longer brings.
    std::vector<std::uint32_t> unidades_inativadas, equipes_inativadas, profissionais_inativados, lotacoes_inativadas;
    std::vector<Rejeicao> rejeicoes;  ///< Those of the file and those the registry adds.
    Contagem total_unidades, total_equipes, total_profissionais, total_lotacoes;

    [[nodiscard]] bool inactivates() const {
        return total_unidades.inativadas + total_equipes.inativadas + total_profissionais.inativadas > 0;
    }
};

/// Compares. What is in the file is active afterwards, and what is not is inactive and stays; a lotação
/// typed by hand is left alone unless it follows the CNES; a professional stays active while a lotação
/// of hers is. A CNS that is of another known person refuses the record.
/// `today` is AAAA-MM-DD: a team whose deactivation has come is inactive.
/// Source: XML-ESUS-APS, semantics of the import.
Mudancas compare(const CnesFile& file, const Conhecidos& known, std::string_view today);

/// The registry as it will be after the file.
Cadastro cadastro_after(const CnesFile& file, const Mudancas& changes, const Conhecidos& known);

/// Who has more than one lotação in the file, per unit, in the order of the file.
std::vector<SemAgenda> more_than_one_lotacao(const CnesFile& file);

/// What the history keeps.
Relatorio report_of(const CnesFile& file, const Mudancas& changes);

}  // namespace aroeira::estabelecimentos
