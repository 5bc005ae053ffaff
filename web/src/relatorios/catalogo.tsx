// SPDX-License-Identifier: Apache-2.0
import { get, type Schema } from "../base/api";
import { Icon } from "../base/icons";
import { Loaded, useLoad } from "../base/load";
import { Link } from "../base/router";
import { Screen, Section } from "../base/screen";
import { kRelatorios, kTitle } from "./places";

type Relatorio = Schema<"Relatorios">["itens"][number];

/** The reports, by kind. */
export function Catalogo() {
    const load = useLoad((signal) => get("/api/v1/relatorios", { signal }), []);
    return (
        <Screen title={kTitle}>
            <Loaded load={load}>
                {({ itens }) => (
                    <>
                        <Kind id="consolidados" title="Consolidados" itens={itens.filter(({ especie }) => especie === "consolidado")} />
                        <Kind id="producao" title="Produção" itens={itens.filter(({ especie }) => especie === "producao")} />
                    </>
                )}
            </Loaded>
        </Screen>
    );
}

function Kind({ id, title, itens }: { id: string; title: string; itens: Relatorio[] }) {
    return (
        <Section id={id} title={title}>
            <ul class="links">
                {itens.map(({ codigo, nome }) => (
                    <li key={codigo}><Link to={`${kRelatorios}/${codigo}`}><Icon name="chartBar" /> {nome}</Link></li>
                ))}
            </ul>
        </Section>
    );
}
