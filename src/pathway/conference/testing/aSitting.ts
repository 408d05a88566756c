import { isDone } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Region } from "../../../registry/testing/aRegion.ts";
import { openConfirmation } from "../../assessment/server/door.ts";
import { aLine } from "../../trajectory/testing/aLine.ts";
import { allow } from "../../trajectory/testing/involve.ts";
import { askQuestion } from "../server/changeCase.ts";
import { findCaseOfLine } from "../server/conferenceCase.store.ts";
import { keepSeries } from "../server/keepSeries.ts";
import { planSitting, setAgenda } from "../server/moveSitting.ts";
import { findSitting, listItems, type SittingSeen } from "../server/sitting.store.ts";
import type { AgendaItem, Sitting } from "../sitting.ts";

/** The people of a conference in Heerlen: a chair by role alone, her deputy, and members of two organisations. */
export async function aTable(region: Region) {
  const [midwife, chair, deputy, nurse, worker, gp] = await Promise.all([
    region.actor("midwife", "practice"),
    region.actor("conference_chair", "office"),
    region.actor("knooppunt_coordinator", "municipality"),
    region.actor("youth_nurse", "youthHealth"),
    region.actor("municipal_worker", "municipality"),
    region.actor("gp", "gp"),
  ]);
  return { midwife, chair, deputy, nurse, worker, gp };
}
export type Table = Awaited<ReturnType<typeof aTable>>;

/** A series of this chair and deputy, with the youth health service, the municipality and a practice at the table. */
export async function aSeries({ chair, deputy, nurse, worker, midwife }: Table): Promise<string> {
  const made = await keepSeries(
    chair,
    { id: null, version: 0 },
    {
      kind: "mdo",
      name: "MDO Parkstad",
      chairId: chair.membershipId,
      deputyId: deputy.membershipId,
      place: "Gemeentehuis",
      link: null,
      areas: ["GM0917"],
      members: [nurse, worker, midwife].map(({ organisationId, role }) => ({ organisationId, role })),
      active: true,
    },
  );
  if (!isDone(made)) throw new Error(made.code);
  return made.series;
}

export const sittingNow = (actor: Actor, id: string): Promise<Sitting> =>
  withActor(actor, "conference.sitting-read", async ({ db }) => {
    const found = await findSitting(db, id);
    if (!found) throw new Error("this sitting is not hers");
    return found;
  });
export const seenBy = async (actor: Actor, sittingId: string): Promise<SittingSeen> => ({
  sittingId,
  version: (await sittingNow(actor, sittingId)).version,
});
export const itemsBefore = (actor: Actor, sittingId: string): Promise<readonly AgendaItem[]> =>
  withActor(actor, "conference.sitting-read", ({ db }) => listItems(db, sittingId));

export async function aSitting({ chair }: Table, seriesId: string, heldOn: string): Promise<string> {
  const made = await planSitting(chair, seriesId, { heldOn, startsAt: "13:30", endsAt: "15:00", place: "Zaal 2", link: null });
  if (!isDone(made)) throw new Error(made.code);
  return made.sitting;
}

/** A family on route 3 that allows its case before this conference, with its question; the whole table may see these parts. */
export async function aCase({ midwife }: Pick<Table, "midwife">, change: { parts?: Parameters<typeof allow>[3]; recipient?: string } = {}) {
  const line = await aLine(midwife);
  await withActor(midwife, "assessment.recorded", async (work) =>
    openConfirmation(work, { trajectoryId: line.trajectoryId, proposedCategory: "c", by: midwife, reason: "Na het bezoek." }),
  );
  await allow(midwife, line, midwife.organisationId, change.parts ?? ["identity", "plan"], {
    purpose: "case_conference",
    organisationId: null,
    role: change.recipient ?? "conference",
  });
  const one = await withActor(midwife, "conference.case-read", ({ db }) => findCaseOfLine(db, line.trajectoryId));
  const asked = await askQuestion(midwife, {
    caseId: one?.id ?? "",
    version: one?.version ?? 0,
    question: "Wie helpt deze ouders aan rust rond hun rekeningen?",
    summary: "Wij hebben schulden en willen rust voor de baby komt.",
    familyAgreed: true,
    presence: "words",
    familyWords: "Wij willen dit zelf kunnen.",
  });
  if (!isDone(asked)) throw new Error(asked.code);
  return { ...line, caseId: one?.id ?? "" };
}

/** These cases on the agenda of a sitting. */
export async function anAgenda({ chair }: Table, sittingId: string, cases: readonly { caseId: string }[]): Promise<void> {
  const set = await setAgenda(
    chair,
    await seenBy(chair, sittingId),
    cases.map(({ caseId }) => caseId),
  );
  if (!isDone(set)) throw new Error(set.code);
}
