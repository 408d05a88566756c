import { createHash, randomInt } from "node:crypto";
import { refuse, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { DataSet, Shape } from "../dataset.ts";
import type { FileFormat } from "../datasetFile.ts";
import { deidentify } from "../rules/deidentify.ts";
import { fileChunks, fileName } from "../rules/fileOf.ts";
import { toWide } from "../rules/toWide.ts";
import { findVersion, keepExport, type KeptVersion } from "./dataset.store.ts";
import { whoStays } from "./whoStays.ts";

export interface Wanted {
  readonly dataset: string;
  readonly shape: Shape;
  readonly format: FileFormat;
  readonly deidentified: boolean;
}

export type Exported =
  | { readonly code: "file"; readonly name: string; readonly body: Buffer; readonly leftOut: number }
  | Refusal<"too-few" | "not-visible">;

/**
 * A file of a frozen version. Who has withdrawn since is not in it, and it says so; nobody can withdraw between the look and the end, so no file leaves with someone
 * who had said no. The version itself stays as it was, for results that were made with it.
 */
export const exportDataSet = (actor: Actor, wanted: Wanted): Promise<Exported> =>
  withActor(actor, "study.dataset-exported", async ({ db, about }): Promise<Exported> => {
    const version = await findVersion(db, wanted.dataset);
    if (!version) return refuse("not-visible");
    about({ part: "study", purpose: `${version.study} ${version.number} ${wanted.format}${wanted.deidentified ? " (anders)" : ""}` });
    const { dataSet, leftOut } = await whoStays(db, version);
    const given = wanted.deidentified ? deidentify(dataSet, drawNumbers(dataSet)) : ({ code: "released", dataSet, coarsened: [] } as const);
    if (given.code === "too-few") return refuse("too-few", { smallest: given.smallest });
    const facts = {
      name: `${version.study}-versie-${version.number}${wanted.deidentified ? "-zonder-herleiding" : ""}`,
      shape: wanted.shape,
      frozenOn: version.frozenOn,
      lines: linesOf(
        version,
        leftOut,
        given.coarsened.map(({ name, to }) => `${name} ${to === "groups" ? "samengevoegd" : "weggelaten"}`),
      ),
    };
    const shaped = wanted.shape === "wide" ? toWide(given.dataSet) : given.dataSet;
    const body = Buffer.concat(Array.from(fileChunks(shaped, facts, wanted.format), (piece) => Buffer.from(piece)));
    const sha256 = createHash("sha256").update(body).digest("hex");
    await keepExport(db, { ...wanted, sha256, leftOut });
    return { code: "file", name: fileName(facts, wanted.format), body, leftOut };
  });

const linesOf = (version: KeptVersion, leftOut: number, coarsened: readonly string[]): readonly string[] => [
  `${version.study}, versie ${version.number}, vastgelegd op ${version.frozenOn}`,
  `sha256 van de vastgelegde versie: ${version.sha256}`,
  ...(leftOut === 0 ? [] : [`Zonder ${leftOut} deelnemers van deze versie: zij trokken zich sindsdien terug.`]),
  ...coarsened.map((one) => `Kleine groepen: ${one}.`),
];

/** A new number for each pseudonym, by lot. */
function drawNumbers({ variables, rows }: DataSet): ReadonlyMap<string, number> {
  const who = variables.findIndex(({ role }) => role === "participant");
  const codes = [...new Set(rows.map((row) => String(row[who])))];
  const numbers = codes.map((_, at) => at + 1);
  for (let at = numbers.length - 1; at > 0; at--) {
    const other = randomInt(at + 1);
    [numbers[at], numbers[other]] = [numbers[other] ?? 0, numbers[at] ?? 0];
  }
  return new Map(codes.map((code, at) => [code, numbers[at] ?? 0]));
}
