import type { Day } from "../../../kit/day.ts";
import { agreePlan } from "../../../pathway/plan/server/agreePlan.ts";
import { addQuestion } from "../../../pathway/plan/server/changePlan.ts";
import { readPlanForm } from "../../../pathway/plan/server/readPlan.ts";
import type { TalkTopic, Wish } from "../../../pathway/interconception/interconception.ts";
import { holdTalk } from "../../../pathway/interconception/server/holdTalk.ts";
import { keepPlace } from "../../../pathway/infancy/server/keepPlace.ts";
import { findContacts } from "../../../pathway/infancy/server/readContacts.ts";
import { beginNextLine } from "../../../pathway/trajectory/server/changeLine.ts";
import { findLine } from "../../../pathway/trajectory/server/door.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { did, type Cast } from "./cast.ts";

/** Between two pregnancies, and the years of a small child. */
export function twoYearActs({ region, family, midwife, nurse }: Cast) {
  return {
    talkOfNextChild: (heldOn: Day, wish: Wish, topics: readonly TalkTopic[], known: { risks: string | null; advice: string }) =>
      did(
        "talk about a next child",
        holdTalk(midwife, {
          trajectoryId: family.trajectoryId,
          heldOn,
          withPartner: true,
          wish,
          topics,
          ...known,
          followOn: null,
          followedBy: null,
        }),
      ),
    /** From here on the story is of a line with no pregnancy yet. */
    beginWish: async () => {
      const next = await did(
        "begin a line before a pregnancy",
        beginNextLine(midwife, family.trajectoryId, { dueDate: null, parity: "G1P1" }),
      );
      family.trajectoryId = next.trajectoryId;
    },
    /** What the family asks the midwife, and agrees to as its plan the same day. */
    askOf: async (wording: string, on: Day) => {
      const { trajectoryId, motherId } = family;
      await did("ask support", addQuestion(midwife, { trajectoryId, wording, factors: [] }));
      const plan = await readPlanForm(midwife, trajectoryId);
      await did(
        "agree to the plan",
        agreePlan(midwife, { trajectoryId, seen: plan?.digest ?? "", agreedOn: on, way: "spoken", agreedBy: [motherId] }),
      );
    },
    /** A place at childcare with its indication, as the nurse records it. */
    findChildcare: async (since: Day, vveOn: Day) => {
      const childId = await withActor(nurse, "youth-contact.read", async ({ db, today }) => {
        const line = await findLine(db, family.trajectoryId);
        return line ? ((await findContacts(db, line, today))[0]?.childId ?? "") : "";
      });
      const place = {
        trajectoryId: family.trajectoryId,
        childId,
        kind: "preschool" as const,
        state: "placed" as const,
        vve: "indicated" as const,
      };
      const where = { organisationId: region.organisationId("childcare"), placeName: null, halfDays: 4, until: null, remark: null };
      await did("find childcare", keepPlace(nurse, { id: null, version: 0 }, { ...place, ...where, since, vveOn }));
    },
  };
}
