import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { planIsLocked } from "../../analysis/server/door.ts";
import { pilotStudies } from "../../design/pilotStudies.ts";
import type { Study } from "../../design/study.ts";
import type { Cell, Variable } from "../dataset.ts";
import { findVersion, listExports, listVersions, type ListedExport, type ListedVersion } from "./dataset.store.ts";
import { deidentify, type Coarsened } from "../rules/deidentify.ts";
import { findStudy, gatherDataSet } from "./gatherDataSet.ts";
import { whoStays } from "./whoStays.ts";
import { packRows } from "./packRows.ts";

/** What the data set of a study would be now. */
export interface Preview {
  readonly study: Study;
  readonly people: number;
  readonly variables: readonly Variable[];
  readonly firstRows: readonly (readonly Cell[])[];
  readonly rows: number;
  /** Of the data as they are now: the same as a version's when nothing has changed since. */
  readonly sha256: string;
  readonly versions: readonly ListedVersion[];
}

const shownRows = 12;

export const readStudiesWithData = (actor: Actor): Promise<readonly { study: Study; versions: readonly ListedVersion[] }[]> =>
  withActor(actor, "study.dataset-read", async ({ db, about }) => {
    about({ part: "study" });
    const versions = await listVersions(db);
    return pilotStudies.map((study) => ({ study, versions: versions.filter((one) => one.study === study.code) }));
  });

/** The data of one study as they are now, with its codebook and what was frozen; null for a study that is not there. */
export const readPreview = (actor: Actor, code: string): Promise<Preview | null> =>
  withActor(actor, "study.dataset-read", async ({ db, about }) => {
    const study = findStudy(code);
    if (!study) return null;
    about({ part: "study", purpose: code });
    const { dataSet, members } = await gatherDataSet(db, study);
    const { sha256 } = await packRows(dataSet);
    const versions = (await listVersions(db)).filter((one) => one.study === code);
    const { variables, rows } = dataSet;
    const firstRows = (await planIsLocked(db, code)) ? rows.slice(0, shownRows) : withoutArm(dataSet, rows.slice(0, shownRows));
    return { study, people: members.length, variables, firstRows, rows: rows.length, sha256, versions };
  });

/** Before the analysis plan is locked nobody sees an outcome beside the arm. */
const withoutArm = ({ variables }: { readonly variables: readonly Variable[] }, rows: Preview["firstRows"]): Preview["firstRows"] =>
  rows.map((row) => row.map((cell, at) => (variables[at]?.role === "arm" ? null : cell)));

export interface VersionDetails {
  readonly version: ListedVersion & { readonly variables: readonly Variable[] };
  readonly studyName: string;
  readonly exports: readonly ListedExport[];
  /** What would be made rougher for others, or that it can't be given at all. */
  readonly forOthers: ForOthers;
}
export type ForOthers =
  | { readonly code: "released"; readonly coarsened: readonly Coarsened[] }
  | { readonly code: "too-few"; readonly smallest: number };

export const readVersion = (actor: Actor, id: string): Promise<VersionDetails | null> =>
  withActor(actor, "study.dataset-read", async ({ db, about }) => {
    const found = await findVersion(db, id);
    if (!found) return null;
    about({ part: "study", purpose: `${found.study} ${found.number}` });
    const { content: _content, members: _members, ...version } = found;
    const { dataSet } = await whoStays(db, found);
    const others = deidentify(dataSet, new Map());
    const forOthers = others.code === "released" ? { code: others.code, coarsened: others.coarsened } : others;
    return { version, studyName: findStudy(found.study)?.name ?? found.study, exports: await listExports(db, id), forOthers };
  });
