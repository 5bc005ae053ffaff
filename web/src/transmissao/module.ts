// SPDX-License-Identifier: Apache-2.0
import type { Module, Route } from "../base/modules";
import { Configuracao } from "./configuracao/configuracao";
import { Entrada } from "./entrada";
import { LoteEnviado } from "./envio/lote";
import { LotesEnviados } from "./envio/lotes";
import { kConfiguracao, kEnvio, kRecebimento, kTransmissao, kTransmissaoDeDados } from "./places";
import { DoCnes } from "./recebimento/do_cnes";
import { Ficha } from "./recebimento/ficha";
import { Importar } from "./recebimento/importar";
import { Lote } from "./recebimento/lote";
import { Lotes } from "./recebimento/lotes";
import { PorCnes } from "./recebimento/por_cnes";
import { Processamento } from "./recebimento/processamento";

const envio: Route[] = [
    { path: kConfiguracao, title: "Configuração de envio dos dados", permission: "transmissao_gerenciar", screen: Configuracao, listed: true },
    { path: kEnvio, title: "Envio", permission: "transmissao_gerenciar", screen: LotesEnviados, listed: true },
    { path: `${kEnvio}/lotes/:lote`, title: "Lote de envio", permission: "transmissao_gerenciar", screen: LoteEnviado },
];
const recebimento: Route[] = [
    { path: kRecebimento, title: "Recebimento por lote", permission: "fichas_ver", screen: Lotes, listed: true },
    { path: `${kRecebimento}/importar`, title: "Importar Arquivo", permission: "fichas_importar", screen: Importar, listed: true },
    { path: `${kRecebimento}/lotes/:lote`, title: "Lote recebido", permission: "fichas_ver", screen: Lote },
    { path: `${kRecebimento}/fichas/:uuid`, title: "Ficha recebida", permission: "fichas_ver", screen: Ficha },
    { path: `${kRecebimento}/cnes`, title: "Recebimento por CNES", permission: "fichas_ver", screen: PorCnes, listed: true },
    { path: `${kRecebimento}/cnes/:cnes`, title: "Fichas recebidas do CNES", permission: "fichas_ver", screen: DoCnes },
    { path: `${kRecebimento}/processamento`, title: "Configurar processamento", permission: "processamento_configurar", screen: Processamento, listed: true },
];

export const transmissao: Module = {
    title: kTransmissaoDeDados,
    summary: "Receba e envie fichas, por arquivo ou pela rede, e veja o que precisa ser corrigido.",
    icon: "transmission",
    path: kTransmissao,
    permission: "fichas_ver",
    routes: [{ path: kTransmissao, title: kTransmissaoDeDados, permission: "fichas_ver", screen: Entrada }, ...envio, ...recebimento],
};
