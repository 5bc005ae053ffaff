// SPDX-License-Identifier: Apache-2.0
export const kUnidades = "/unidades";
export const kTrilha = [{ title: "Unidades de Saúde", to: kUnidades }];
