import type { Day } from "../../../kit/day.ts";
import type { DeskList, Standing, WhyCode } from "../desk.ts";

type Asked = Pick<DeskList, "state" | "way" | "expiresOn" | "told" | "printed" | "begun" | "stoppedBecause">;

/**
 * Whom the desk waits for (`due`), and who is missing and why. A list of which the last day is over is missing at once, whether the job of that morning
 * has ended it or not. Who withdrew, moved away or lost her child is not missing: nobody asks her again.
 */
export function standingOf(list: Asked, today: Day): { readonly standing: Standing; readonly why: WhyCode } {
  if (list.state === "answered") return { standing: "answered", why: "answered" };
  if (list.state === "planned") return { standing: "planned", why: "waits" };
  if (list.state === "stopped") return { standing: "stopped", why: whyStopped(list.stoppedBecause) };
  if (list.state === "declined") return { standing: "missing", why: "declined" };
  const standing = list.state === "open" && list.expiresOn >= today ? "due" : "missing";
  return { standing, why: howFar(list) };
}

function howFar({ way, told, printed, begun }: Asked): WhyCode {
  if (begun) return "half_way";
  if (told === "no_text" || told === "no_address") return told;
  if (way === "paper") return printed ? "paper_out" : "paper_to_print";
  return way === "help" ? "help_waits" : "not_begun";
}

function whyStopped(because: string | null): WhyCode {
  if (because === "withdrawn" || because === "loss" || because === "moved") return because;
  return "ended";
}
