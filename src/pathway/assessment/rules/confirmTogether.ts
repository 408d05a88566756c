import type { Day } from "../../../kit/day.ts";
import type { Category, Side } from "../assessment.ts";

/** What one side came to, who and when. */
export interface Opinion {
  readonly category: Category;
  readonly organisationId: string;
  readonly professionalId: string;
  readonly role: string;
  readonly on: Day;
  readonly reason: string | null;
}

const sides: Readonly<Record<string, Side>> = {
  midwife: "obstetric",
  clinical_midwife: "obstetric",
  gynaecologist: "obstetric",
  youth_nurse: "youth",
  youth_doctor: "youth",
};

/** On which side a role confirms; null: it does not [domain 3.4]. */
export const sideOf = (role: string): Side | null => sides[role] ?? null;

/** The roles of a side: who of the asked organisation may answer. */
export const rolesOfSide = (side: Side): readonly string[] => Object.keys(sides).filter((role) => sides[role] === side);

export interface Asked {
  readonly state: "open" | "confirmed" | "differs" | "superseded";
  readonly obstetric: Opinion | null;
  readonly youth: Opinion | null;
}

export type ConfirmRefusal = "not-your-side" | "not-open" | "confirmed-already" | "same-organisation";

/**
 * May this professional say to which category she comes, and what follows? One of obstetric care and one of the youth health service, of
 * two organisations; nobody speaks twice. The same category confirms it; another one asks for a new assessment.
 */
export function confirmTogether(
  asked: Asked,
  opinion: Opinion,
): { readonly refused: ConfirmRefusal } | { readonly side: Side; readonly state: "confirmed" | "differs" | "open" } {
  const side = sideOf(opinion.role);
  if (side === null) return { refused: "not-your-side" };
  if (
    asked[side] !== null ||
    asked.obstetric?.professionalId === opinion.professionalId ||
    asked.youth?.professionalId === opinion.professionalId
  )
    return { refused: "confirmed-already" };
  if (asked.state !== "open") return { refused: "not-open" };
  const other = asked[side === "youth" ? "obstetric" : "youth"];
  if (other === null) return { side, state: "open" };
  if (other.organisationId === opinion.organisationId) return { refused: "same-organisation" };
  return { side, state: other.category === opinion.category ? "confirmed" : "differs" };
}
