// Builds what `npm start` serves: the server in one file and the assets of the pages. Only when their sources changed.
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { runChild } from "./runChild.mjs";

/** Changes when a source of the build was changed, added or removed. */
function keyOfSources(root) {
  const sources = globSync(["src/**/*.{ts,tsx,css,json,svg}", "scripts/build.mjs", "package-lock.json"], { cwd: root });
  const key = createHash("sha256");
  for (const file of sources.filter((name) => !/\.test\.tsx?$/.test(name)).toSorted()) {
    const { size, mtimeMs } = statSync(path.join(root, file));
    key.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return key.digest("hex");
}

/** In one file, a module's own address would be that of the file. Modules use it to find what lies beside them, so it is kept. */
const keepAddresses = (root) => ({
  name: "keep-addresses",
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.tsx?$/ }, async ({ path: file }) => {
      const text = await readFile(file, "utf8");
      if (!text.includes("import.meta.")) return undefined;
      const relative = path.relative(path.join(root, "build"), file).split(path.sep).join("/");
      const contents = text
        .replaceAll("import.meta.url", "wiegHere.href")
        .replaceAll("import.meta.dirname", "wiegDirname(wiegHere)")
        .replaceAll("import.meta.filename", "wiegFilename(wiegHere)")
        .replaceAll("import.meta.resolve(", "wiegResolve(wiegHere, ");
      return {
        contents: `const wiegHere = new URL(${JSON.stringify(relative)}, wiegBundle); ${contents}`,
        loader: file.endsWith("x") ? "tsx" : "ts",
      };
    });
  },
});
const ADDRESSES = [
  'import { fileURLToPath as wiegFilename } from "node:url";',
  "const wiegBundle = import.meta.url;",
  'const wiegDirname = (here) => wiegFilename(new URL(".", here)).replace(/[\\\\/]$/, "");',
  "const wiegResolve = (here, name) => (/^[.][.]?[/]/.test(name) ? new URL(name, here).href : import.meta.resolve(name));",
].join("");

/** One program in one file, as it is served. */
export async function bundle(root, entry, outfile) {
  const { build, stop } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node26",
    format: "esm",
    jsx: "automatic",
    sourcemap: true,
    define: { "process.env.NODE_ENV": '"production"' },
    banner: { js: ADDRESSES },
    plugins: [keepAddresses(root)],
    logLevel: "warning",
  });
  await stop(); // else its service stays beside the server
}

async function buildAssets(root) {
  const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  if (!scripts["build:assets"]) return;
  const env = {
    ...process.env,
    PATH: `${path.join(root, "node_modules", ".bin")}${path.delimiter}${process.env.PATH}`,
    NODE_ENV: "production",
  };
  const { code, stopped } = await runChild("/bin/sh", ["-c", scripts["build:assets"]], { cwd: root, env, channel: false });
  if (stopped) process.exit(0);
  if (code !== 0) throw new Error("The assets could not be built.");
}

/** Builds server and assets, unless what stands in build/ was made of these very sources. */
export async function buildIfNeeded(root) {
  const key = keyOfSources(root);
  const keyFile = path.join(root, "build", "key");
  if (existsSync(path.join(root, "build", "server.mjs")) && existsSync(keyFile) && readFileSync(keyFile, "utf8") === key) return;
  console.log("Building Wieg ...");
  await buildAssets(root);
  await bundle(root, "src/main/server.ts", "build/server.mjs");
  mkdirSync(path.dirname(keyFile), { recursive: true });
  writeFileSync(keyFile, key);
}
