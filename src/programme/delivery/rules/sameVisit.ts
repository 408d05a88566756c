import type { CareVisit } from "../visit.ts";

type Recorded = Pick<CareVisit, "startedAt" | "endedAt" | "breakMinutes" | "contents" | "observation" | "assistantId">;

/** Is what is sent what was recorded already? A phone that heard no answer sends it again. */
export const isSameVisit = (a: Recorded, b: Recorded): boolean =>
  sameMoment(a.startedAt, b.startedAt) &&
  sameMoment(a.endedAt, b.endedAt) &&
  a.breakMinutes === b.breakMinutes &&
  a.assistantId === b.assistantId &&
  (a.observation ?? "") === (b.observation ?? "") &&
  [...a.contents].sort().join() === [...b.contents].sort().join();

const sameMoment = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && Math.floor(Date.parse(a) / 1000) === Math.floor(Date.parse(b) / 1000);
