// SPDX-License-Identifier: Apache-2.0
// The one list pattern: filters, a table that becomes cards on a phone, pages of 30, and a word for
// loading, empty and broken.
import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { count, number } from "./format";
import { Icon } from "./icons";
import { Loaded, type Load } from "./load";

export interface Column<Row> {
    title: string;
    cell: (row: Row) => ComponentChildren;
    numeric?: boolean;
    /** Names the row for who hears the table. */
    heads?: boolean;
    /** Buttons: the title is heard, not seen, and they are not printed. */
    actions?: boolean;
}

interface TableProps<Row> {
    caption: string;
    columns: Column<Row>[];
    rows: Row[];
    rowKey: (row: Row) => string;
}

/** The roles are spelled out because a table drawn as cards would lose them. */
export function Table<Row>({ caption, columns, rows, rowKey }: TableProps<Row>) {
    const frame = useRef<HTMLDivElement>(null);
    const wide = useWider(frame);
    return (
        <div class="table-frame" ref={frame} {...(wide && { tabIndex: 0, role: "group", "aria-label": caption })}>
            <table class="table" role="table">
                <caption class="only-heard">{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        {columns.map((column) => (
                            <th key={column.title} scope="col" role="columnheader" class={classOf(column)}>
                                {column.actions ? <span class="only-heard">{column.title}</span> : column.title}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    {rows.map((row) => (
                        <tr key={rowKey(row)} role="row">{columns.map((column) => <Cell key={column.title} column={column} row={row} />)}</tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}

/** Whether what is inside is wider than the frame: then the keyboard must reach it, to scroll. */
function useWider(frame: RefObject<HTMLElement>): boolean {
    const [wider, setWider] = useState(false);
    useEffect(() => {
        const box = frame.current;
        if (!box) return;
        const watch = new ResizeObserver(() => setWider(box.scrollWidth > box.clientWidth));
        watch.observe(box);
        if (box.firstElementChild) watch.observe(box.firstElementChild);
        return () => watch.disconnect();
    }, []);
    return wider;
}

function classOf<Row>({ numeric, actions }: Column<Row>): string | undefined {
    return numeric ? "numeric" : actions ? "row-actions" : undefined;
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
    const shared = { class: classOf(column), "data-label": column.actions ? undefined : column.title };
    const content = <div class="cell">{column.cell(row)}</div>;
    return column.heads ? <th {...shared} scope="row" role="rowheader">{content}</th> : <td {...shared} role="cell">{content}</td>;
}

export interface Page<Row> {
    itens: Row[];
    total: number;
}
export const kPageSize = 30;

interface ListProps<Row> extends Omit<TableProps<Row>, "rows"> {
    load: Load<Page<Row>>;
    /** What there is none of, and how to get some. */
    empty: { title: string; text?: ComponentChildren };
    one: string;
    many: string;
    page?: number;
    onPage?: (page: number) => void;
}

export function List<Row>({ load, empty, one, many, page = 1, onPage, ...table }: ListProps<Row>) {
    return (
        <Loaded load={load}>
            {({ itens, total }) =>
                itens.length === 0 && page === 1 ? (
                    <Empty title={empty.title}>{empty.text}</Empty>
                ) : (
                    <>
                        <p class="list-count" role="status">{count(total, one, many)}</p>
                        <Table {...table} rows={itens} />
                        {onPage && <Pages total={total} page={page} onPage={onPage} />}
                    </>
                )
            }
        </Loaded>
    );
}

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
    return (
        <div class="empty">
            <Icon name="inbox" />
            <p class="empty-title">{title}</p>
            {children && <p>{children}</p>}
        </div>
    );
}

function Pages({ total, page, onPage }: { total: number; page: number; onPage: (page: number) => void }) {
    const last = Math.max(1, Math.ceil(total / kPageSize));
    if (last === 1 && page === 1) return null;
    const first = (page - 1) * kPageSize + 1;
    return (
        <nav class="pages" aria-label="Páginas">
            <span>{number(first)}–{number(Math.min(page * kPageSize, total))} de {number(total)}</span>
            <button type="button" class="br-button circle" disabled={page <= 1} aria-label="Página anterior" onClick={() => onPage(page - 1)}>
                <Icon name="chevronLeft" />
            </button>
            <span aria-current="page">Página {number(page)} de {number(last)}</span>
            <button type="button" class="br-button circle" disabled={page >= last} aria-label="Próxima página" onClick={() => onPage(page + 1)}>
                <Icon name="chevronRight" />
            </button>
        </nav>
    );
}

export function Filters({ children }: { children: ComponentChildren }) {
    return <div class="filters" role="search" aria-label="Filtros da lista">{children}</div>;
}
