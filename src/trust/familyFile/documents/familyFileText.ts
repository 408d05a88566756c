import type { Section } from "../../home/home.ts";
import { isRole } from "../../access/route.ts";
import { roleNames } from "../../access/roles.texts.ts";
import type { WholeFile } from "../familyFile.ts";
import { sayRow, shortDay } from "../rules/sayRow.ts";

export interface FileDocument {
  readonly title: string;
  readonly author: string;
  readonly language: "nl" | "en";
  readonly date: string;
  readonly opening: readonly string[];
  readonly sections: readonly Section[];
}

const words = {
  nl: {
    title: "Uw dossier",
    opening: (day: string) => [
      `Dit is alles wat in Wieg over u staat, op ${day}. Het is van u. Bewaar het op een veilige plek: er staat veel in over u.`,
      "Wat over een ander gaat, zoals uw partner, staat hier niet in. Klopt er iets niet? Zeg het tegen wie u helpt: u mag het laten verbeteren of wissen.",
    ],
    allowed: "Wat u goed vond",
    consents: ["Waarvoor", "Voor wie", "Antwoord", "Dag"],
    yes: "ja",
    no: "nee",
    until: "ingetrokken op",
    involved: "Wie bij u betrokken was",
    involvedHeader: ["Organisatie", "Van", "Tot en met"],
    looked: "Wie uw dossier bekeek",
    lookedHeader: ["Wie", "Eerste keer", "Laatste keer", "Hoe vaak"],
    none: "Niets vastgelegd.",
  },
  en: {
    title: "Your file",
    opening: (day: string) => [
      `This is everything Wieg holds about you, on ${day}. It is yours. Keep it in a safe place: it says a lot about you.`,
      "What is about someone else, such as your partner, is not in here. What was written stands in Dutch, as it was written. Is something wrong? Tell who helps you: you may have it mended or erased.",
    ],
    allowed: "What you agreed to",
    consents: ["What for", "For whom", "Answer", "Day"],
    yes: "yes",
    no: "no",
    until: "withdrawn on",
    involved: "Who was involved with you",
    involvedHeader: ["Organisation", "From", "Until"],
    looked: "Who looked at your file",
    lookedHeader: ["Who", "First time", "Last time", "How often"],
    none: "Nothing was recorded.",
  },
} as const;

/** The file in words: part by part as it was recorded, what she allowed, who was involved and who looked. */
export function familyFileText(file: WholeFile): FileDocument {
  const said = words[file.language];
  const sections = [...recordSections(file), ...lists(file)];
  return {
    title: said.title,
    author: file.organisation,
    language: file.language,
    date: file.today,
    opening: said.opening(shortDay(file.today)),
    sections,
  };
}

function recordSections(file: WholeFile): readonly Section[] {
  const parts = Map.groupBy(file.rows.map(sayRow), ({ part }) => part);
  return [...parts].map(([heading, rows]) => ({
    heading,
    blocks: rows.flatMap((row): Section["blocks"] => [
      { kind: "paragraph", lead: row.title, text: [row.on, row.by].filter(Boolean).join(", ") },
      ...(row.fields.length === 0 ? [] : [{ kind: "list" as const, items: row.fields.map(({ label, value }) => `${label}: ${value}`) }]),
    ]),
  }));
}

function lists(file: WholeFile): readonly Section[] {
  const said = words[file.language];
  const table = (heading: string, header: readonly string[], rows: readonly (readonly string[])[]): Section => ({
    heading,
    blocks: rows.length === 0 ? [{ kind: "paragraph", text: said.none }] : [{ kind: "table", header, rows }],
  });
  const day = (moment: Date) =>
    shortDay(Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO("Europe/Amsterdam").toPlainDate().toString());
  const role = (code: string): string => (code === "link_holder" ? "eenmalige link" : isRole(code) ? roleNames[code] : code);
  return [
    table(
      said.allowed,
      said.consents,
      file.consents.map((one) => [
        one.purpose.replaceAll("_", " "),
        one.recipient,
        `${one.given ? said.yes : said.no}${one.withdrawnOn === null ? "" : `, ${said.until} ${shortDay(one.withdrawnOn)}`}`,
        shortDay(one.givenOn),
      ]),
    ),
    table(
      said.involved,
      said.involvedHeader,
      file.involved.map((one) => [one.organisation, shortDay(one.since), one.until === null ? "" : shortDay(one.until)]),
    ),
    table(
      said.looked,
      said.lookedHeader,
      file.looks.map((one) => [
        [one.professional, role(one.role), one.organisation].filter(Boolean).join(", "),
        day(one.first),
        day(one.last),
        String(one.times),
      ]),
    ),
  ];
}
