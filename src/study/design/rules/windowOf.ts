import { addDays } from "../../../kit/day.ts";
import type { AnchorDays, Wave, Window } from "../study.ts";

/** When a wave opens, reminds and is over. It follows the date it is counted from: a birth that comes early moves it [domain 5.2]. */
export function windowOf({ anchor, opensAfter, remindAfter, expiresAfter }: Omit<Wave, "instruments">, days: AnchorDays): Window {
  const from = days[anchor];
  if (from === null) return { state: "waits", for: anchor };
  const opensOn = addDays(from, opensAfter);
  return {
    state: "planned",
    opensOn,
    remindOn: remindAfter.map((after) => addDays(opensOn, after)),
    expiresOn: addDays(opensOn, expiresAfter),
  };
}
