import { sayNone, sayReason, shortNames } from "../analysis.texts.ts";
import type { Difference, StudyResult, WaveResult } from "../studyResult.ts";
import { paragraph, say, sayP, table, type AnswerBlock, type AnswerSection } from "./answer.ts";

/** What the research desk sees besides: every number exactly, who is in and out and why, non-response, tipping points, what it was made with. */
export const deskSections = (result: StudyResult): readonly AnswerSection[] => [
  { id: "aantallen", heading: "Voor de onderzoeker: wie telt mee en wie niet", blocks: numbers(result) },
  { id: "schattingen", heading: "Voor de onderzoeker: alle schattingen", blocks: result.measures.flatMap(estimates) },
  { id: "non-respons", heading: "Voor de onderzoeker: wie niet meer antwoordde", blocks: response(result) },
  { id: "kantelpunt", heading: "Voor de onderzoeker: kantelpunt en kleinste vindbare verschil", blocks: result.measures.flatMap(tipping) },
  { id: "gesprekken", heading: "Voor de onderzoeker: waarover gesproken is", blocks: interviewBlocks(result) },
  {
    id: "herkomst",
    heading: "Voor de onderzoeker: waarmee dit is gemaakt",
    blocks: [
      table(
        "Programma’s en controlegetallen",
        ["Wat", "Welke"],
        [
          ["Analyseplan", result.planSha256],
          ["Dataset", result.dataset.sha256],
          ...Object.entries(result.versions).map(([name, version]) => [name, version]),
        ],
      ),
    ],
  },
];

function numbers({ measures, people }: StudyResult): readonly AnswerBlock[] {
  return [
    paragraph(`In de dataset: ${people.intervention} mensen in de interventiegroep en ${people.control} in de controlegroep.`),
    ...measures.map(({ label, waves }) =>
      table(
        `Wie meetelt voor ${label}`,
        ["Meting", "Interventie", "Controle", "Niet mee, en waarom"],
        waves.map(({ wave, numbersIn, out }) => [
          wave,
          String(numbersIn.intervention),
          String(numbersIn.control),
          Object.entries(out)
            .map(([reason, count]) => `${sayReason(reason)}: ${count}`)
            .join("; ") || "niemand",
        ]),
      ),
    ),
  ];
}

function interviewBlocks({ interviews }: StudyResult): readonly AnswerBlock[] {
  if (interviews.length === 0) return [paragraph("Er zijn nog geen gesprekken waarvan iets is genoteerd.")];
  return [
    table(
      "In hoeveel gesprekken een onderwerp is genoemd",
      ["Wie", "Onderwerp", "Gesprekken"],
      interviews.map(({ group, theme, named, of }) => [group === "families" ? "gezinnen" : "professionals", theme, `${named} van ${of}`]),
    ),
  ];
}

const line = (head: string, one: Difference | null): readonly (readonly string[])[] => {
  if (one === null) return [];
  if (one.outcome !== "estimate") return [[head, one.outcome === "too-few" ? "te weinig mensen" : sayNone(one.why), "", "", "", "", ""]];
  const { estimate, standardError, low, high, df, p, standardised } = one;
  return [
    [
      head,
      say(estimate, 4),
      say(standardError, 4),
      `${say(low, 4)} tot ${say(high, 4)}`,
      df === null ? "–" : String(Math.round(df * 10) / 10).replace(".", ","),
      sayP(p),
      standardised === null ? "–" : say(standardised, 3),
    ],
  ];
};

const estimates = ({ label, waves }: StudyResult["measures"][number]): readonly AnswerBlock[] => [
  table(
    `Schattingen voor ${label}`,
    ["Meting en rekenwijze", "Verschil", "Standaardfout", "Interval van 95%", "Vrijheidsgraden", "p", "Hedges’ g"],
    waves.flatMap((one) => [
      ...line(`${one.wave}: ${shortNames.ancova}`, one.ancova),
      ...line(`${one.wave}: ${shortNames.difference_in_differences}`, one.differenceInDifferences),
      ...line(`${one.wave}: ${shortNames.mixed_model}`, one.mixedModel),
      ...line(`${one.wave}: ${shortNames.imputation}`, one.imputed),
    ]),
  ),
  table(
    `Gemiddelden voor ${label}, en de correctie van Holm`,
    ["Meting", "Interventie", "Controle", "p volgens Holm"],
    waves.map(({ wave, means, holm }: WaveResult) => [
      wave,
      orDash(means.intervention),
      orDash(means.control),
      holm ? `${sayP(holm.p)} (${holm.holds ? "houdt stand" : "houdt geen stand"})` : "–",
    ]),
  ),
];

const orDash = (value: number | null): string => (value === null ? "–" : say(value, 3));

function response({ nonResponse }: StudyResult): readonly AnswerBlock[] {
  if (nonResponse.length === 0) return [paragraph("Te weinig mensen.")];
  return nonResponse.map(({ wave, expected, answered, differences }) =>
    table(
      `Wie op T0 antwoordde en op ${wave} niet, naast wie wel`,
      ["Wat", "Uitkomst"],
      [
        ["Antwoordde op T0 (interventie, controle)", `${expected.intervention}, ${expected.control}`],
        [`Antwoordde ook op ${wave}`, `${answered.intervention}, ${answered.control}`],
        ...differences.map(({ name, standardised }) => [`Op T0: ${name}, verschil in standaardafwijkingen`, orDash(standardised)]),
      ],
    ),
  );
}

const tipping = ({ label, waves, findable }: StudyResult["measures"][number]): readonly AnswerBlock[] => [
  ...waves
    .filter(({ tippingPoint }) => tippingPoint.length > 0)
    .map(({ wave, tippingPoint }) =>
      table(
        `Kantelpunt voor ${label} op ${wave}`,
        ["Verschuiving in standaardafwijkingen", "Verschil", "Interval van 95%", "p"],
        tippingPoint.map(({ shift, estimate, low, high, p }) => [
          say(shift),
          say(estimate, 3),
          `${say(low, 3)} tot ${say(high, 3)}`,
          sayP(p),
        ]),
      ),
    ),
  table(
    `Kleinste vindbare verschil in ${label}`,
    ["Mensen per groep", "In punten", "In standaardafwijkingen"],
    findable.map(({ perArm, points, standardised }) => [String(perArm), orDash(points), say(standardised, 3)]),
  ),
];
