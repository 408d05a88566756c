import { addDays } from "../../../kit/day.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { proposalFor } from "../../../study/analysis/pilotPlans.ts";
import { askResult, listPlans } from "../../../study/analysis/server/analysis.store.ts";
import { frozenData } from "../../../study/analysis/server/frozenData.ts";
import { makeResult } from "../../../study/analysis/server/makeResult.ts";
import { keepAnalysisPlan, lockAnalysisPlan } from "../../../study/analysis/server/planAnalysis.ts";
import { freezeDataSet } from "../../../study/dataset/server/freezeDataSet.ts";
import { planInflow } from "../../../study/desk/server/readInflow.ts";
import { compareArmsTask } from "../../../study/desk/server/comparisonTask.ts";
import type { InterviewKind } from "../../../study/interviews/interviews.ts";
import { drawInterviews } from "../../../study/interviews/server/drawInterviews.ts";
import { listInterviews, listInvitations } from "../../../study/interviews/server/interviews.store.ts";
import { deskMoves, keeperMoves } from "../../../study/interviews/server/moveInterviews.ts";
import { askWho } from "../../../study/participation/server/revealWho.ts";
import { fixArmsTask } from "../../../study/participation/server/fixArms.ts";
import { offerRegister, takeRegister } from "../../../study/register/server/importRegister.ts";
import { listsTask } from "../../../study/waves/server/listsTask.ts";
import { did } from "../acts/cast.ts";
import { dayToCome, storyDay } from "../storyDay.ts";
import type { Step, Teller } from "../story.ts";

const study = "study_1";

/** What desk and key keeper do beside the families: the plan first, then registers, interviews, and the first frozen version with what it says. */
export function studyScene(teller: Teller): readonly Step[] {
  const { region, today } = teller;
  const desk = region.actor("Nelleke Cijfer");
  return [
    { on: storyDay(today, 150), run: () => lockPlan(teller) },
    {
      on: storyDay(today, 330),
      run: async () => {
        const plan = { study, after: 0, startsOn: storyDay(today, 330), months: 24 };
        await did("plan the inflow", planInflow(desk, plan));
      },
    },
    { on: storyDay(today, 5), run: () => importRegister(teller) },
    { on: storyDay(today, 4), run: () => drawProfessionals(teller) },
    { on: storyDay(today, 4), run: () => drawFamilies(teller) },
    {
      on: storyDay(today, 1),
      run: async () => {
        const [code] = await codesOf(teller, "p.answers_by = 'paper' and s.arm is not null");
        const why = "Op het papieren formulier staat een vraag om terug te bellen over een klacht.";
        if (code) await did("ask who somebody is", askWho(desk, code, why));
      },
    },
    { on: today, run: () => listsTask("http://localhost").run({}) },
    { on: today, run: () => fixArmsTask.run({}) },
    { on: today, run: () => compareArmsTask.run({}) },
    { on: today, run: () => makeAnswer(teller) },
  ];
}

/** Pseudonyms of participants of study 1, as they would stand in a list of the desk. */
async function codesOf(
  { region }: Teller,
  where: "s.register_link" | "p.answers_by = 'paper' and s.arm is not null",
): Promise<readonly string[]> {
  const rows = await region.asOwner<{ code: string }>(
    `select p.code from study_participant p join study_participation s on s.participant_id = p.id
     where s.study = '${study}' and s.withdrawn_on is null and ${where} order by s.consent_on, p.code`,
  );
  return rows.map(({ code }) => code);
}

async function lockPlan({ region }: Teller): Promise<void> {
  const desk = region.actor("Nelleke Cijfer");
  const plan = proposalFor(study);
  if (!plan) return;
  const kept = await keepAnalysisPlan(desk, { plan, why: null });
  const [newest] = await withActor(desk, "analysis.read", ({ db }) => listPlans(db, study));
  const locked = newest && (await lockAnalysisPlan(desk, { study, number: newest.number, sha256: newest.sha256 }));
  if (kept.code !== "done" || locked?.code !== "done") throw new Error("The demonstration could not lock the plan of a study.");
}

