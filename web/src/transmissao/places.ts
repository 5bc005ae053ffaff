// SPDX-License-Identifier: Apache-2.0
export const kTransmissaoDeDados = "Transmissão de Dados";
export const kTransmissao = "/transmissao";
export const kConfiguracao = `${kTransmissao}/configuracao`;
export const kEnvio = `${kTransmissao}/envio`;
export const kRecebimento = `${kTransmissao}/recebimento`;
