import { createHash } from "node:crypto";
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const WEB = fileURLToPath(new URL(".", import.meta.url));
const OUTPUT = fileURLToPath(new URL("../api/static/page", import.meta.url));
/** What the page is built from, apart from its folder; a test recomputes the hash of all of it, without Node. */
const BESIDES = ["package-lock.json", "package.json", "tsconfig.json", "vite.page.config.ts"];
const NO_CODE = ["world-atlas", "@fontsource-variable/newsreader", "@fontsource-variable/public-sans"];

export default defineConfig({
  root: join(WEB, "page"),
  base: "/static/page/",
  // Not in the folder of the sources, whose hash is of what is committed only.
  cacheDir: join(WEB, "node_modules", ".vite-page"),
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [recordSources()],
  server: { proxy: { "/graphql": "http://127.0.0.1:8000", "/v1": "http://127.0.0.1:8000" } },
  test: { root: join(WEB, "page") },
  build: {
    outDir: OUTPUT,
    emptyOutDir: true,
    sourcemap: false,
    target: "es2023",
    // Every asset is a file: the Content-Security-Policy of the page knows no data: addresses for styles and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: "licenses.md" },
  },
});

/** Leaves `build.json` beside what was built: the hash of the sources and of each file that came of them. */
function recordSources(): Plugin {
  return {
    name: "record-sources",
    apply: "build",
    closeBundle() {
      passOnLicences();
      const sources = [...filesUnder(join(WEB, "page")), ...BESIDES.map((name) => join(WEB, name))];
      const record = { sources: hashOf(sources, WEB), output: hashOf(filesUnder(OUTPUT), OUTPUT) };
      writeFileSync(join(OUTPUT, "build.json"), `${JSON.stringify(record, null, 2)}\n`);
    },
  };
}

/** The plugin of the bundler sees code only; fonts and outlines ask for the same. */
function passOnLicences(): void {
  const texts = NO_CODE.map((name) => {
    const folder = join(WEB, "node_modules", name);
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
    return `\n## ${name} - ${version}\n\n${readFileSync(join(folder, "LICENSE"), "utf8").trim()}\n`;
  });
  appendFileSync(join(OUTPUT, "licenses.md"), texts.join(""));
}

function filesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** SHA-256 over the sorted lines `path NUL sha256`, paths relative with slashes. */
function hashOf(files: string[], folder: string): string {
  const lines = files.map((file) => `${relative(folder, file)}\0${sha256(readFileSync(file))}`);
  return sha256(lines.toSorted().join("\n"));
}

function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
