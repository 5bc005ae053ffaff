// SPDX-License-Identifier: Apache-2.0
import { get } from "../../base/api";
import { LinkButton } from "../../base/button";
import { MonthField, readMonth } from "../../base/dates";
import { TextField } from "../../base/field";
import { isoDay, month, number } from "../../base/format";
import { FormFrame, useForm } from "../../base/form";
import { List } from "../../base/list";
import { useLoad } from "../../base/load";
import { askedMunicipio, useMunicipios } from "../../base/municipio";
import { setQuery, useQuery } from "../../base/router";
import { kRecebimento } from "../places";
import { RecebimentoFrame } from "./frame";

const kLabels = { cnes: "CNES", mes: "Mês de recebimento" };

/** «Recebimento por CNES»: what one establishment, or each, sent in a month. */
export function PorCnes() {
    return <RecebimentoFrame view="cnes"><Query /></RecebimentoFrame>;
}

function Query() {
    const query = useQuery();
    const municipios = useMunicipios();
    const mes = query.get("mes") ?? isoDay(Date.now()).slice(0, 7).replace("-", "");
    const cnes = query.get("cnes") ?? "";
    const form = useForm({
        initial: { cnes, mes: month(mes) },
        check: (values) => ({
            ...(values.cnes === "" || /^\d{7}$/.test(values.cnes) ? {} : { cnes: "O CNES tem 7 dígitos." }),
            ...(readMonth(values.mes) ? {} : { mes: "Informe o mês e o ano, como 10/2026." }),
        }),
        submit: async (values) => setQuery({ cnes: values.cnes || undefined, mes: readMonth(values.mes) }),
    });
    const load = useLoad(
        async (signal) => {
            const { itens } = await get("/api/v1/recebimento/cnes", { query: { mes, cnes, municipio: askedMunicipio(municipios) }, signal });
            return { itens, total: itens.length };
        },
        [mes, cnes, municipios.chosen],
    );
    return (
        <>
            <div class="card query">
                <FormFrame form={form} submit="Consultar" icon="search" labels={kLabels}>
                    <TextField id="cnes" label={kLabels.cnes} required={false} inputMode="numeric" maxLength={7} value={form.values.cnes} error={form.errors.cnes} onInput={(text) => form.set("cnes", text.replace(/\D/g, ""))} />
                    <MonthField id="mes" label={kLabels.mes} value={form.values.mes} error={form.errors.mes} onInput={(text) => form.set("mes", text)} />
                </FormFrame>
            </div>
            <List
                load={load}
                caption={`Fichas recebidas em ${month(mes)}, por estabelecimento`}
                rowKey={(one) => one.cnes}
                one={`estabelecimento com fichas recebidas em ${month(mes)}`}
                many={`estabelecimentos com fichas recebidas em ${month(mes)}`}
                empty={{ title: `Nenhuma ficha recebida em ${month(mes)}${cnes ? ` do CNES ${cnes}` : ""}.` }}
                columns={[
                    { title: "CNES", cell: (one) => one.cnes, heads: true },
                    { title: "Unidade de saúde", cell: (one) => one.unidade ?? "Não consta no CNES importado" },
                    { title: "Recebidas", cell: (one) => number(one.recebidas), numeric: true },
                    { title: "Válidas", cell: (one) => number(one.validas), numeric: true },
                    { title: "Inválidas", cell: (one) => number(one.invalidas), numeric: true },
                    {
                        title: "Ações",
                        actions: true,
                        cell: (one) => <LinkButton small look="plain" icon="eye" to={`${kRecebimento}/cnes/${one.cnes}?mes=${mes}`} aria-label={`Visualizar as fichas do CNES ${one.cnes}`}>Visualizar</LinkButton>,
                    },
                ]}
            />
        </>
    );
}
