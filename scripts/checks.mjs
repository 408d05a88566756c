// The checks that need no database: each counts as one.
import { runProgram } from "./programs.mjs";

const bin = (name) => `node_modules/.bin/${name}`;

export const CHECKS = [
  { name: "types", title: "types", command: [bin("tsc"), "-p", "."] },
  { name: "lint", title: "lint", command: [bin("oxlint"), "--type-aware", "--deny-warnings"] },
  { name: "format", title: "format", command: [bin("biome"), "format", "--reporter=summary"] },
  { name: "imports", title: "who imports whom", command: ["node", "scripts/importRules.mjs"] },
  { name: "unused", title: "nothing unused", command: [bin("knip"), "--no-progress"] },
];

export const checkStep = ({ name, title, command: [command, ...args] }) => ({
  name,
  title,
  run: async ({ root }) => {
    const { code, output } = await runProgram(command, args, { cwd: root });
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output: code === 0 ? "" : output };
  },
});
