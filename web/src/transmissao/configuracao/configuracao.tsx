// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, post } from "../../base/api";
import { Button } from "../../base/button";
import { useLoad } from "../../base/load";
import { asProblem, notify } from "../../base/message";
import { Section } from "../../base/screen";
import { TransmissaoFrame } from "../frame";
import { SincroniaWarnings } from "../sincronia";
import { DestinoDialog } from "./destino_dialog";
import { DestinoList } from "./destino_list";
import { useDestinos } from "./destinos";
import { Horario } from "./horario";
import { Identidade } from "./identidade";

/** «Configuração»: to whom this installation sends its data, and when. Source: manual, 3.7.3.1. */
export function Configuracao() {
    const [adding, setAdding] = useState(false);
    const [testing, setTesting] = useState(false);
    const destinos = useDestinos();
    const horario = useLoad((signal) => get("/api/v1/transmissao/configuracao", { signal }), []);
    async function test(): Promise<void> {
        setTesting(true);
        try {
            await post("/api/v1/transmissao/testar-conexao");
            notify("success", "Teste de conexão finalizado");
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        } finally {
            destinos.reload();
            setTesting(false);
        }
    }
    return (
        <TransmissaoFrame
            tab="configuracao"
            actions={
                <>
                    <Button look="primary" icon="plus" onClick={() => setAdding(true)}>Adicionar instalação</Button>
                    <Button icon="plug" busy={testing} onClick={() => void test()}>Testar conexão</Button>
                </>
            }
        >
            <SincroniaWarnings />
            <Section id="instalacoes" title="Instalações que recebem os dados">
                <DestinoList load={destinos} horario={horario.data?.horario} />
            </Section>
            <div class="columns">
                <Horario load={horario} />
                <Identidade />
            </div>
            {adding && <DestinoDialog onSaved={destinos.reload} onClose={() => setAdding(false)} />}
        </TransmissaoFrame>
    );
}
