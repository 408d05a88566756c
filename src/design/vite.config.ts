import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { defineConfig, type Plugin } from "vite";
import { dropUnusedVariables } from "./dropUnusedVariables.ts";

/** The theme names every variable of every component; each style keeps only those it uses. */
export const lean: Plugin = {
  name: "wieg-lean-styles",
  enforce: "post",
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === "asset" && file.fileName.endsWith(".css")) file.source = dropUnusedVariables(String(file.source));
    }
  },
};

/** Compressed once, at the build, as small as it gets; the server only picks the file. Last of all: Vite still fills in addresses before. */
export const compressed: Plugin = {
  name: "wieg-compressed",
  async writeBundle({ dir = "" }, bundle) {
    for (const { fileName } of Object.values(bundle)) {
      if (!/\.(css|js|svg)$/.test(fileName)) continue;
      const content = await readFile(path.join(dir, fileName));
      const brotli = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
      await writeFile(path.join(dir, `${fileName}.br`), brotli);
      await writeFile(path.join(dir, `${fileName}.gz`), gzipSync(content, { level: 9 }));
    }
  },
};

export default defineConfig({
  base: "/assets/",
  publicDir: false,
  logLevel: "warn",
  build: {
    outDir: "build/assets",
    assetsDir: "",
    assetsInlineLimit: 0,
    manifest: "manifest.json",
    modulePreload: false,
    // Younger than the rule for scripts: older style targets turn `:dir(rtl)` into a list of languages.
    cssTarget: ["chrome120", "firefox121", "safari16.4"],
    rolldownOptions: {
      input: ["src/design/client/main.ts", "src/design/styles/main.css", "src/design/styles/public.css", "src/design/styles/own.css"],
    },
  },
  plugins: [lean, compressed],
});
