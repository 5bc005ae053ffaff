// SPDX-License-Identifier: Apache-2.0
export const kProfissionais = "/profissionais";
export const kTrilha = [{ title: "Profissionais", to: kProfissionais }];
