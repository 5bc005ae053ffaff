// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, type Schema } from "../base/api";
import { Button } from "../base/button";
import { Loaded, useLoad } from "../base/load";
import { asProblem, Message, notify } from "../base/message";
import { askedMunicipio, MunicipioChoice, useMunicipios } from "../base/municipio";
import { Screen } from "../base/screen";
import { download } from "../base/transfer";
import { Escolher, type Pedido } from "./escolher";
import { kRelatorios, kTitle } from "./places";
import { Resultado } from "./resultado";

type Declared = Schema<"Relatorios">["itens"][number];

/** One report: what one asks of it, and its answer. */
export function Relatorio({ captures }: { captures: Record<string, string> }) {
    const municipios = useMunicipios();
    const municipio = askedMunicipio(municipios);
    const asks = !municipios.fixed && !municipios.chosen;
    const load = useLoad(
        async (signal) => ({
            declared: (await get("/api/v1/relatorios", { signal })).itens.find(({ codigo }) => codigo === captures["relatorio"]),
            escolhas: asks ? undefined : await get("/api/v1/relatorios/escolhas", { query: { municipio }, signal }),
        }),
        [captures["relatorio"], municipios.chosen],
    );
    const name = load.data?.declared?.nome ?? "Relatório";
    const [pedido, setPedido] = useState<Pedido>();
    return (
        <Screen
            title={name}
            trail={[{ title: kTitle, to: kRelatorios }]}
            actions={
                pedido && load.data?.declared && (
                    <>
                        <Button icon="print" onClick={() => window.print()}>Imprimir</Button>
                        <CsvButton relatorio={load.data.declared.codigo} pedido={pedido} municipio={municipio} />
                    </>
                )
            }
        >
            {!municipios.fixed && <MunicipioChoice />}
            <Loaded load={load}>
                {({ declared, escolhas }) =>
                    !declared ? (
                        <Message kind="info" title="Não existe este relatório." />
                    ) : !escolhas ? (
                        <Message kind="info" title="Selecione o município para ver o relatório." />
                    ) : (
                        <>
                            <Escolher key={municipios.chosen} declared={declared} escolhas={escolhas} municipio={municipio} onAsk={setPedido} />
                            {pedido ? <Answer declared={declared} pedido={pedido} municipio={municipio} /> : escolhas.processado_ms === undefined && <NeverProcessed />}
                        </>
                    )
                }
            </Loaded>
        </Screen>
    );
}

export function NeverProcessed() {
    return <Message kind="warning" title="Os relatórios deste município ainda não foram processados.">As fichas são processadas toda noite; o administrador da instalação pode forçar o processamento antes.</Message>;
}

function Answer({ declared, pedido, municipio }: { declared: Declared; pedido: Pedido; municipio: string | undefined }) {
    const load = useLoad(
        (signal) => get("/api/v1/relatorios/{relatorio}/resultado", { path: { relatorio: declared.codigo }, query: { ...pedido.query, municipio }, signal }),
        [JSON.stringify(pedido), municipio],
    );
    return <Loaded load={load}>{(resultado) => <Resultado resultado={resultado} pedido={pedido} />}</Loaded>;
}

function CsvButton({ relatorio, pedido, municipio }: { relatorio: string; pedido: Pedido; municipio: string | undefined }) {
    const [busy, setBusy] = useState(false);
    async function save(): Promise<void> {
        setBusy(true);
        try {
            await download(`/api/v1/relatorios/${relatorio}/resultado.csv`, { ...pedido.query, municipio }, `${relatorio}.csv`);
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        } finally {
            setBusy(false);
        }
    }
    return <Button icon="csv" busy={busy} onClick={() => void save()}>Exportar CSV</Button>;
}
