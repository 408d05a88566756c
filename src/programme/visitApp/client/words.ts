import type { OutboxItem, SendingState } from "./outbox.ts";

/** "1 bezoek is", "2 bezoeken zijn". */
export const countOf = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/** "3 u 30". */
export function sayMinutes(minutes: number): string {
  const sign = minutes < 0 ? "-" : "";
  const whole = Math.abs(minutes);
  const rest = whole % 60;
  return `${sign}${Math.floor(whole / 60)} u${rest === 0 ? "" : ` ${String(rest).padStart(2, "0")}`}`;
}

/** "zondag 22 november". */
export const sayDay = (day: string): string =>
  new Intl.DateTimeFormat("nl-NL", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(
    new Date(`${day}T12:00:00Z`),
  );

/** "22 november 2026". */
export const sayDate = (day: string): string =>
  new Intl.DateTimeFormat("nl-NL", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${day}T12:00:00Z`),
  );

export const sendingWords: Readonly<Record<SendingState, { readonly label: string; readonly tone: "ok" | "soon" | "late" | "plain" }>> = {
  waiting: { label: "Nog niet verzonden", tone: "soon" },
  sending: { label: "Wordt verzonden", tone: "soon" },
  received: { label: "Aangekomen, wordt verwerkt", tone: "ok" },
  sent: { label: "Verzonden", tone: "ok" },
  refused: { label: "Niet aangenomen", tone: "late" },
  conflict: { label: "Kies een versie", tone: "late" },
  "let-go": { label: "Niet gebruikt", tone: "plain" },
};

export const outcomeWords = { delivered: "Geweest", refused: "Gezin wilde het niet", missed: "Ging niet door" } as const;

/** "09:00 tot 12:30, 15 minuten pauze" */
export function sayHours(started: string | null, ended: string | null, pause: number, time: (moment: number) => string): string {
  if (started === null || ended === null) return "geen uren";
  return `${time(Date.parse(started))} tot ${time(Date.parse(ended))}${pause > 0 ? `, ${pause} minuten pauze` : ""}`;
}

export const isOpen = ({ sending }: OutboxItem): boolean => sending.state !== "sent" && sending.state !== "let-go";
