// Installs the packages of package-lock.json when they are not there, or not those.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { runChild } from "./runChild.mjs";

const read = (file) => JSON.parse(readFileSync(file, "utf8"));

/** Whether every package that package-lock.json names for this machine is installed in that version. */
function isInstalled(root, withDevelopment) {
  const installedFile = path.join(root, "node_modules", ".package-lock.json"); // npm writes it when it has finished
  if (!existsSync(installedFile)) return false;
  const installed = read(installedFile).packages;
  return Object.entries(read(path.join(root, "package-lock.json")).packages).every(([name, wanted]) => {
    if (name === "" || !name.startsWith("node_modules/") || wanted.link || wanted.optional || wanted.devOptional || !wanted.version)
      return true;
    if (wanted.dev && !withDevelopment) return true;
    return installed[name]?.version === wanted.version && existsSync(path.join(root, name));
  });
}

/** With a line of progress; ends the program with one sentence when it does not succeed. */
export async function installIfNeeded(root, { withDevelopment }) {
  if (isInstalled(root, withDevelopment)) return;
  // On standard error, as npm's own words: what a command answers on standard output may be read by a program.
  console.error("Installing packages (the first time this takes a minute or two) ...");
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm?.endsWith("js") ? [process.execPath, npm] : ["npm"];
  const flags = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const { code, stopped } = await runChild(command, [...first, ...flags], { cwd: root, channel: false, stdio: ["ignore", 2, 2] });
  if (stopped) process.exit(0);
  if (code === 0) return;
  console.error("The packages could not be installed: see npm's message above; a connection to the npm registry is needed once.");
  process.exit(1);
}
