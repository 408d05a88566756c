// `npm run caseload -- check FILE`: tells what is in a practice's caseload file, as one JSON object. Nothing is saved or sent.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { sayFileRefusal } from "../../registry/caseload/caseload.texts.ts";
import { suppliedLists } from "../../registry/caseload/server/caseloadLists.ts";
import { checkCaseloadFile } from "../../registry/caseload/server/checkCaseloadFile.ts";
import { readCaseloadFile } from "../../registry/caseload/server/readCaseloadFile.ts";

const couldNotRead = 2;
const usage = "Zo gebruikt u deze opdracht: npm run caseload -- check BESTAND.csv";

/** What went wrong with opening a file, in words; the cause is the operating system's code. */
function sayOpening(path: string, cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? cause.code : null;
  if (code === "ENOENT") return `Er is geen bestand ${path}.`;
  if (code === "EACCES" || code === "EPERM") return `Het bestand ${path} mag niet gelezen worden.`;
  return `Het bestand ${path} kan niet gelezen worden.`;
}

/** Checks one file; gives the sentence that says why it could not be read, or null when it could. */
async function check(path: string): Promise<string | null> {
  try {
    const about = await stat(path);
    if (about.isDirectory()) return `${path} is een map, geen bestand.`;
    const chunks: AsyncIterable<Buffer> = createReadStream(path);
    const today = Temporal.Now.plainDateISO("Europe/Amsterdam").toString();
    const reading = await readCaseloadFile({ size: about.size, chunks }, today, suppliedLists);
    if (reading.code !== "reading") return sayFileRefusal(reading);
    const report = await checkCaseloadFile(reading);
    process.stdout.write(`${JSON.stringify(report, null, process.stdout.isTTY ? 2 : 0)}\n`);
    return null;
  } catch (cause) {
    if (cause instanceof Error && "syscall" in cause) return sayOpening(path, cause);
    throw cause;
  }
}

const [verb, path, ...more] = process.argv.slice(2);
const problem = verb === "check" && path !== undefined && more.length === 0 ? await check(path) : usage;
if (problem !== null) {
  console.error(problem);
  process.exitCode = couldNotRead;
}
