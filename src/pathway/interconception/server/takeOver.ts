import type { Day } from "../../../kit/day.ts";
import { done, isDone, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Db, type Work } from "../../../platform/db/withActor.ts";
import { isRole } from "../../../trust/access/route.ts";
import { mayRole, type Part } from "../../../trust/access/rules/policy.ts";
import type { Family } from "../../../registry/family.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import { listAnswers, type Answer } from "../../../trust/consent/server/door.ts";
import { findCategory } from "../../assessment/server/door.ts";
import type { CategoryNow } from "../../assessment/assessment.ts";
import { carryOverPlan, findPlan, openOf } from "../../plan/server/door.ts";
import { listFactors, listSignals, noteSignal } from "../../signal/server/door.ts";
import { findLine } from "../../trajectory/server/door.ts";
import { takeOverParts, type Talk, type TakeOverPart, type TakeOverRefusal } from "../interconception.ts";
import { decideTakeOver, standOfPart, type Answers, type PartFacts, type PartStand } from "../rules/decideTakeOver.ts";
import { insertTakeOver, insertTalk, listEarlier, listTakeOvers, listTalks, lockTakeOver, type EarlierLine } from "./talk.store.ts";

const partsOf: Readonly<Record<TakeOverPart, Part>> = { signals: "signals", plan: "plan", talks: "exploration" };

/** What an earlier line holds that could come along, as far as the asker may see it. */
export interface Earlier {
  readonly line: EarlierLine;
  /** Never copied: vulnerability is of a moment. To see what was known. */
  readonly category: CategoryNow | null;
  readonly factors: readonly { readonly code: string; readonly label: string }[];
  readonly plan: readonly string[];
  readonly talks: readonly Talk[];
  /** Who was allowed what: each is asked again for the new line. */
  readonly consents: readonly Answer[];
  readonly parts: readonly (PartFacts & { readonly stand: PartStand; readonly saidNoOn: Day | null })[];
}

export interface EarlierData {
  readonly today: Day;
  readonly trajectoryId: string;
  readonly ended: boolean;
  readonly family: Family;
  readonly earlier: readonly Earlier[];
}

/** Null when the line is not the asker's to see, or is the first one that she knows of. */
export const readEarlier = (actor: Actor, trajectoryId: string): Promise<EarlierData | null> =>
  withActor(actor, "takeover.read", async (work) => {
    const line = await findLine(work.db, trajectoryId);
    const family = line && (await findFamilyOfLine(work.db, trajectoryId));
    if (!line || !family) return null;
    const lines = await listEarlier(work.db, trajectoryId);
    if (lines.length === 0) return null;
    work.about({ trajectories: [trajectoryId, ...lines.map(({ id }) => id)], part: "identity" });
    const earlier: Earlier[] = [];
    for (const one of lines) earlier.push(await findEarlier(work.db, actor, trajectoryId, one));
    return { today: work.today, trajectoryId, ended: line.state === "ended", family, earlier };
  });

async function findEarlier(db: Db, actor: Actor, trajectoryId: string, line: EarlierLine): Promise<Earlier> {
  const [factors, plan, talks, category, consents, said] = await Promise.all([
    findFactors(db, line.id),
    findPlan(db, line.id),
    listTalks(db, line.id),
    findCategory(db, line.id),
    listAnswers(db, line.id),
    listTakeOvers(db, trajectoryId),
  ]);
  const open = openOf(plan);
  const there: Readonly<Record<TakeOverPart, number>> = {
    signals: factors.length,
    plan: open.questions.length + open.goals.length,
    talks: talks.length,
  };
  const parts = takeOverParts.map((part) => {
    const about = said.filter((one) => one.fromId === line.id && one.part === part);
    const facts = {
      part,
      there: there[part],
      mayWrite: isRole(actor.role) && mayRole(actor.role, partsOf[part], "write"),
      taken: about.some(({ allowed }) => allowed),
    };
    return { ...facts, stand: standOfPart(facts), saidNoOn: about.find(({ allowed }) => !allowed)?.givenOn ?? null };
  });
  return {
    line,
    category,
    factors,
    plan: [...open.questions, ...open.goals].map(({ wording }) => wording),
    talks,
    consents: consents.filter(({ given, withdrawnOn, organisation }) => given && withdrawnOn === null && organisation !== null),
    parts,
  };
}

/** Factors about the mother that stand and that the family knows of: what is about the partner is his to allow, what is about a child is of then. */
async function findFactors(db: Db, trajectoryId: string): Promise<readonly { code: string; label: string }[]> {
  const list = await listFactors(db);
  const codes = (await listSignals(db, trajectoryId))
    .filter(({ personKind, state, discussedOn }) => personKind === "mother" && state === "open" && discussedOn !== null)
    .flatMap(({ factors }) => factors);
  return list
    .filter(({ code, selectable, kind }) => selectable && kind !== "context" && codes.includes(code))
    .map(({ code, label }) => ({ code, label }));
}

export interface TakeOverInput {
  readonly trajectoryId: string;
  readonly fromId: string;
  readonly answers: Answers;
  readonly givenOn: Day;
  readonly way: "spoken" | "signed";
}

/** Takes along what the family allows, part by part. The earlier line stays as it is; without a yes nothing comes along. */
export const takeOverEarlier = (actor: Actor, input: TakeOverInput): Promise<Done<{ readonly taken: number }> | Refusal<TakeOverRefusal>> =>
  withActor(actor, "takeover.decided", async (work) => {
    const { db, today, about } = work;
    const line = await findLine(db, input.trajectoryId);
    const from = (await listEarlier(db, input.trajectoryId)).find(({ id }) => id === input.fromId);
    if (!line || !from) return refuse("takeover-not-found");
    about({ trajectories: [line.id, from.id], part: "identity", purpose: "takeover" });
    if (line.state === "ended") return refuse("takeover-line-ended");
    await lockTakeOver(db, line.id);
    const earlier = await findEarlier(db, actor, line.id, from);
    const yes = decideTakeOver(earlier.parts, input.answers, { on: input.givenOn, today });
    if ("code" in yes) return yes;
    let all = 0;
    for (const part of takeOverParts) {
      const allowed = input.answers[part];
      if (allowed === undefined) continue;
      const taken = yes.includes(part) ? await take[part](work, actor, earlier, { id: line.id, motherId: line.motherId }) : 0;
      await insertTakeOver(db, { ...input, part, allowed, taken });
      all += taken;
    }
    return done({ taken: all });
  });

type Take = (work: Work, actor: Actor, earlier: Earlier, to: { id: string; motherId: string }) => Promise<number>;

const take: Readonly<Record<TakeOverPart, Take>> = {
  async signals(work, actor, { factors }, to) {
    const noted = await noteSignal(work, actor, {
      trajectoryId: to.id,
      aboutPerson: to.motherId,
      factorCodes: factors.map(({ code }) => code),
      seen: null,
      observedOn: work.today,
      discussedOn: null,
      discussedToday: true,
      urgent: false,
    });
    if (!isDone(noted)) throw new Error(`What stood on the earlier line could not be noted: ${noted.code}.`);
    return factors.length;
  },
  plan: (work, actor, { line }, to) => carryOverPlan(work, actor, line.id, to.id),
  async talks({ db }, _actor, { talks }, to) {
    for (const talk of talks.toReversed())
      await insertTalk(db, { ...talk, trajectoryId: to.id, kind: "taken_over", followOn: null, followedBy: null });
    return talks.length;
  },
};