/** Referrals and contacts of who agreed to linking; the last line names somebody who does not take part. */
async function importRegister(teller: Teller): Promise<void> {
  const desk = teller.region.actor("Hedda Telling");
  const codes = await codesOf(teller, "s.register_link");
  const [from, until] = [addDays(teller.today, -190), addDays(teller.today, -12)];
  const lines = codes.flatMap((code, at) => [
    `${code};ziekenhuiscontact;${(at * 3) % 5};${from};${until}`,
    `${code};jgz-verwijzing;${at % 3 === 1 ? 1 : 0};${from};${until}`,
  ]);
  const file = ["pseudoniem;soort;aantal;van;tot en met", ...lines, `W-ABC234;ziekenhuiscontact;2;${from};${until}`].join("\n");
  const offered = await offerRegister(desk, Buffer.from(`${file}\n`));
  if (offered.code !== "done") throw new Error("The demonstration could not offer a file of a register.");
  await did("take over a register", takeRegister(desk, { id: offered.id, version: 1 }));
}

const draw = async ({ region }: Teller, kind: InterviewKind, strataBy: "role" | "none", wanted: number) => {
  const desk = region.actor("Nelleke Cijfer");
  const { id } = await did("draw for interviews", drawInterviews(desk, { study, kind, strataBy, wanted, seed: `Deelstudie 1 ${kind}` }));
  return withActor(desk, "interview.read", ({ db }) => listInterviews(db, { drawIds: [id] }));
};

/** Four professionals: one was talked with, one comes, one said no, and one thinks about it. */
async function drawProfessionals(teller: Teller): Promise<void> {
  const desk = teller.region.actor("Nelleke Cijfer");
  const [one, two, three, four] = await draw(teller, "professional", "role", 4);
  const move = (id: string, move: "invite" | "agree" | "decline" | "hold", version: number) =>
    did(`${move} for an interview`, deskMoves(desk, { id, move, version }));
  for (const invited of [one, two, three, four]) if (invited) await move(invited.id, "invite", invited.version);
  for (const agreed of [one, two]) if (agreed) await move(agreed.id, "agree", agreed.version + 1);
  if (one) await move(one.id, "hold", one.version + 2);
  if (two)
    await did("plan an interview", deskMoves(desk, { ...two, move: "plan", version: two.version + 2, onDay: dayToCome(teller.today, 6) }));
  if (three) await move(three.id, "decline", three.version + 1);
}

/** Of three families that agreed to be asked, one was invited by the key keeper, one waits for her, and one was not asked yet. */
async function drawFamilies(teller: Teller): Promise<void> {
  const desk = teller.region.actor("Nelleke Cijfer");
  const keeper = teller.region.actor("Sander Sleutel");
  const [one, two] = await draw(teller, "family", "none", 3);
  for (const asked of [one, two])
    if (asked) await did("ask the key keeper to invite", deskMoves(desk, { id: asked.id, move: "ask", version: asked.version }));
  const [first] = await withActor(keeper, "interview.read", ({ db }) => listInvitations(db));
  if (first) await did("invite a family", keeperMoves(keeper, { id: first.id, move: "invite", version: first.version }));
}

/** The first frozen version, and the answer by the plan: fewer than ten in an arm, so it says how many and gives no figure. */
async function makeAnswer({ region }: Teller): Promise<void> {
  const desk = region.actor("Nelleke Cijfer");
  const frozen = await did("freeze a data set", freezeDataSet(desk, study));
  const runId = await withActor(desk, "analysis.result-asked", async ({ db, about }) => {
    about({ purpose: study });
    const plan = (await listPlans(db, study)).find(({ locked }) => locked !== null);
    return plan ? askResult(db, plan.id, frozen.id) : null;
  });
  if (runId === null) throw new Error("The demonstration could not ask for a result.");
  await makeResult(desk, runId, frozenData, () => Promise.reject(new Error("So few participants are not computed in R.")));
}
