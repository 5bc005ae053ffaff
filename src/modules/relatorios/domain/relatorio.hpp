// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

/// What a report is: which fichas it counts and in which groups of information. Data only; the fields are named by
/// their paths in the declarations of the fichas, and the codes by the tables those declare.
namespace aroeira::relatorios {

enum class Especie : std::uint8_t {
    consolidado,  ///< Of each cadastro, as its newest ficha says it is.
    producao,     ///< Of every ficha, in the day of the care.
};

/// How a line of a group counts.
enum class Conta : std::uint8_t {
    informado,  ///< One when some of the fields is there.
    ausente,    ///< One when none of them is.
    sim,        ///< One when the field is true.
    soma,       ///< The number itself.
};

/// A line that is no code of a table.
struct Linha {
    std::string_view campo{};  ///< A path; several with "|" between them; "" is the item itself.
    std::string_view rotulo{};
    Conta conta = Conta::informado;
};

/// A code as people read it, where the declaration has only the constant of the wire.
struct Palavra {
    std::int64_t codigo;
    std::string_view texto;
};

/// Whose words name the codes of a group.
enum class Nomes : std::uint8_t { declaracao, cid10, ciap2, procedimentos };

/// A group of information: the lines one may ask to see. Its lines are the codes `campo` holds, or `linhas`, or the
/// ages at the day of the care; `colunas` spreads each line over the codes of a second field.
struct Grupo {
    std::string_view codigo;
    std::string_view titulo;
    std::string_view campo{};
    std::span<const Linha> linhas{};
    std::string_view nascimento{};
    std::string_view colunas{};
    Nomes nomes = Nomes::declaracao;
    std::span<const Palavra> palavras{}, palavras_das_colunas{};
};

/// What a report counts of one record type. The same `codigo` of group in two fontes is one group of the report.
struct Fonte {
    int tipo;                       ///< Record type of the LEDI.
    std::string_view itens{};       ///< Counted one by one; "" counts the ficha once.
    std::span<const Grupo> grupos;  ///< Paths are inside of an item.
    std::string_view se{};          ///< Only when this field of the ficha is there and not false.
    std::string_view sem{};         ///< Only when it is not; several with "|" between them.
};

struct Relatorio {
    std::string_view codigo;
    std::string_view nome;  ///< As the manual has it.
    Especie especie;
    std::span<const Fonte> fontes;
};

/// All of them, in the order of the screen.
std::span<const Relatorio* const> all_relatorios();
/// Null when there is none.
const Relatorio* find_relatorio(std::string_view codigo);

// One file each, in domain/relatorios/.
extern const Relatorio kCadastroDomiciliar, kCadastroIndividual, kSituacaoDoTerritorio;
extern const Relatorio kAtendimentoDomiciliar, kAtendimentoIndividual, kAtendimentoOdontologico, kAtividadeColetiva,
    kAvaliacaoElegibilidade, kConsumoAlimentar, kProcedimentos, kProcedimentosConsolidados, kResumoDeProducao, kZika,
    kVisitaDomiciliar, kVacinacao;

}  // namespace aroeira::relatorios
