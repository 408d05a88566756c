import { withActor } from "../../../platform/db/withActor.ts";
import { bookInterpreter, moveBooking, type AskedInterpreter } from "../../../pathway/support/interpreter/server/bookInterpreter.ts";
import { listBookings } from "../../../pathway/support/interpreter/server/interpreter.store.ts";
import type { BookingMove } from "../../../pathway/support/interpreter/interpreter.ts";
import { did } from "../acts/cast.ts";
import { dayToCome, storyDay } from "../storyDay.ts";
import type { Step, Teller } from "../story.ts";

type Plan = Pick<AskedInterpreter, "occasion" | "way" | "cost"> & {
  /** In how many days the appointment is; below nothing it was. */
  readonly inDays: number;
  readonly moves: readonly (readonly [ago: number, move: BookingMove])[];
};

/** Interpreters for a conversation: just asked for, arranged, confirmed, and one that was there. */
const plans: readonly Plan[] = [
  { occasion: "conversation", way: "telephone", cost: "organisation", inDays: 9, moves: [] },
  { occasion: "conversation", way: "person", cost: "municipality", inDays: 7, moves: [[2, "arrange"]] },
  {
    occasion: "conversation",
    way: "video",
    cost: "organisation",
    inDays: 3,
    moves: [
      [4, "arrange"],
      [2, "confirm"],
    ],
  },
  {
    occasion: "conversation",
    way: "telephone",
    cost: "organisation",
    inDays: -2,
    moves: [
      [6, "arrange"],
      [5, "confirm"],
      [2, "hold"],
    ],
  },
];

interface Home {
  readonly trajectory: string;
  readonly language: string;
  readonly midwife: string;
}
const inAnotherLanguage = `
  select t.id as trajectory, f.language, p.display_name as midwife from trajectory t join family f on f.id = t.family_id and f.interpreter_needed
    join professional p on p.id = t.author_id join membership m on m.professional_id = p.id and m.role = 'midwife'
  where t.state = 'open' and t.born_on is null order by t.due_date, t.id limit $1`;

/** A midwife asks for an interpreter where a family needs one, and what becomes of it. */
export function interpreterScene({ region, today }: Teller): readonly Step[] {
  let homes: readonly Home[] = [];
  const ask = async () => {
    homes = await region.asOwner<Home>(inAnotherLanguage, [plans.length]);
    for (const [place, { trajectory, language, midwife }] of homes.entries()) {
      const plan = plans[place];
      if (!plan) continue;
      const onDay = plan.inDays < 0 ? storyDay(today, -plan.inDays) : dayToCome(today, plan.inDays);
      const asked = { occasion: plan.occasion, way: plan.way, cost: plan.cost, occasionId: null, atTime: "10:30", dialect: null };
      await did("ask for an interpreter", bookInterpreter(region.actor(midwife), trajectory, { ...asked, onDay, language }));
    }
  };
  const move = async (place: number, kind: BookingMove) => {
    const home = homes[place];
    if (!home) return;
    const midwife = region.actor(home.midwife);
    const [booking] = await withActor(midwife, "interpreter.read", ({ db }) => listBookings(db, home.trajectory));
    const change = { move: kind, version: booking?.version ?? 0, ...(kind === "arrange" && { agency: "Tolkbureau De Schakel" }) };
    await did(`${kind} an interpreter`, moveBooking(midwife, home.trajectory, booking?.id ?? "", change));
  };
  return [
    { on: storyDay(today, 8), run: ask },
    ...plans.flatMap(({ moves }, place) => moves.map(([ago, kind]) => ({ on: storyDay(today, ago), run: () => move(place, kind) }))),
  ];
}
