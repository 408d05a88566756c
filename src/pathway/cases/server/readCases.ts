import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Db } from "../../../platform/db/withActor.ts";
import type { StuckReason, WorkFacts, WorkKinds } from "../../trajectory/workKind.ts";
import type { CaseScope, FollowedWork, Stuck } from "../cases.ts";
import { countByReason, pageOf, quietOf } from "../rules/caseFilter.ts";
import { countWhom, waitsFor, type WhomCount } from "../rules/whom.ts";
import { stuckOf } from "../rules/stuckOf.ts";
import {
  findCaseLines,
  listCases,
  listCaseFacts,
  listCaseWork,
  listMine,
  listTakenUp,
  listWorkers,
  type CaseLine,
  type CaseWorker,
  type CaseWorkRow,
  type TakenUp,
} from "./cases.store.ts";

/** What is looked at: whose cases, and which of them. */
export interface CaseChoice {
  readonly scope: CaseScope;
  readonly show: "stuck" | "mine" | "quiet";
  readonly reason: StuckReason | null;
  /** For whom it waits: an organisation, or one person or team of it (rules/whom.ts). */
  readonly whom: string | null;
  readonly page: number;
}

/** One thing that is stuck, on the screen. */
export interface StuckCase {
  readonly id: string;
  readonly work: Stuck<FollowedWork & CaseWorkRow>;
  readonly facts: WorkFacts;
  readonly line: CaseLine | null;
  readonly worker: CaseWorker | null;
  readonly taken: TakenUp | null;
}

export interface CasesView {
  readonly today: Day;
  readonly choice: CaseChoice;
  readonly scopes: readonly CaseScope[];
  readonly counts: { readonly stuck: number; readonly mine: number; readonly quiet: number };
  readonly reasons: readonly { readonly reason: StuckReason; readonly count: number }[];
  readonly whom: readonly WhomCount[];
  readonly stuck: readonly StuckCase[];
  readonly quiet: readonly CaseLine[];
  readonly page: number;
  readonly pages: number;
}

export const casesOnPage = 25;

/** All cases by what is stuck, the longest first. A list is one event in the trail, with the lines that were shown. */
export function readCases(actor: Actor, kinds: WorkKinds, wanted: CaseChoice): Promise<CasesView> {
  return withActor(actor, "cases.read", async ({ db, today, about }) => {
    const scopes: readonly CaseScope[] = actor.role === "knooppunt_coordinator" ? ["municipality", "lead"] : ["lead"];
    const choice = { ...wanted, scope: scopes.includes(wanted.scope) ? wanted.scope : (scopes[0] ?? "lead") };
    const [lines, rows, mine] = await Promise.all([listCases(db, choice.scope), listCaseWork(db, choice.scope), listMine(db)]);
    const all = stuckOf(
      rows.flatMap((row) => followed(row, kinds)),
      today,
    );
    const workers = new Map(
      (await listWorkers(db, [...new Set(all.map(({ principal }) => principal))])).map((one) => [one.principal, one]),
    );
    const mineOnly = new Set(mine);
    const taken = all.filter(({ subjectId }) => mineOnly.has(subjectId));
    const inView = choice.show === "mine" ? taken : all;
    const waitsForChosen = ({ principal }: FollowedWork) => choice.whom === null || waitsFor(choice.whom, workers.get(principal));
    const chosen = inView.filter((one) => (choice.reason === null || one.reason === choice.reason) && waitsForChosen(one));
    const quiet = quietOf(lines, all);
    const stuckPage = pageOf(choice.show === "quiet" ? [] : chosen, choice.page, casesOnPage);
    const quietPage = pageOf(choice.show === "quiet" ? quiet : [], choice.page, casesOnPage);
    const stuck = await shown(db, choice.scope, stuckPage.rows, workers);
    const quietLines = await findCaseLines(db, quietPage.rows);
    about({
      trajectories: [...new Set([...stuck.flatMap(({ line }) => line?.id ?? []), ...quietLines.map(({ id }) => id)])],
      part: "identity",
    });
    const { page, pages } = choice.show === "quiet" ? quietPage : stuckPage;
    return {
      today,
      choice,
      scopes,
      counts: { stuck: all.length, mine: taken.length, quiet: quiet.length },
      reasons: countByReason(inView.filter(waitsForChosen)),
      whom: countWhom(inView.flatMap(({ principal }) => workers.get(principal) ?? [])),
      stuck,
      quiet: quietLines,
      page,
      pages,
    };
  });
}

/** What its kind says of this piece of work; nothing when it is no longer a kind that is followed. */
function followed(row: CaseWorkRow, kinds: WorkKinds): readonly (FollowedWork & CaseWorkRow)[] {
  const stuck = kinds[row.kind]?.stuck;
  return stuck === undefined ? [] : [{ ...row, reason: stuck.reason, atOnce: stuck.atOnce === true, alert: stuck.alert === true }];
}

/** The few on this page, with who, in which family and who looks into it: one question each. */
async function shown(
  db: Db,
  scope: CaseScope,
  page: readonly Stuck<FollowedWork & CaseWorkRow>[],
  workers: ReadonlyMap<number, CaseWorker>,
): Promise<readonly StuckCase[]> {
  if (page.length === 0) return [];
  const lines = new Map((await findCaseLines(db, [...new Set(page.map(({ trajectoryId }) => trajectoryId))])).map((one) => [one.id, one]));
  const taken = new Map(
    (
      await listTakenUp(
        db,
        page.map(({ subjectId }) => subjectId),
      )
    ).map((one) => [one.subjectId, one]),
  );
  const facts = new Map(
    (
      await listCaseFacts(
        db,
        scope,
        page.map(({ id }) => id),
      )
    ).map((one) => [one.id, one.facts]),
  );
  return page.map((work) => ({
    id: work.id,
    work,
    facts: facts.get(work.id) ?? {},
    line: lines.get(work.trajectoryId) ?? null,
    worker: workers.get(work.principal) ?? null,
    taken: taken.get(work.subjectId) ?? null,
  }));
}
