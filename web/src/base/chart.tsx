// SPDX-License-Identifier: Apache-2.0
import { number } from "./format";

export interface Series {
    name: string;
    /** Colour and texture: one is enough to tell the parts from each other. */
    look: "good" | "bad" | "new" | "changed" | "gone" | "same";
}
export interface Bar {
    name: string;
    values: number[];
}

/**
 * Horizontal stacked bars. The table beside it holds the same numbers, so this is a picture for
 * the eye only; parts differ by texture too.
 */
export function StackedBars({ title, series, bars }: { title: string; series: Series[]; bars: Bar[] }) {
    const most = Math.max(1, ...bars.map(({ values }) => values.reduce((sum, value) => sum + value, 0)));
    return (
        <figure class="chart">
            <figcaption>
                {title}
                <ul class="legend">
                    {series.map(({ name, look }) => (
                        <li key={name}>
                            <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true"><rect width="16" height="16" class={`part-${look}`} /><Texture look={look} x={0} width={16} height={16} /></svg>
                            {name}
                        </li>
                    ))}
                </ul>
            </figcaption>
            <div class="bars" aria-hidden="true">
                {bars.map((bar) => <Row key={bar.name} bar={bar} series={series} most={most} />)}
            </div>
        </figure>
    );
}

const kWidth = 400;
const kHeight = 20;

function Row({ bar, series, most }: { bar: Bar; series: Series[]; most: number }) {
    let x = 0;
    const total = bar.values.reduce((sum, value) => sum + value, 0);
    return (
        <>
            <span class="bar-name">{bar.name}</span>
            <svg class="bar" viewBox={`0 0 ${kWidth} ${kHeight}`} preserveAspectRatio="none">
                <rect width={kWidth} height={kHeight} class="bar-ground" />
                {bar.values.map((value, i) => {
                    // One among thousands must still be seen.
                    const width = value === 0 ? 0 : Math.max(3, (value / most) * (kWidth - 3 * bar.values.length));
                    const left = x;
                    x += width;
                    const look = series[i]?.look ?? "same";
                    return width === 0 ? null : (
                        <g key={look}>
                            <rect x={left} width={width} height={kHeight} class={`part-${look}`} />
                            <Texture look={look} x={left} width={width} height={kHeight} />
                        </g>
                    );
                })}
            </svg>
            <span class="bar-total">{number(total)}</span>
        </>
    );
}

/** Lines along the bar: stretching it does not change them. */
function Texture({ look, x, width, height }: { look: Series["look"]; x: number; width: number; height: number }) {
    if (look !== "bad" && look !== "gone") return null;
    const rows = look === "bad" ? [0.33, 0.67] : [0.5];
    return <path d={rows.map((row) => `M${x} ${row * height}h${width}`).join("")} class={`texture texture-${look}`} />;
}
