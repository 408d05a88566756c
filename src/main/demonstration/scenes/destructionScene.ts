import { withActor } from "../../../platform/db/withActor.ts";
import { proposeKept } from "../../../trust/retention/rules/proposeKept.ts";
import { listOverview } from "../../../trust/retention/server/request.store.ts";
import { askDestruction, decideRequest } from "../../../trust/retention/server/requestDestruction.ts";
import { did } from "../acts/cast.ts";
import type { FamilyPlan } from "../families.ts";
import { chanceOf } from "../chance.ts";
import { inventFamily } from "../invented.ts";
import { storyDay } from "../storyDay.ts";
import type { Step, Teller } from "../story.ts";

/** Two mothers ask that their file is destroyed: one waits for the privacy officer, of one a colleague still has to confirm it. */
export function destructionScene({ region, today }: Teller, plans: readonly FamilyPlan[]): readonly Step[] {
  const ask = async (story: string): Promise<string> => {
    const plan = plans.find((one) => one.story === story);
    if (!plan) throw new Error(`There is no story ${story}.`);
    const { mother } = inventFamily(chanceOf(plan.person), plan.municipality);
    const [found] = await region.asOwner<{ trajectory: string; person: string }>(
      `select t.id as trajectory, m.id as person from family_member m join trajectory t on t.family_id = m.family_id
       where m.kind = 'mother' and m.family_name = $1 and m.birth_date = $2 order by t.created_at limit 1`,
      [mother.familyName, mother.birthDate],
    );
    const asked = { person: found?.person ?? "", askedBy: "self", checked: "document", concerns: [] } as const;
    return (await did("ask to destroy", askDestruction(region.actor(plan.midwife), found?.trajectory ?? "", asked))).request;
  };
  const decide = async (request: string) => {
    const officer = region.actor("Pien Privacy");
    const overview = await withActor(officer, "destruction.read", ({ db }) => listOverview(db, request));
    const answers = Object.fromEntries(overview.map(({ kind }) => [kind, proposeKept(kind, []) ?? "destroy"]));
    await did("decide on a request to destroy", decideRequest(officer, request, answers));
  };
  let first = "";
  return [
    { on: storyDay(today, 9), run: async () => void (first = await ask("grownUp")) },
    { on: storyDay(today, 4), run: () => decide(first) },
    { on: storyDay(today, 3), run: async () => void (await ask("stopped")) },
  ];
}
