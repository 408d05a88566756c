// `npm run lock`: completes package-lock.json after `npm install`.
//
// Packages with native parts name one optional package per platform. npm leaves out of the lock file what the registry at hand could
// not give it, and then `npm ci` refuses that same lock file. An entry with the platform it is for is all that `npm ci` needs to pass over it;
// on that platform it is fetched.
import { readFileSync, writeFileSync } from "node:fs";

const FILE = new URL("../package-lock.json", import.meta.url);
const OS = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "aix", "win32", "windows"];
const CPU = ["arm64", "arm", "x64", "ia32", "ppc64", "s390x", "riscv64", "loong64", "mips64el", "wasm32"];

/** What a package is for, read from its name: `@swc/core-linux-arm-gnueabihf`. */
function platformOf(name) {
  const parts = name.split(/[/.-]/);
  const os = parts.find((part) => OS.includes(part));
  const cpu = parts.find((part) => CPU.includes(part));
  if (!os && cpu !== "wasm32") throw new Error(`For which platform is ${name}? Install it, or teach scripts/completeLock.mjs.`);
  return {
    ...(os && { os: [os === "windows" ? "win32" : os] }),
    ...(cpu && { cpu: [cpu] }),
    ...(os === "linux" && /musl/.test(name) && { libc: ["musl"] }),
    ...(os === "linux" && /gnu/.test(name) && { libc: ["glibc"] }),
  };
}

/** The entry that Node.js's way of looking up would find from this package, or nothing. */
function entryFor(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    const place = folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[place]) return packages[place];
    if (folder === "" || !folder.includes("/")) return packages[`node_modules/${name}`];
  }
}

/** The optional packages that the lock file names and has no entry for. */
export function missingEntries({ packages }) {
  const missing = new Map();
  for (const [place, { optionalDependencies = {}, dev }] of Object.entries(packages))
    for (const [name, version] of Object.entries(optionalDependencies))
      if (!entryFor(packages, place, name)) missing.set(`node_modules/${name}`, { name, version, dev });
  return missing;
}

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  const lock = JSON.parse(readFileSync(FILE, "utf8"));
  const missing = missingEntries(lock);
  for (const [place, { name, version, dev }] of missing)
    lock.packages[place] = { version, ...platformOf(name), ...(dev && { dev: true }), optional: true };
  const [root, ...rest] = Object.entries(lock.packages);
  lock.packages = Object.fromEntries([root, ...rest.toSorted(([one], [other]) => one.localeCompare(other, "en"))]);
  writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.size} entries added to package-lock.json.`);
}
