// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <utility>

#include "modules/relatorios/operations/services.hpp"

namespace aroeira::relatorios {

/// Some fichas looked at in one transaction, and what they change in the numbers. Looking twice at a ficha changes
/// nothing: what is counted of it is remembered. Lives as long as the transaction.
class Piece {
public:
    /// Unit: `utc_offset_minutes` is added to UTC.
    Piece(const Ibge& municipio, int utc_offset_minutes, const Contador& contador, Ports& ports)
        : municipio_(municipio), offset_(utc_offset_minutes), contador_(contador), ports_(ports) {}

    /// Counts it if it is the current valid version and was not counted; takes back what is counted of it, or of another
    /// version of the same ficha, and should not be. Errors: those of the ports.
    Result<void> look_at(const fichas::FichaGuardada& ficha);
    /// Writes what changed. Errors: those of the ports; `internal` RELAT-0010.
    Result<void> finish();

private:
    Result<Marcas*> marcas_of(const fichas::FichaGuardada& ficha);
    Result<bool> is_counted(const fichas::FichaGuardada& ficha);
    Result<void> set_counted(const fichas::FichaGuardada& ficha, bool counted);
    Result<void> take_back_others(const fichas::FichaGuardada& current);
    std::optional<Contada> read(const fichas::FichaGuardada& ficha, int& tipo);
    Result<void> change(const fichas::FichaGuardada& ficha, bool counted);
    Result<void> change_cadastro(const fichas::FichaGuardada& ficha, const Contada& contada, int tipo, bool counted);
    Result<void> count_version(const FichaDoCadastro& version, std::int64_t times);
    void add(const Contada& contada, Especie especie, std::int64_t times);

    const Ibge& municipio_;
    int offset_;
    const Contador& contador_;
    Ports& ports_;
    fichas::Arena arena_;
    std::map<Soma, Contadores> deltas_{};
    std::map<std::pair<std::string, std::int64_t>, Marcas> marcas_{};
};

}  // namespace aroeira::relatorios
