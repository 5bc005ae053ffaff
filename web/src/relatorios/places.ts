// SPDX-License-Identifier: Apache-2.0
export const kRelatorios = "/relatorios";
export const kImpressao = "/relatorios/configuracao-de-impressao";
export const kProcessamento = "/relatorios/processamento";
export const kTitle = "Relatórios";
