import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  base: "/static/graphiql/",
  plugins: [react()],
  // One file a worker: a worker obeys the policy of its own response, which may refuse to load further parts.
  worker: { format: "es", rolldownOptions: { output: { codeSplitting: false } } },
  build: {
    outDir: fileURLToPath(new URL("../api/static/graphiql", import.meta.url)),
    emptyOutDir: true,
    sourcemap: false,
    target: "es2022",
    // Monaco is one editor of 3 MB; it loads once and is cached under its hashed name.
    chunkSizeWarningLimit: 4000,
    // Every asset is a file: the Content-Security-Policy of the page allows data: for images and fonts only.
    assetsInlineLimit: 0,
    // The polyfill would be one more script; the target's browsers know modulepreload.
    modulePreload: { polyfill: false },
    // The licences of what is bundled ask to be passed on with it.
    license: { fileName: "licenses.md" },
    rolldownOptions: { onLog: reportUnlessDirective },
  },
});

/** "use no memo" speaks to React's compiler, which has run already on the packages that carry it. */
function reportUnlessDirective(level, log, report) {
  if (log.code !== "MODULE_LEVEL_DIRECTIVE") {
    report(level, log);
  }
}
