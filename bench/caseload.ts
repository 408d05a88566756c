// A practice's file of 10,000 lines, from the upload to the families: how much memory the process takes above its rest, and how long it is.
import { aServer, browse } from "../src/main/testing/browse.ts";
import { tasksFor } from "../src/main/tasks.ts";
import { urlFor } from "../src/platform/db/roles.ts";
import { startWorker } from "../src/platform/jobs/worker.ts";
import { aFile, aLine, exportDay } from "../src/registry/caseload/testing/aCaseload.ts";
import { aRegion, type Region } from "../src/registry/testing/aRegion.ts";
import { report } from "./report.ts";

const lines = 10_000;
/** Once in so many lines there is something to ask, or the line can't be read. */
const oddEvery = 25;

const day = (from: string, days: number): string => {
  const [year, month, date] = Temporal.PlainDate.from(from).add({ days }).toString().split("-");
  return `${date}-${month}-${year}`;
};
const consonants = "bdfghjklmnprstvwz";
const vowels = "aeiou";
/** A name of its own for each number: nobody in the file is like another. */
const invent = (number: number): string => {
  const syllables = [number % 85, Math.floor(number / 85) % 85, Math.floor(number / 7_225) % 85, (number * 37) % 85];
  const name = syllables.map((part) => `${consonants[part % 17] ?? ""}${vowels[Math.floor(part / 17)] ?? ""}`).join("");
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
};

const file = (count: number, prefix: string): string =>
  aFile(
    Array.from({ length: count }, (_, at) =>
      aLine({
        Cliëntnummer: `${prefix}${at}`,
        Achternaam: at % 3 === 0 ? `van der ${invent(at)}` : invent(at),
        Voornaam: invent(at * 31 + 7),
        Geboortedatum: at % oddEvery === 7 ? "31-02-1990" : day("1982-01-01", (at * 7) % 8_000),
        Adres: `Kerkstraat ${(at % 300) + 1}`,
        Postcode: `641${(at % 9) + 1} ${"ABCDEGHJKL"[Math.floor(at / 9) % 10] ?? "A"}${"ABCDEGHJKL"[Math.floor(at / 90) % 10] ?? "A"}`,
        "A terme datum": day("2026-12-01", at % 200),
        Telefoon: at % oddEvery === 3 ? "06-12" : "0612345678",
        Opmerkingen: 'Belt liever \'s avonds; "let op"\nmet een tweede regel',
      }),
    ),
  );

const megabytes = (bytes: number): number => bytes / 2 ** 20;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

/** Waits until the upload is open again; gives the seconds it took and the most memory the process had. */
async function watch(region: Region, upload: string, what: string): Promise<{ seconds: number; most: number }> {
  const began = performance.now();
  let most = process.memoryUsage.rss();
  for (let said = 0; ; said += 1) {
    const [row] = await region.asOwner<{ state: string; done: number }>(
      `select u.state, case u.state when 'taking' then u.to_take - (select count(*) from caseload_line l where l.upload_id = u.id and l.state = 'ready') else u.lines_read end::integer as done
       from caseload_upload u where u.id = $1`,
      [upload],
    );
    most = Math.max(most, process.memoryUsage.rss());
    if (row?.state === "open") break;
    if (said % 100 === 0) process.stdout.write(`  ${what}: ${row?.done ?? 0} lines\n`);
    await pause();
  }
  return { seconds: (performance.now() - began) / 1000, most };
}

const region = await aRegion();
await region.setToday(exportDay);
const server = await aServer();
const worker = await startWorker(
  urlFor("wieg_worker", region.adminUrl),
  tasksFor({ publicUrl: "", mail: { smtpUrl: null, from: "" }, trailHeadsFile: "/dev/null" }),
);
const midwife = browse(server, await region.actor("midwife", "practice"));
const address = "/gezinnen/importeren";

async function run(content: string): Promise<{ read: { seconds: number; most: number }; taken: { seconds: number; most: number } }> {
  await midwife.get(address);
  const upload = (await midwife.upload(address, { field: "bestand", name: "export.csv", content })).location;
  const id = upload.split("/").at(-1) ?? "";
  const read = await watch(region, id, "read");
  await midwife.get(upload);
  await midwife.post(`${upload}/overnemen`);
  return { read, taken: await watch(region, id, "taken over") };
}

await run(file(200, "W")); // so that the code is loaded and the pools are filled: the rest of a process that has worked
globalThis.gc?.();
const rest = process.memoryUsage.rss();
const content = file(lines, "C");
const { read, taken } = await run(content);
const again = await run(content);
const [count] = await region.asOwner<{ families: number }>(
  "select count(*)::integer as families from trajectory where source_reference like 'C%'",
);
const odd = 2 * (lines / oddEvery);
await worker.stop();
await server.close();
await region.close();

report("caseload", [
  { name: "memory above rest, reading 10,000 lines", value: megabytes(read.most - rest), unit: "MB", goal: 300 },
  { name: "memory above rest, taking 10,000 lines over", value: megabytes(taken.most - rest), unit: "MB", goal: 300 },
  {
    name: "memory above rest, the same file again",
    value: megabytes(Math.max(again.read.most, again.taken.most) - rest),
    unit: "MB",
    goal: 300,
  },
  { name: "reading 10,000 lines", value: read.seconds, unit: "s", goal: 60 },
  { name: "taking them over", value: taken.seconds, unit: "s", goal: 300 },
  { name: "families in, each once", value: count?.families ?? 0, unit: "families", goal: lines - odd, rule: "exactly" },
]);
