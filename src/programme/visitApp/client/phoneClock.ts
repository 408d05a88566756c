/** The phone's clock may be wrong. What the server told at the last contact sets right what is shown; what is sent says what the phone thought. */
export interface Contact {
  /** The server's moment, and the phone's at that same moment, in milliseconds. */
  readonly server: number;
  readonly phone: number;
}

/** Now, as well as we know. A clock that was put back since gives no more time: what expires, expires. */
export const rightNow = (contact: Contact | null, phone: number): number =>
  contact === null ? phone : contact.server + Math.max(0, phone - contact.phone);

/** The Dutch day of a moment. */
export const dayOf = (moment: number): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam", dateStyle: "short" }).format(moment);

/** The next day. */
export const dayAfter = (day: string): string => new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** How far Dutch clocks are ahead of UTC at a moment, in minutes. */
function aheadAt(moment: number): number {
  const shown = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam", dateStyle: "short", timeStyle: "medium" }).format(moment);
  return Math.round((Date.parse(`${shown.replace(" ", "T")}Z`) - moment) / 60_000);
}

/** The moment of a Dutch time of day: `2026-11-22`, `09:30`. */
export function momentOf(day: string, time: string): number {
  const naive = Date.parse(`${day}T${time}:00Z`);
  const guess = naive - aheadAt(naive) * 60_000;
  return naive - aheadAt(guess) * 60_000;
}

/** `09:30` of a moment, on Dutch clocks. */
export const timeOf = (moment: number): string =>
  new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", hour: "2-digit", minute: "2-digit", hour12: false }).format(moment);
