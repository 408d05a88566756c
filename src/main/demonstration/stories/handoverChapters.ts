import { addDays, daysBetween, type Day } from "../../../kit/day.ts";
import { secondBirthday } from "../../../pathway/trajectory/server/door.ts";
import * as place from "./municipalities.ts";
import type { Scene } from "./storyline.ts";

type Chapter = (scene: Scene) => void;

const prepared: Chapter = ({ acts, at, cast }) => at(2, () => acts.prepareHandover(addDays(cast.today, 12)));
const offered: Chapter = ({ acts, at, cast }) => {
  at(4, () => acts.prepareHandover(addDays(cast.today, 9)));
  at(1, (on) => acts.offerHandover(on));
};
/** Its moment passed three days ago, and nobody answered yet: an alert on both sides. */
const late: Chapter = ({ acts, at, cast }) => {
  at(9, () => acts.prepareHandover(addDays(cast.today, -3)));
  at(7, (on) => acts.offerHandover(on));
};
const accepted: Chapter = (scene) => {
  const { acts, at, cast } = scene;
  at(6, () => acts.prepareHandover(addDays(cast.today, 5)));
  at(5, (on) => acts.offerHandover(on));
  at(3, () => acts.acceptHandover());
};
const declined: Chapter = (scene) => {
  const { acts, at, cast } = scene;
  at(5, () => acts.prepareHandover(addDays(cast.today, 14)));
  at(4, (on) => acts.offerHandover(on));
  at(2, () => acts.declineHandover());
};
/** She lies in over the border: what maternity care there needs to know goes along, and to whom is kept. */
const given: Chapter = ({ acts, at, cast }) => {
  at(6, () => acts.prepareHandover(addDays(cast.today, 21)));
  at(3, (on) => acts.giveHandover("Kraamzorg Grensland, Visé", on));
};

const told: Readonly<Record<string, Chapter>> = {
  [`calm ${place.eijsdenMargraten}`]: given,
  [`lastTrimester ${place.simpelveld}`]: prepared,
  [`lastTrimester ${place.meerssen}`]: offered,
  [`lastTrimester ${place.heerlen}`]: late,
  [`lookAgainLate ${place.maastricht}`]: accepted,
  [`lookAgainLate ${place.voerendaal}`]: declined,
};

/** The handovers of a family: one that is told, or else those that its dates ask for, on their days. */
export function handovers(scene: Scene): void {
  const { plan, today } = scene.cast;
  const chapter = told[`${plan.story} ${plan.municipality}`];
  if (chapter) {
    chapter(scene);
    return;
  }
  for (const ago of momentsOf(plan, today)) scene.at(ago, (on) => scene.acts.handOverWhatIsDue(on));
}

/** Days ago on which something may be due: about 34 weeks, the end of the maternity period, before two years, and what came up of late. */
function momentsOf({ dueDate, bornOn }: { readonly dueDate: Day; readonly bornOn: Day | null }, today: Day): readonly number[] {
  const days = [
    addDays(dueDate, -43),
    ...(bornOn === null ? [] : [bornOn, addDays(bornOn, 8), addDays(bornOn, 15), addDays(secondBirthday(bornOn), -40)]),
    ...[21, 12, 5, 2].map((ago) => addDays(today, -ago)),
  ];
  return [...new Set(days.map((day) => daysBetween(day, today)).filter((ago) => ago >= 1))];
}
