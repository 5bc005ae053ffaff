// SPDX-License-Identifier: Apache-2.0
import { address, get, type Schema } from "../../base/api";
import { Button } from "../../base/button";
import { count, dateTime, month } from "../../base/format";
import { Icon } from "../../base/icons";
import { Table } from "../../base/list";
import { Loaded, useLoad } from "../../base/load";
import { asProblem, Message, notify } from "../../base/message";
import { askedMunicipio, useMunicipios } from "../../base/municipio";
import { Link, useQuery } from "../../base/router";
import { Facts, Screen, Section } from "../../base/screen";
import { download } from "../../base/transfer";
import { kRecebimento } from "../places";
import { kTrilha, SituacaoDaFicha } from "./lotes_recebidos";

type Completa = Schema<"FichaCompleta">;
type Achado = Completa["erros"][number];

/** One ficha: every rule that refused it, where, why, and what to do about it. */
export function Ficha({ captures }: { captures: Record<string, string> }) {
    const municipio = askedMunicipio(useMunicipios());
    const from = useQuery().get("lote");
    const uuid = captures["uuid"] ?? "";
    const load = useLoad((signal) => get("/api/v1/recebimento/fichas/{uuid}", { path: { uuid }, query: { municipio }, signal }), [uuid]);
    const trail = from ? [...kTrilha, { title: "Lote recebido", to: `${kRecebimento}/lotes/${from}` }] : kTrilha;
    return (
        <Screen title={load.data?.ficha.nome_tipo ?? "Ficha recebida"} trail={trail} lead={<span class="code">{uuid}</span>} actions={load.data && <OriginalButton uuid={uuid} municipio={municipio} />}>
            <Loaded load={load}>{(data) => <Body {...data} />}</Loaded>
        </Screen>
    );
}

/** The ficha as it came: what its sender needs to look for the mistake. */
function OriginalButton({ uuid, municipio }: { uuid: string; municipio: string | undefined }) {
    const save = () =>
        download(address("/api/v1/recebimento/fichas/{uuid}/original", { path: { uuid } }), { municipio }, `${uuid}.esus`).catch((failure) => notify("danger", asProblem(failure).message));
    return <Button icon="file" onClick={() => void save()}>Baixar a ficha recebida</Button>;
}

function Body({ ficha, erros, avisos, versoes }: Completa) {
    return (
        <>
            <Facts
                items={[
                    ["Situação", <SituacaoDaFicha situacao={ficha.situacao} />],
                    ["CNES", ficha.cnes],
                    ["INE", ficha.ine ?? "–"],
                    ["Competência", month(ficha.competencia)],
                    ["Versão LEDI", ficha.versao_ledi],
                    ["Versão da ficha", String(ficha.versao)],
                ]}
            />
            {erros.length === 0 ? (
                <Message kind="success" title="Nenhuma inconsistência: a ficha foi aceita." />
            ) : (
                <Section id="erros" title={count(erros.length, "inconsistência", "inconsistências")}>
                    <p>Corrija na origem e envie a ficha de novo com o mesmo identificador: a nova versão substitui esta e o histórico é mantido.</p>
                    <Findings findings={erros} kind="erro" />
                </Section>
            )}
            {avisos.length > 0 && (
                <Section id="avisos" title={count(avisos.length, "aviso", "avisos")}>
                    <p>Avisos não impedem o recebimento.</p>
                    <Findings findings={avisos} kind="aviso" />
                </Section>
            )}
            <Section id="versoes" title="Histórico de versões">
                <Table
                    caption="Histórico de versões"
                    rows={versoes}
                    rowKey={({ versao }) => String(versao)}
                    columns={[
                        { title: "Versão", cell: (one) => String(one.versao), heads: true },
                        { title: "Recebida em", cell: (one) => dateTime(one.recebida_ms) },
                        { title: "Situação", cell: (one) => <SituacaoDaFicha situacao={one.situacao} /> },
                        { title: "Lote", cell: (one) => <Link to={`${kRecebimento}/lotes/${one.lote}`} aria-label={`Visualizar o lote da versão ${one.versao}`}>Visualizar o lote</Link> },
                    ]}
                />
            </Section>
        </>
    );
}

function Findings({ findings, kind }: { findings: Achado[]; kind: "erro" | "aviso" }) {
    return (
        <ol class="findings">
            {findings.map((one, i) => (
                <li key={i} class={`finding finding-${kind}`}>
                    <Icon name={kind === "erro" ? "error" : "warning"} />
                    <div>
                        <h3>{one.mensagem}</h3>
                        {one.correcao && <p class="fix"><strong>Como corrigir:</strong> {one.correcao}</p>}
                        <dl>
                            {one.campo && <div><dt>Campo</dt><dd class="code">{one.campo}</dd></div>}
                            <div><dt>Regra</dt><dd class="code">{one.regra}</dd></div>
                        </dl>
                    </div>
                </li>
            ))}
        </ol>
    );
}
