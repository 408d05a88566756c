import type { VisitEntry } from "../visitApp.ts";

/** A clock that is off by no more than this is a clock. */
export const clockSlackSeconds = 120;

/** How far a phone's clock is ahead, in seconds; negative: behind. */
export const clockOff = (phoneNow: string, serverNow: string): number => Math.round((Date.parse(phoneNow) - Date.parse(serverNow)) / 1000);

type Stamped = VisitEntry["started"];

/**
 * The moment as it really was: what the phone's clock made is set right by how far that clock is off, in whole minutes, since a message takes seconds
 * on its way; what she typed is what she meant.
 */
export function setRight(moment: Stamped, offSeconds: number): string | null {
  if (moment === null) return null;
  const off = moment.by === "clock" && Math.abs(offSeconds) > clockSlackSeconds ? Math.round(offSeconds / 60) * 60 : 0;
  return new Date(Date.parse(moment.at) - off * 1000).toISOString();
}

/** Was anything of this entry set right? Then she and the coordinator are told. */
export const wasSetRight = ({ started, ended }: Pick<VisitEntry, "started" | "ended">, offSeconds: number): boolean =>
  Math.abs(offSeconds) > clockSlackSeconds && (started?.by === "clock" || ended?.by === "clock");
