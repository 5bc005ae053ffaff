// SPDX-License-Identifier: Apache-2.0
// Builds web/dist: one page, one script and one style sheet with the hash of their content in the
// name, the fonts, and a .gz beside everything that shrinks. The server embeds the directory whole.
import { build } from "esbuild";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(web, "dist");

/** An icon of Font Awesome becomes its outline: no font to wait for, only the icons in use. */
const icons = {
    name: "icons",
    setup(builder) {
        builder.onLoad({ filter: /fontawesome-free[\\/]svgs[\\/].*\.svg$/ }, async ({ path }) => {
            const [, width, height, outline] = /viewBox="0 0 (\d+) (\d+)".*<path d="([^"]+)"/s.exec(await readFile(path, "utf8"));
            return { loader: "json", contents: JSON.stringify({ width: +width, height: +height, outline }) };
        });
    },
};

await rm(dist, { recursive: true, force: true });
await mkdir(dist);
const { metafile } = await build({
    absWorkingDir: web,
    entryPoints: { app: "src/main.tsx" },
    outdir: dist,
    bundle: true,
    minify: true,
    format: "esm",
    target: ["chrome109", "firefox115", "safari16"],
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".woff2": "file" },
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    metafile: true,
    plugins: [icons],
    logLevel: "warning",
});

const outputs = Object.keys(metafile.outputs).map((name) => basename(name));
const only = (pattern) => outputs.find((name) => pattern.test(name));
const page = (await readFile(join(web, "src/index.html"), "utf8"))
    .replace("{{script}}", only(/^app-.*\.js$/))
    .replace("{{style}}", only(/^app-.*\.css$/));
await writeFile(join(dist, "index.html"), page);
await writeFile(join(dist, "favicon.svg"), await readFile(join(web, "src/favicon.svg")));

for (const name of await readdir(dist)) {
    if (!/\.(js|css|html|svg)$/.test(name)) continue;
    const plain = await readFile(join(dist, name));
    const packed = gzipSync(plain, { level: 9 });
    if (packed.length < plain.length) await writeFile(join(dist, `${name}.gz`), packed);
}
