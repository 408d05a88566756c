// How `npm test` shows node:test: what failed, in full, at once; at the end the counts for the runner. A file without a test is a failure:
// node:test calls it passed.
import path from "node:path";
import { inspect } from "node:util";

export const COUNTS = "#counts ";
const where = ({ file, line }) => (file ? `${path.relative(process.cwd(), file)}${line ? `:${line}` : ""}` : "");
const indent = (text) => text.replace(/^/gm, "    ");

/** node:test stands in for a file that registers no test with a test of the file's own name. */
const isWholeFile = ({ name, nesting, file }) => nesting === 0 && file !== undefined && path.resolve(name) === file;

function reason(error) {
  const cause = error?.cause ?? error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause, { depth: 4 });
}

export default async function* report(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const said = new Map();
  const shown = new Map(); // many tests can fail for one reason: it is said once
  for await (const { type, data } of events) {
    if (type === "test:stderr" || type === "test:stdout") said.set(data.file, `${said.get(data.file) ?? ""}${data.message}`);
    if ((type !== "test:pass" && type !== "test:fail") || data.details?.type === "suite") continue;
    if (data.skip !== undefined || data.todo !== undefined) counts.skipped += 1;
    else if (type === "test:pass" && !isWholeFile(data)) counts.passed += 1;
    else {
      counts.failed += 1;
      const why = type === "test:pass" ? "This file holds no test." : reason(data.details.error);
      const written = isWholeFile(data) ? (said.get(data.file) ?? said.get(data.name) ?? "") : "";
      const full = `${why}${written ? `\n${written}` : ""}`;
      const same = shown.get(full.split("\n    at ")[0]);
      yield `  ✖ ${data.name} (${where(data)})\n${same ? `    as above: ${same}\n` : `${indent(full)}\n`}`;
      if (!same) shown.set(full.split("\n    at ")[0], data.name);
    }
  }
  yield `${COUNTS}${JSON.stringify(counts)}\n`;
}
