import { createHash } from "node:crypto";
import { addDays } from "../../../kit/day.ts";
import type { PlannedInput, Planned } from "../server/planVisit.ts";
import { momentsOf } from "./visitFields.ts";

interface Typed {
  readonly id?: string | undefined;
  readonly day: string;
  readonly from: string;
  readonly until: string;
  readonly overnight: boolean;
  readonly assistant: string;
  readonly agreed: string | null;
  readonly why: string | null;
}

export const plannedInput = ({ assistant, agreed, why, ...times }: Typed): PlannedInput => ({
  assistantId: assistant,
  agreed,
  why,
  ...momentsOf(times),
});

/** The visits of a series: `times` of them, so many days apart, on the same time of the clock. */
export const seriesOf = (typed: Typed, times: number, every: number): readonly Planned[] =>
  Array.from({ length: times }, (_none, at) => ({
    id: idOf(typed.id ?? crypto.randomUUID(), at),
    ...plannedInput({ ...typed, day: addDays(typed.day, at * every) }),
  }));

/** The first has the id of the form; the others an id that follows from it, so that the form sent twice plans once. */
function idOf(id: string, at: number): string {
  if (at === 0) return id;
  const hex = createHash("sha256").update(`${id} ${at}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
