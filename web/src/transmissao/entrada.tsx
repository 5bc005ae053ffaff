// SPDX-License-Identifier: Apache-2.0
import { useInside } from "../base/inside";
import { Configuracao } from "./configuracao/configuracao";
import { Lotes } from "./recebimento/lotes";

/** The first tab of who enters. */
export function Entrada() {
    const { may } = useInside();
    return may("transmissao_gerenciar") ? <Configuracao /> : <Lotes />;
}
