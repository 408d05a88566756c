import type { LineState } from "../takeOver.ts";

/** The addresses of taking over. */
const offer = "/gezinnen/importeren";
const upload = (id: string): string => `${offer}/${id}`;

export const addressOf = {
  offer,
  upload,
  line: (id: string, line: number): string => `${upload(id)}/regels/${line}`,
  lines: (id: string, view: LineView, question?: string, page?: number): string => {
    const query = new URLSearchParams({ toon: view });
    if (question !== undefined) query.set("soort", question);
    if (page !== undefined && page > 1) query.set("blad", String(page));
    return `${upload(id)}/regels?${query}`;
  },
  refusedFile: (id: string): string => `${upload(id)}/te-herstellen.csv`,
} as const;

/** Which lines a list shows, by the word in its address. */
export const lineViews = {
  klaar: { title: "Klaar om over te nemen", states: ["ready"] },
  vragen: { title: "Wacht op uw antwoord", states: ["asked", "double", "changed"] },
  twijfel: { title: "Twijfelachtig", states: ["asked"] },
  dubbel: { title: "Misschien al bekend", states: ["double"] },
  veranderd: { title: "Veranderd", states: ["changed"] },
  bekend: { title: "Stond er al in", states: ["known"] },
  geweigerd: { title: "Niet te lezen", states: ["refused"] },
  overgeslagen: { title: "Overgeslagen", states: ["left_out"] },
  overgenomen: { title: "Overgenomen", states: ["taken"] },
  mislukt: { title: "Niet gelukt", states: ["failed"] },
} as const satisfies Record<string, { title: string; states: readonly LineState[] }>;
export type LineView = keyof typeof lineViews;

export const isLineView = (word: string): word is LineView => word in lineViews;
