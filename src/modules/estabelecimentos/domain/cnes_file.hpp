// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "modules/estabelecimentos/domain/impressao.hpp"

/// A file of the CNES as it was read: every record that may be imported, and what may not, with why.
/// Source: XML-ESUS-APS, versions 2.1, 3.0 and 3.1.
namespace aroeira::estabelecimentos {

/// Text that lives as long as the file it was read from. Views never move.
class TextPool {
public:
    /// Short texts (codes, siglas) that were kept a moment ago are given again.
    std::string_view keep(std::string_view text) {
        if (text.empty()) return {};
        if (text.size() > kShort) return copy(text);
        auto& recent = recent_[impressao_of(text) % recent_.size()];
        if (recent != text) recent = copy(text);
        return recent;
    }

private:
    std::string_view copy(std::string_view text) {
        if (text.size() > left_) {
            left_ = std::max(kBlockBytes, text.size());
            blocks_.push_back(std::make_unique<char[]>(left_));
            next_ = blocks_.back().get();
        }
        char* const at = next_;
        text.copy(at, text.size());
        next_ += text.size();
        left_ -= text.size();
        return {at, text.size()};
    }

    static constexpr std::size_t kBlockBytes = 256 << 10, kShort = 10;
    std::array<std::string_view, 2048> recent_{};
    std::vector<std::unique_ptr<char[]>> blocks_;
    char* next_ = nullptr;
    std::size_t left_ = 0;
};

/// What the file says of itself.
struct Cabecalho {
    std::string data{};    ///< When it was generated, AAAA-MM-DD.
    std::string ibge{};    ///< 7 digits.
    std::string versao{};  ///< "2.1", "3.0" or "3.1".
};

/// A record of the file, whichever kind it is.
struct Registro {
    std::uint64_t impressao = 0;  ///< Fingerprint of its content: equal when nothing changed.
    std::uint32_t linha = 0;      ///< Of the file, from 1.
};

struct Unidade : Registro {
    std::string_view cnes, nome, cnpj, tipo, tipo_descricao, subtipo, subtipo_descricao;
    std::string_view telefone1, telefone2, fax, email;
    std::string_view cep, uf, ibge, bairro, logradouro, numero, complemento, referencia;
    std::string_view complexidades;  ///< Siglas in the order of the file, "AB MC".
};

struct Equipe : Registro {
    std::string_view cnes, ine, tipo, sigla, descricao, area, area_descricao, nome;
    std::string_view desativada_em;  ///< AAAA-MM-DD; "" while it works.
};

struct Profissional : Registro {
    std::string_view cpf, cns, nome, nascimento, sexo, conselho, conselho_uf, registro, email, telefone;
};

struct Lotacao {
    std::uint32_t linha = 0;
    std::uint32_t profissional = 0;  ///< Position in CnesFile::profissionais.
    std::string_view cnes, ine, cbo, microarea;  ///< ine "" without a team.
};

/// Why a record was not imported. `chave` is for the person who corrects it in the CNES: on a screen
/// and in a report, never in a log.
struct Rejeicao {
    std::string_view tipo;  ///< "unidade", "equipe", "profissional" or "lotacao".
    std::string chave{};
    std::string motivo{};
    std::uint32_t linha = 0;
};

struct CnesFile {
    Cabecalho cabecalho;
    std::vector<Unidade> unidades;            ///< In the order of the file, each CNES once.
    std::vector<Equipe> equipes;              ///< Each (CNES, INE) once, of accepted units.
    std::vector<Profissional> profissionais;  ///< Each CPF once.
    std::vector<Lotacao> lotacoes;            ///< Of accepted professionals, units and teams; ordered by professional.
    std::vector<Rejeicao> rejeicoes;          ///< In the order of the file.
    TextPool texts;
};

}  // namespace aroeira::estabelecimentos
