import type { Figure } from "../figures.ts";
import type { Row } from "./viewOf.ts";

/** The share that the picture shows: of the values that the figure is about. Null when they stand together with others. */
export function shareOf(figure: Figure, { parts, known }: Row): number | null {
  const about = parts.filter(({ values }) => values.some((value) => figure.about.includes(value)));
  if (known === 0 || about.length === 0 || about.some(({ values }) => !values.every((value) => figure.about.includes(value)))) return null;
  return about.reduce((sum, { children }) => sum + children, 0) / known;
}

/** A municipality by its name; of more together the note holds the names. */
export function nameOf({ codes }: Row, municipalities: readonly { readonly code: string; readonly name: string }[]): string {
  if (codes.length > 1) return "Andere gemeenten samen";
  return municipalities.find(({ code }) => code === codes[0])?.name ?? codes[0] ?? "";
}

export const namesOf = (codes: readonly string[], municipalities: readonly { readonly code: string; readonly name: string }[]): string =>
  municipalities
    .filter(({ code }) => codes.includes(code))
    .map(({ name }) => name)
    .join(", ");
