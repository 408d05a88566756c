import { done, isDone, refuse, type Done } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { giveJobRight } from "../../../trust/access/server/door.ts";
import { themeNames } from "../../interviews/interviews.texts.ts";
import { countThemes, type NamedTheme } from "../../interviews/server/door.ts";
import type { KeptPlan, ResultRefusal, RunFailure } from "../analysisPlan.ts";
import { isTooFew, makeFigures, makeNonResponse, peopleOf } from "../rules/makeFigures.ts";
import { writeScript } from "../rules/writeScript.ts";
import type { Costs, StudyResult } from "../studyResult.ts";
import { askResult, changeRun, findCosts, findRun, keepResult, listPlans, type RunChange } from "./analysis.store.ts";
import type { DataSource, FrozenData } from "./frozenData.ts";
import { plannedFor, readR, type AskR } from "./inR.ts";
import { scriptEstimates } from "./scriptEstimates.ts";

export const makeResultTaskName = "make-study-result";
export const makingEvents = ["analysis.result-step", "analysis.result-made"] as const;

/** Asks for a result with the locked plan of a study on a frozen data set; it is made in the background. */
export const askForResult = (
  actor: Actor,
  { study, dataset }: { readonly study: string; readonly dataset: string },
  source: DataSource,
): Promise<Done<{ runId: string }> | ResultRefusal> =>
  withActor(actor, "analysis.result-asked", async ({ db, about, enqueue }) => {
    about({ purpose: study });
    const plan = (await listPlans(db, study)).find(({ locked }) => locked !== null);
    const listed = (await source.list(db, study)).find(({ id }) => id === dataset);
    if (!plan) return refuse("plan-not-locked");
    if (!listed) return refuse("not-visible");
    if (listed.withdrawnSince > 0) return refuse("people-withdrew");
    const runId = await askResult(db, plan.id, dataset);
    if (runId === null) return refuse("plan-not-locked");
    const right = await giveJobRight(db, makeResultTaskName);
    await enqueue(makeResultTaskName, { run: runId, right }, { once: `${makeResultTaskName} ${runId}` });
    return done({ runId });
  });

interface Inputs {
  readonly plan: KeptPlan;
  readonly data: FrozenData;
  readonly costs: Costs | null;
  readonly themes: readonly NamedTheme[];
}

/** Makes a result: looks at the hash, estimates here and in R, and keeps it with everything it was made from. What fails keeps nothing. */
export async function makeResult(actor: Actor, runId: string, source: DataSource, askR: AskR): Promise<void> {
  const step = (change: RunChange) => withActor(actor, "analysis.result-step", ({ db }) => changeRun(db, runId, change));
  const fail = (failure: RunFailure) => step({ state: "failed", failure });
  await step({ state: "running", step: "reading", steps: 4, stepsDone: 0 });
  const inputs = await readInputs(actor, runId, source);
  if (typeof inputs === "string") return fail(inputs);
  const { plan, data } = inputs;
  const tooFew = isTooFew(peopleOf(data.rows), plan.content);
  await step({ step: tooFew ? "estimates" : "in-r", stepsDone: 1 });
  const inR = tooFew ? null : await askR(data.rows, plannedFor(plan.content));
  if (inR && !isDone(inR)) return fail("r-failed");
  await step({ step: "keeping", stepsDone: 3 });
  const content = contentOf(inputs, inR ? readR(plan.content, inR.lines) : new Map());
  const rScript = inR?.script ?? writeScript(await scriptEstimates(), plannedFor(plan.content));
  await withActor(actor, "analysis.result-made", async ({ db, about }) => {
    about({ purpose: plan.study });
    const resultId = await keepResult(db, { planId: plan.id, datasetId: data.id, datasetSha256: data.readSha256, content, rScript });
    await changeRun(db, runId, { state: "done", step: "keeping", stepsDone: 4, resultId });
  });
}

/** The plan, the data and the costs as they were on the day of freezing; or why they can't be used. */
const readInputs = (actor: Actor, runId: string, source: DataSource): Promise<Inputs | RunFailure> =>
  withActor(actor, "analysis.result-step", async ({ db }) => {
    const run = await findRun(db, runId);
    const plan = (await listPlans(db, null)).find(({ id }) => id === run?.planId);
    const data = run && (await source.read(db, run.datasetId));
    if (!plan || !data) return "broken-off";
    if (data.readSha256 !== data.sha256) return "dataset-changed";
    if (data.study !== plan.study) return "dataset-of-other-study";
    if (plan.content.covariates.some((name) => !data.rows.some(({ covariates }) => name in covariates))) return "covariate-unknown";
    const [costs, themes] = await Promise.all([findCosts(db, plan.content.pillar, data.frozenOn), countThemes(db, plan.study)]);
    return { plan, data, costs, themes };
  });

function contentOf({ plan, data, costs, themes }: Inputs, fromR: ReturnType<typeof readR>): StudyResult {
  const people = peopleOf(data.rows);
  const tooFew = isTooFew(people, plan.content);
  return {
    wieg: "study result 1",
    plan: plan.content,
    planNumber: plan.number,
    planSha256: plan.sha256,
    dataset: { number: data.number, frozenOn: data.frozenOn, sha256: data.sha256, invented: data.invented },
    people,
    tooFew,
    measures: tooFew ? [] : [...makeFigures(plan.content, data.rows, fromR)],
    nonResponse: tooFew ? [] : [...makeNonResponse(plan.content, data.rows)],
    costs,
    interviews: themes.map(toTheme),
    versions: { ...versions },
  };
}

/** Told by the words of the theme; what it is about is all that is told of an interview. */
const toTheme = ({ kind, theme, named, of }: NamedTheme): StudyResult["interviews"][number] => ({
  group: kind === "family" ? "families" : "professionals",
  theme: themeNames[theme],
  named,
  of,
});

/** What the figures were computed with; what they were made from stands beside it. */
const versions: Readonly<Record<string, string>> = { wieg: "0.1.0", node: process.versions.node, webr: "0.6.0" };
