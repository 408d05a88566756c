import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";

/** A file of the build: its name, its text and its size on the line. */
export type BuiltFile = Readonly<{ name: string; text: string; compressed: number }>;

/** Builds the assets in memory, just as `npm run build:assets` writes them. */
export async function buildAssets(): Promise<readonly BuiltFile[]> {
  const built = await build({
    configFile: fileURLToPath(new URL("../vite.config.ts", import.meta.url)),
    logLevel: "error",
    build: { write: false },
  });
  if (Array.isArray(built) || !("output" in built)) throw new Error("Vite built something else than one set of files");
  return built.output.map((file) => {
    const content = file.type === "asset" ? file.source : file.code;
    return {
      name: file.fileName,
      text: file.fileName.endsWith(".woff2") ? "" : Buffer.from(content).toString(),
      compressed: gzipSync(content).length,
    };
  });
}
