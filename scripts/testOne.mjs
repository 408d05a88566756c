// `npm run test:one -- FILE...`: runs the named test files, against the shared local test cluster where they ask for a database.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const files = process.argv.slice(2);
const missing = files.find((file) => !existsSync(file));
if (files.length === 0 || missing) {
  console.error(missing ? `No such file: ${missing}` : "Name one or more test files: npm run test:one -- src/kit/day.test.ts");
  process.exit(1);
}
const child = spawn(process.execPath, ["--import", "tsx", "--test", ...files], { cwd: root, stdio: "inherit" });
child.on("close", (code) => process.exit(code ?? 1));
