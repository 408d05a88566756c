// `npm run programme -- show` prints the programme as a file; `npm run programme -- configure FILE` gives it its first or next version.
import { readFile } from "node:fs/promises";
import pg from "pg";
import { sayProgrammeRefusal } from "../../programme/configuration/configuration.texts.ts";
import { configureFromFile, writeProgrammeFile } from "../../programme/configuration/server/configureFromFile.ts";
import type { AsOwner } from "../../programme/configuration/server/configureProgramme.store.ts";
import { withOwner } from "./withOwner.ts";

const usage =
  "Use it like this: npm run -s programme -- show > programme.json, change what is different here, then: npm run programme -- configure programme.json";
const wrongUse = 2;

const [verb, path, ...more] = process.argv.slice(2);

async function show(asOwner: AsOwner): Promise<number> {
  const today = Temporal.Now.plainDateISO("Europe/Amsterdam").toString();
  process.stdout.write(`${JSON.stringify(await writeProgrammeFile(asOwner, today), null, 2)}\n`);
  return 0;
}

async function configure(asOwner: AsOwner, text: string): Promise<number> {
  const outcome = await configureFromFile(asOwner, text);
  if (outcome.code === "done")
    console.log(`${outcome.name} holds as written from ${outcome.startsOn}. What was decided before stays as it was.`);
  else console.error(sayProgrammeRefusal(outcome));
  return outcome.code === "done" ? 0 : 1;
}

async function asOwnerOf(ownerUrl: string, command: (asOwner: AsOwner) => Promise<number>): Promise<number> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query("begin");
    const code = await command(async <Row extends object>(sql: string, values: readonly unknown[] = []) => {
      const rows: unknown = (await owner.query(sql, [...values])).rows;
      return rows as Row[];
    });
    await owner.query(code === 0 ? "commit" : "rollback");
    return code;
  } finally {
    await owner.end();
  }
}

if (verb === "show" && path === undefined) await withOwner((ownerUrl) => asOwnerOf(ownerUrl, show));
else if (verb === "configure" && path !== undefined && more.length === 0) {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) {
    console.error(`There is no file ${path} that can be read.`);
    process.exitCode = wrongUse;
  } else await withOwner((ownerUrl) => asOwnerOf(ownerUrl, (asOwner) => configure(asOwner, text)));
} else {
  console.error(usage);
  process.exitCode = wrongUse;
}
