// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/tabelas/api/clinica.hpp"
#include "modules/tabelas/api/ocupacoes.hpp"
#include "modules/tabelas/api/procedimentos.hpp"
#include "modules/tabelas/api/territorio.hpp"
#include "modules/tabelas/api/vacinacao.hpp"

/// The national tables, as questions. Codes are compared as they are written: upper case, no blanks.
/// Source: db/reference; each file says in its first line where its rows come from, and when.
