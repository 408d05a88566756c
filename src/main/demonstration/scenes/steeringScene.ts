import {
  decideAction,
  expectInflow,
  finishAction,
  noteDecision,
  planMoment,
  publishMonth,
} from "../../../programme/steering/server/steer.ts";
import { readSteering } from "../../../programme/steering/server/readSteering.ts";
import { addMonths, monthOf } from "../../../programme/steering/rules/months.ts";
import { addDays, type Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import type { Month } from "../../../programme/steering/steering.ts";
import { did } from "../acts/cast.ts";
import { dayToCome, storyDay } from "../storyDay.ts";
import type { Step, Teller } from "../story.ts";

const programmeCode = "geboortezorg-flex";

/** What the project group expects of each pilot municipality, in tenths of a family a month: by its births. */
const expected: Readonly<Record<string, readonly [pillar1: number, pillar2: number]>> = {
  GM0917: [12, 2], // Heerlen
  GM1883: [22, 2], // Sittard-Geleen
  GM0928: [1, 1], // Kerkrade
  GM0882: [3, 1], // Landgraaf
  GM0899: [3, 1], // Brunssum
  GM1954: [3, 1], // Beekdaelen
  GM0986: [1, 1], // Voerendaal
  GM0965: [1, 1], // Simpelveld
};

/** The project group at work: a pattern, three actions of which one is late, two evaluations, a published month. */
export function steeringScene({ region, today }: Teller): readonly Step[] {
  const group = region.actor("Thomas Traject");
  const coordinator = region.actor("Petra Planning");
  const act = (days: number, run: () => Promise<unknown>): Step => ({ on: storyDay(today, days), run: async () => void (await run()) });
  return [
    act(330, () => setPattern(group, monthOf(today))),
    act(60, async () => {
      await did("plan an evaluation", planMoment(group, { programmeCode, on: storyDay(today, 32), about: "Instroom na de zomer" }));
      await did(
        "plan an evaluation",
        planMoment(group, { programmeCode, on: dayToCome(today, 45), about: "Halverwege: hoe gaan we door?" }),
      );
      await decide(group, coordinator, [
        "Pijler 2 komt langzaam op gang",
        "Kraamverzorgenden vertellen wanneer doorstroom kan",
        storyDay(today, 20),
      ]);
    }),
    act(30, async () => {
      await noteFirst(group);
      await decide(group, group, ["Sittard-Geleen blijft achter", "De praktijken in Sittard-Geleen bezoeken", storyDay(today, 6)]);
    }),
    act(18, () => endOwn(coordinator)),
    act(5, async () => {
      const last = addDays(today, 9);
      await decide(group, coordinator, ["Kerkrade krijgt meer aanvragen dan verwacht", "Uren van assistenten naast de vraag leggen", last]);
      await did("publish a month", publishMonth(group, { programmeCode, month: addMonths(monthOf(storyDay(today, 5)), -1) }));
    }),
  ];
}

const setPattern = (group: Actor, now: Month) =>
  did(
    "set what is expected",
    expectInflow(group, {
      programmeCode,
      from: addMonths(now, -5),
      until: addMonths(now, 12),
      reason: "Een rustig begin met de praktijken die meedoen; verdeeld naar het aantal geboorten per gemeente.",
      monthly: Object.entries(expected).flatMap(([municipality, [one, two]]) => [
        { pillar: 1 as const, municipality, tenths: one },
        { pillar: 2 as const, municipality, tenths: two },
      ]),
    }),
  );

const decide = (group: Actor, owner: Actor, [deviation, action, dueOn]: readonly [string, string, Day]) =>
  did("agree on an action", decideAction(group, { programmeCode, deviation, action, owner: owner.membershipId, dueOn }));

async function noteFirst(group: Actor): Promise<void> {
  const [moment] = (await readSteering(group, { programmeCode, month: null }))?.moments ?? [];
  const decision = "Niet bijsturen op de criteria. Wel bellen we de praktijken die nog geen gezin aanmeldden.";
  await did("note a decision", noteDecision(group, { id: moment?.id ?? "", version: moment?.version ?? 0, decision }));
}

async function endOwn(owner: Actor): Promise<void> {
  const { actions = [] } = (await readSteering(owner, { programmeCode, month: null })) ?? {};
  const own = actions.find(({ ownerMembershipId }) => ownerMembershipId === owner.membershipId);
  const outcome = "Op twee teamdagen besproken; sindsdien drie vragen.";
  await did("end an action", finishAction(owner, { id: own?.id ?? "", version: own?.version ?? 0, outcome }));
}
