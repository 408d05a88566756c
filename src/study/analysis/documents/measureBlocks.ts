import type { Interval } from "../../../design/layIntervals.ts";
import { sayNone, shortNames, verdictWords } from "../analysis.texts.ts";
import type { AnalysisPlan } from "../analysisPlan.ts";
import { verdictOf } from "../rules/verdict.ts";
import type { ReleasedDifference, ReleasedResult } from "../studyResult.ts";
import { paragraph, say, sayP, table, type AnswerBlock } from "./answer.ts";

type Measure = ReleasedResult["measures"][number];
type Wave = Measure["waves"][number];
type WaveNames = ReadonlyMap<string, string>;

/** The verdict on a measure at the wave on which the answer rests. */
export function verdictAt(measure: Measure, plan: AnalysisPlan) {
  const main = measure.waves.find(({ wave }) => wave === plan.mainWave);
  return { main, verdict: main ? verdictOf(main, measure.better, plan.alpha) : ("none" as const) };
}

/** One measure: what it comes down to in words, a picture, and its table. */
export function measureBlocks(measure: Measure, plan: AnalysisPlan, names: WaveNames): readonly AnswerBlock[] {
  const { main, verdict } = verdictAt(measure, plan);
  const words = verdictWords[verdict];
  const waves = measure.waves.filter(({ ancova }) => ancova.outcome === "estimate");
  return [
    { kind: "heading", text: capital(measure.label), tag: { tone: words.tone, text: words.tag } },
    ...(main?.ancova.outcome === "estimate" ? [paragraph(sentenceOf(measure, main, names))] : []),
    paragraph(words.text),
    ...(main ? sureness(measure, main, plan) : []),
    ...(waves.length > 0
      ? [
          {
            kind: "picture" as const,
            label: `Verschil in ${measure.label} tussen interventiegroep en controlegroep, per meting en rekenwijze, met intervallen van 95%. De tabel eronder zegt hetzelfde.`,
            intervals: waves.flatMap((wave) => intervalsOf(measure, wave)),
            sides: measure.better === "higher" ? (["ongunstig", "gunstig"] as const) : (["gunstig", "ongunstig"] as const),
          },
        ]
      : []),
    table(
      `Verschil in ${measure.label} (interventiegroep min controlegroep)`,
      ["Meting en rekenwijze", "Verschil in punten", "Interval van 95%", "p", "In standaardafwijkingen", "Mensen (interventie, controle)"],
      measure.waves.flatMap((wave) => linesOf(wave)),
    ),
  ];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const points = (value: number): string => `${say(Math.abs(value))} punt`;

function sentenceOf({ label, better }: Measure, { wave, ancova }: Wave, names: WaveNames): string {
  if (ancova.outcome !== "estimate") return "";
  const { estimate, low, high, standardised } = ancova;
  const way = estimate === 0 ? "even hoog" : `${points(estimate)} ${estimate > 0 ? "hoger" : "lager"}`;
  const size = standardised === null ? "" : ` Dat is ${sizeOf(standardised)}: ${say(Math.abs(standardised))} standaardafwijking.`;
  return `Op ${wave} (${names.get(wave) ?? wave}) was de score voor ${label} in de interventiegroep gemiddeld ${way} dan in de controlegroep, bij mensen die hetzelfde begonnen (${better === "higher" ? "hoger" : "lager"} is gunstig). Het interval van 95% loopt van ${say(low)} tot ${say(high)} punt.${size}`.replace(
    "even hoog dan",
    "even hoog als",
  );
}

/** Usual words for the size of a standardised difference (Cohen 1988). */
function sizeOf(standardised: number): string {
  const size = Math.abs(standardised);
  return size < 0.2 ? "heel klein" : size < 0.5 ? "klein" : size < 0.8 ? "middelgroot" : "groot";
}

/** How sure it is: corrected for several tests, and if the answers that are missing were worse; and what could have been found at all. */
function sureness(measure: Measure, main: Wave, plan: AnalysisPlan): readonly AnswerBlock[] {
  const items = [
    main.holm &&
      `Er zijn ${plan.measures.filter(({ holm }) => holm).length} schalen getoetst. Daarvoor gecorrigeerd (Holm) is p ${main.holm.p < 0.001 ? sayP(main.holm.p) : `= ${sayP(main.holm.p)}`}: het verschil houdt ${main.holm.holds ? "stand" : "geen stand"}.`,
    main.imputed?.outcome === "estimate" &&
      (main.tipsAt === null
        ? `Ook als de ontbrekende scores tot ${say(plan.tippingPoint.to, 2)} standaardafwijking tegen het verschil in worden gelegd, blijft de conclusie dezelfde.`
        : `Als de ontbrekende scores ${say(Math.abs(main.tipsAt), 2)} standaardafwijking tegen het verschil in liggen, wordt de conclusie een andere (het kantelpunt).`),
    measure.findable.length > 0 &&
      `Het kleinste verschil dat met ${Math.round(plan.power * 100)}% kans te vinden is: ${measure.findable
        .map(
          ({ perArm, points: found, standardised }) =>
            `${found === null ? `${say(standardised)} standaardafwijking` : points(found)} bij ${perArm} mensen in elke groep`,
        )
        .join(", ")}.`,
  ].filter((one) => typeof one === "string");
  return items.length > 0 ? [{ kind: "list", items }] : [];
}

const ways = (wave: Wave): readonly (readonly [name: string, one: ReleasedDifference | null])[] => [
  [shortNames.ancova, wave.ancova],
  [shortNames.difference_in_differences, wave.differenceInDifferences],
  [shortNames.mixed_model, wave.mixedModel],
  [shortNames.imputation, wave.imputed],
];

const intervalsOf = ({ better }: Measure, wave: Wave): readonly Interval[] =>
  ways(wave).flatMap(([name, one]) => {
    if (one?.outcome !== "estimate") return [];
    const clear = one.low > 0 || one.high < 0;
    const tone = !clear ? "plain" : one.estimate > 0 === (better === "higher") ? "ok" : "late";
    return [{ label: `${wave.wave}: ${name}`, at: one.estimate, low: one.low, high: one.high, tone } as const];
  });

const sayTens = (count: number | null): string => (count === null ? "minder dan 10" : `${count} of meer`);

function linesOf(wave: Wave): readonly (readonly string[])[] {
  const people = `${sayTens(wave.numbersIn.intervention)}, ${sayTens(wave.numbersIn.control)}`;
  return ways(wave).flatMap(([name, one]) => {
    if (one === null) return [];
    const head = `${wave.wave}: ${name}`;
    if (one.outcome !== "estimate") return [[head, one.outcome === "too-few" ? "te weinig mensen" : sayNone(one.why), "", "", "", people]];
    return [
      [
        head,
        say(one.estimate),
        `${say(one.low)} tot ${say(one.high)}`,
        sayP(one.p),
        one.standardised === null ? "–" : say(one.standardised),
        people,
      ],
    ];
  });
}
