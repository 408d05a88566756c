// Checks who imports whom, and that the check itself works: it has been seen to read nothing and find nothing wrong. So `good` must pass,
// in `bad` every rule must fire, and the product must be seen as large as it is.
import { cruise } from "dependency-cruiser";
import path from "node:path";
import { fileURLToPath } from "node:url";
import rules from "../.dependency-cruiser.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const SEEN_AT_LEAST = 50;

/** Modules read and breaches found in a tree. */
async function check(baseDir, folders) {
  const options = {
    baseDir,
    ruleSet: rules,
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    parser: "swc",
    moduleSystems: ["es6"],
  };
  const resolving = {
    extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    conditionNames: ["import", "node", "default", "types"],
    exportsFields: ["exports"],
  };
  const { output } = await cruise(folders, options, resolving);
  const modules = output.modules.filter(({ source }) => source.startsWith("src/"));
  return { seen: modules.length, breaches: output.summary.violations };
}

const problems = [];
const good = await check(path.join(root, "import-rules/good"), ["src"]);
for (const { rule, from, to } of good.breaches) problems.push(`The tree that keeps the rules breaks ${rule.name}: ${from} -> ${to}`);
const bad = await check(path.join(root, "import-rules/bad"), ["src"]);
const fired = new Set(bad.breaches.map(({ rule }) => rule.name));
for (const { name } of rules.forbidden)
  if (!fired.has(name)) problems.push(`The rule ${name} does not fire on its planted breach in import-rules/bad.`);

const product = await check(root, ["src"]);
if (product.seen < SEEN_AT_LEAST) problems.push(`Only ${product.seen} modules of src were seen: the rules checked nothing.`);
for (const { rule, from, to } of product.breaches) problems.push(`${rule.name}: ${from} -> ${to}`);

for (const problem of problems) console.error(problem);
console.log(`${product.seen} modules, ${rules.forbidden.length} rules, ${problems.length} problems.`);
process.exit(problems.length === 0 ? 0 : 1);
