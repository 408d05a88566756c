// `npm run e2e -- FILE...`: browser tests while developing, on the shared test cluster. Takes what `playwright test` takes.
import { fileURLToPath } from "node:url";
import { runBrowserTests } from "./browserTests.mjs";
import { endPrograms } from "./programs.mjs";

const { sharedTestCluster } = await import("../src/platform/testing/testCluster.ts");
const { ensureTemplate } = await import("../src/platform/testing/testTemplate.ts");
process.once("SIGINT", endPrograms);
process.once("SIGTERM", endPrograms);

const { adminUrl } = await sharedTestCluster();
const cluster = { adminUrl, template: await ensureTemplate(adminUrl) };
const root = fileURLToPath(new URL("..", import.meta.url));
const { passed, failed } = await runBrowserTests({
  root,
  node: process.execPath,
  cluster,
  words: process.argv.slice(2),
  onLine: console.log,
});
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
