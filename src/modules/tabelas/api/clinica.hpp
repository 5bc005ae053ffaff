// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "modules/tabelas/api/table.hpp"

/// What a problem is called: CIAP-2 and CID-10.
namespace aroeira::tabelas {

/// A CIAP-2 code, of any component: "A97", "-30", and "A30" (a process within a chapter).
bool is_ciap2(std::string_view code);
std::string_view ciap2_label(std::string_view code);
/// Of components 2 to 6 (30 to 69): a process, not a problem nor a condition.
bool is_ciap2_procedure(std::string_view code);
/// By chapter: W and X are of women, Y of men.
/// Source: titles of the chapters of the CIAP-2; no official column is public (docs/fontes.md).
SexRestriction ciap2_sex(std::string_view code);
/// The CID-10 the LEDI gives for a CIAP-2; empty when the relation does not have it.
std::string_view cid10_of_ciap2(std::string_view code);

/// A CID-10 category or subcategory, 3 or 4 characters.
bool is_cid10(std::string_view code);
std::string_view cid10_label(std::string_view code);
/// A category is restricted when all its subcategories are, to the same sex.
/// Source: DATASUS CID-10 V2008, column RESTRSEXO.
SexRestriction cid10_sex(std::string_view code);

}  // namespace aroeira::tabelas
