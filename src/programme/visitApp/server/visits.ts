import { isDone, refuse } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import type { Work } from "../../../platform/db/withActor.ts";
import { correctVisit, endVisit, contentLists, findVisit, recordVisit, whyCodes } from "../../delivery/server/door.ts";
import { cancelledReasons, missedReasons, refusedReasons, type WhyCode } from "../../delivery/visit.ts";
import { whyNames } from "../../delivery/visit.texts.ts";
import { listProgrammes } from "../../configuration/server/door.ts";
import type { ContentLists } from "../../delivery/visit.ts";
import type { DaySheet, VisitEntry } from "../visitApp.ts";
import { setRight } from "../rules/setRight.ts";
import type { Judgement } from "../rules/judgeEntry.ts";

/** Delivery's doors, as the phone uses them: one place where both meet. */
export const findStanding = findVisit;

/** What can be ticked on the phone, by the programme of the family. */
export const listContents = async ({ db }: Work): Promise<ContentLists> => contentLists(await listProgrammes(db));

const choices = (codes: readonly WhyCode[]): DaySheet["missedReasons"] => codes.map((code) => ({ code, label: whyNames[code] }));

/** Why a visit did not happen. */
export const reasons: Pick<DaySheet, "refusedReasons" | "missedReasons"> = {
  refusedReasons: choices(whyCodes.refuse),
  missedReasons: choices(whyCodes.miss),
};

/** Writes what she saved into the visit. */
export async function writeVisit(
  work: Work,
  actor: Actor,
  entry: VisitEntry,
  of: {
    judgement: Extract<Judgement, "record" | "correct" | "move">;
    version: number;
    clockOff: number;
    kind: "maternity" | "flexible" | null;
  },
): Promise<{ readonly code: "done"; readonly checkDate: boolean } | { readonly code: string }> {
  if (of.judgement === "move") return end(work, actor, entry, of.version);
  const [startedAt, endedAt] = [setRight(entry.started, of.clockOff), setRight(entry.ended, of.clockOff)];
  if (startedAt === null || endedAt === null) return refuse("end-before-start");
  const recorded = {
    startedAt,
    endedAt,
    breakMinutes: entry.breakMinutes,
    contents: entry.contents,
    observation: entry.observation === "" ? null : entry.observation,
    why: entry.why === "" ? null : entry.why,
    way: "phone" as const,
    notedAt: entry.enteredAt,
  };
  const outcome =
    of.judgement === "record"
      ? await recordVisit(work, actor, {
          ...recorded,
          id: entry.visitId,
          trajectoryId: entry.trajectoryId,
          ...(of.kind && { kind: of.kind }),
        })
      : await correctVisit(
          work,
          actor,
          { trajectoryId: entry.trajectoryId, visitId: entry.visitId, version: of.version },
          { ...recorded, why: entry.why === "" ? "Verbeterd op de telefoon" : entry.why },
        );
  return isDone(outcome) ? { code: "done", checkDate: outcome.checkDate } : { code: outcome.code };
}

/** It did not happen: the family did not want it, or it was missed. */
async function end(
  work: Work,
  actor: Actor,
  entry: VisitEntry,
  version: number,
): Promise<{ readonly code: "done"; readonly checkDate: boolean } | { readonly code: string }> {
  const whyCode = whyCodeOf(entry.whyCode);
  if (!whyCode) return refuse("reason-needed");
  const outcome = await endVisit(
    work,
    actor,
    { trajectoryId: entry.trajectoryId, visitId: entry.visitId, version },
    {
      move: entry.outcome === "refused" ? "refuse" : "miss",
      whyCode,
      why: entry.why === "" ? null : entry.why,
      way: "phone",
      notedAt: entry.enteredAt,
    },
  );
  return isDone(outcome) ? { code: "done", checkDate: false } : { code: outcome.code };
}

const whyCodeOf = (code: string | null): WhyCode | null =>
  [...refusedReasons, ...missedReasons, ...cancelledReasons].find((known) => known === code) ?? null;
