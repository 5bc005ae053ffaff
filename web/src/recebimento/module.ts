// SPDX-License-Identifier: Apache-2.0
import type { Module } from "../base/modules";
import { Configuracao } from "./configuracao";
import { DoCnes } from "./do_cnes";
import { Ficha } from "./ficha";
import { Importar } from "./importar";
import { Lote } from "./lote";
import { Lotes } from "./lotes";
import { PorCnes } from "./por_cnes";

const kBase = "/transmissao/recebimento";

export const recebimento: Module = {
    title: "Transmissão de Dados",
    summary: "Receba fichas por arquivo ou pela rede e veja o que precisa ser corrigido.",
    icon: "transmission",
    path: "/transmissao",
    permission: "fichas_ver",
    routes: [
        { path: "/transmissao", title: "Transmissão de Dados", permission: "fichas_ver", screen: Lotes },
        { path: kBase, title: "Recebimento por lote", permission: "fichas_ver", screen: Lotes, listed: true },
        { path: `${kBase}/importar`, title: "Importar Arquivo", permission: "fichas_importar", screen: Importar, listed: true },
        { path: `${kBase}/lotes/:lote`, title: "Lote recebido", permission: "fichas_ver", screen: Lote },
        { path: `${kBase}/fichas/:uuid`, title: "Ficha recebida", permission: "fichas_ver", screen: Ficha },
        { path: `${kBase}/cnes`, title: "Recebimento por CNES", permission: "fichas_ver", screen: PorCnes, listed: true },
        { path: `${kBase}/cnes/:cnes`, title: "Fichas recebidas do CNES", permission: "fichas_ver", screen: DoCnes },
        { path: `${kBase}/processamento`, title: "Horário de geração de lotes e processamento de fichas", permission: "processamento_configurar", screen: Configuracao, listed: true },
    ],
};
