import { done, isDone, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { listResponsible } from "../../plan/server/door.ts";
import { noteSignal } from "../../signal/server/door.ts";
import { closeWork, findLine, maySendByItself, periodOf, putWork } from "../../trajectory/server/door.ts";
import type { TalkRefusal, TalkTopic, Wish } from "../interconception.ts";
import { decideTalk } from "../rules/decideTalk.ts";
import { insertTalk, listTalks, takeTalkBack } from "./talk.store.ts";

export interface TalkInput {
  readonly trajectoryId: string;
  readonly heldOn: Day;
  readonly withPartner: boolean;
  readonly wish: Wish | null;
  readonly topics: readonly TalkTopic[];
  readonly risks: string | null;
  readonly advice: string | null;
  readonly followOn: Day | null;
  readonly followedBy: string | null;
}
type Outcome = Done | Refusal<TalkRefusal>;

/** Code of the factor for a wish for a next child, in the list of factors. */
const nextChildWish = "next-child-wish";

/** A conversation about a wish for a (next) child. A wish becomes a signal by itself, once; and who follows has it on her list on the day. */
export const holdTalk = (actor: Actor, input: TalkInput): Promise<Outcome> =>
  withActor(actor, "interconception.recorded", async (work): Promise<Outcome> => {
    const { db, today, about } = work;
    const line = await findLine(db, input.trajectoryId);
    if (!line) return refuse("talk-not-found");
    about({ trajectories: [line.id], part: "exploration" });
    const saysSomething = input.wish !== null || input.topics.length > 0 || input.risks !== null || input.advice !== null;
    const kind = decideTalk(periodOf(line, today), { ...input, saysSomething }, today);
    if (typeof kind !== "string") return kind;
    const knows =
      input.followedBy === null || (await listResponsible(db, line.id)).some(({ membershipId }) => membershipId === input.followedBy);
    if (!knows) return refuse("talk-follow-who");
    const id = await insertTalk(db, { ...input, kind });
    await closeWork(db, { trajectoryId: line.id, kind: "interconception.follow", subjectId: line.id, why: "held" });
    if (input.followedBy !== null && input.followOn !== null && maySendByItself(line))
      await putWork(db, {
        for: { membershipId: input.followedBy },
        trajectoryId: line.id,
        kind: "interconception.follow",
        subjectId: line.id,
        dueOn: input.followOn,
        facts: { heldOn: input.heldOn, by: actor.organisation, talk: id },
      });
    return (await signalWish(work, actor, input, line.motherId)) ? done({}) : refuse("talk-changed-meanwhile");
  });

/** A wish is a signal about the mother, so that whoever follows the family knows it [004]. True when there is nothing (more) to do. */
async function signalWish(work: Parameters<typeof noteSignal>[0], actor: Actor, input: TalkInput, motherId: string): Promise<boolean> {
  if (input.wish !== "now" && input.wish !== "later") return true;
  const noted = await noteSignal(work, actor, {
    trajectoryId: input.trajectoryId,
    aboutPerson: motherId,
    factorCodes: [nextChildWish],
    seen: null,
    observedOn: input.heldOn,
    discussedOn: null,
    discussedToday: true,
    urgent: false,
  });
  return isDone(noted);
}

/** A conversation that was recorded by mistake; by who recorded it. */
export const undoTalk = (actor: Actor, input: { trajectoryId: string; talkId: string; version: number }): Promise<Outcome> =>
  withActor(actor, "interconception.taken-back", async ({ db, about }) => {
    const talk = (await listTalks(db, input.trajectoryId)).find(({ id }) => id === input.talkId);
    if (!talk) return refuse("talk-not-found");
    about({ trajectories: [input.trajectoryId], part: "exploration" });
    if (talk.organisationId !== actor.organisationId) return refuse("talk-not-yours");
    if (!(await takeTalkBack(db, { id: talk.id, version: input.version }))) return refuse("talk-changed-meanwhile");
    if (talk.followOn !== null)
      await closeWork(db, {
        trajectoryId: input.trajectoryId,
        kind: "interconception.follow",
        subjectId: input.trajectoryId,
        why: "taken-back",
      });
    return done({});
  });
