import { formatDay } from "../../../kit/day.ts";
import type { Study } from "../../design/study.ts";
import { aimNames, allocationWords, notConcluded, verdictWords } from "../analysis.texts.ts";
import type { ReleasedResult } from "../studyResult.ts";
import { paragraph, say, table, type AnswerBlock, type AnswerSection } from "./answer.ts";
import { measureBlocks, verdictAt } from "./measureBlocks.ts";

/** The answer of one study, grouped by the four aims, in words for who is no researcher. No two studies are ever put together here. */
export function answerSections(result: ReleasedResult, study: Pick<Study, "name" | "waves">): readonly AnswerSection[] {
  const names = new Map(study.waves.map(({ code, name }) => [code, name]));
  const of = (aim: "quality" | "health"): readonly AnswerBlock[] =>
    result.measures.filter((one) => one.aim === aim).flatMap((one) => measureBlocks(one, result.plan, names));
  return [
    { id: "kort", heading: "In het kort", blocks: inShort(result) },
    { id: "vergelijking", heading: "Wat voor vergelijking is dit?", blocks: [{ kind: "list", items: allocationWords }] },
    {
      id: "kwaliteit",
      heading: `1. ${aimNames.quality}`,
      blocks: orElse([...of("quality"), ...themes(result, "families")], "Hierover zijn nog geen cijfers en geen gesprekken."),
    },
    { id: "gezondheid", heading: `2. ${aimNames.health}`, blocks: orElse(of("health"), "Hierover zijn nog geen cijfers.") },
    { id: "kosten", heading: `3. ${aimNames.cost}`, blocks: costBlocks(result) },
    {
      id: "werkplezier",
      heading: `4. ${aimNames.work}`,
      blocks: orElse(themes(result, "professionals"), "De gesprekken met professionals zijn er nog niet. Er zijn hierover geen cijfers."),
    },
    { id: "niet", heading: "Wat hieruit niet volgt", blocks: [{ kind: "list", items: notConcluded }] },
    { id: "wie", heading: "Wie deden mee, en hoe is gerekend?", blocks: people(result) },
  ];
}

const orElse = (blocks: readonly AnswerBlock[], empty: string): readonly AnswerBlock[] => (blocks.length > 0 ? blocks : [paragraph(empty)]);

function inShort(result: ReleasedResult): readonly AnswerBlock[] {
  if (result.tooFew)
    return [
      paragraph(
        `In een van de groepen zitten minder dan ${result.plan.leastPerArm} mensen. Dat is te weinig om iets te kunnen zeggen, en te weinig om te tonen zonder dat het over iemand gaat. Er staan daarom geen cijfers over de uitkomsten.`,
      ),
    ];
  const tested = result.measures.filter(({ scale }) => result.plan.measures.some((one) => one.scale === scale && one.holm));
  const lines = tested.map((measure) => {
    const { verdict } = verdictAt(measure, result.plan);
    return `${measure.label.charAt(0).toUpperCase()}${measure.label.slice(1)}: ${verdictWords[verdict].tag}. ${verdictWords[verdict].text}`;
  });
  const costs = result.costs && `Kosten: gemiddeld ongeveer € ${result.costs.perFamilyEuros} per gezin dat uren kreeg.`;
  return [
    paragraph(result.plan.question),
    { kind: "list", items: costs === null ? lines : [...lines, costs] },
    paragraph(
      "Dit gaat over twee groepen die niet door loting zijn gemaakt. Lees daarom ook wat voor vergelijking dit is, en wat er niet uit volgt.",
    ),
  ];
}

function themes({ interviews }: ReleasedResult, group: "professionals" | "families"): readonly AnswerBlock[] {
  const named = interviews.filter((one) => one.group === group).map(({ theme }) => theme);
  if (named.length === 0) return [];
  const who = group === "families" ? "gezinnen" : "professionals";
  return [
    paragraph(`In de gesprekken met ${who} kwam dit naar voren. Het zijn verhalen van een klein aantal mensen, geen tellingen:`),
    { kind: "list", items: named },
  ];
}

function costBlocks({ costs, plan }: ReleasedResult): readonly AnswerBlock[] {
  const what = plan.pillar === 1 ? "de kwijtgescholden eigen bijdrage" : "de uren flexibele kraamzorg na de tiende dag";
  if (costs === null)
    return [paragraph(`Van ${what} zijn nog geen kosten te tonen: er zijn geen uren, of ze gaan over minder dan tien gezinnen.`)];
  return [
    paragraph(
      `Dit zijn de kosten van pijler ${plan.pillar}: ${what}. Ze komen uit het grootboek, zoals geboekt tot en met ${formatDay(costs.until)}, en gaan over alle gezinnen met een plaats, niet alleen over wie aan het onderzoek meedoet.`,
    ),
    table(
      `Kosten van pijler ${plan.pillar}`,
      ["Per", "Bedrag"],
      [
        ["gezin dat uren kreeg (op tientallen afgerond)", `€ ${costs.perFamilyEuros}`],
        ...(costs.perHourEuros === null ? [] : [["uur", `€ ${say(costs.perHourEuros)}`]]),
      ],
    ),
    paragraph(
      "Wat er elders in de zorg minder of meer is uitgegeven, is niet gemeten. Of het geld opweegt tegen wat het oplevert, volgt hier dus niet uit.",
    ),
  ];
}

const sayTens = (count: number | null): string => (count === null ? "minder dan 10" : `${count} of meer`);

function people(result: ReleasedResult): readonly AnswerBlock[] {
  const { plan, dataset } = result;
  return [
    table(
      "Mensen in de dataset",
      ["Groep", "Aantal"],
      [
        ["Interventiegroep (CZ of VGZ)", sayTens(result.people.intervention)],
        ["Controlegroep (andere verzekeraar)", sayTens(result.people.control)],
      ],
    ),
    ...(result.response.length > 0
      ? [
          table(
            "Wie op T0 antwoordde en later ook",
            ["Meting", "Antwoordde opnieuw"],
            result.response.map(({ wave, tenths }) => [
              wave,
              tenths === null ? "te weinig mensen om te tonen" : `ongeveer ${tenths} van de 10`,
            ]),
          ),
        ]
      : []),
    {
      kind: "list",
      items: [
        `Het analyseplan (versie ${result.planNumber}) is vastgesteld op ${formatDay(result.planLockedOn)}, controlegetal ${result.planSha256.slice(0, 12)}.${result.planAfterResult ? " Deze versie is gemaakt toen er al een uitkomst van deze studie was." : " Dat was voordat uitkomsten per groep werden geopend."}`,
        `De dataset (nummer ${dataset.number}) is vastgezet op ${formatDay(dataset.frozenOn)}, controlegetal ${dataset.sha256.slice(0, 12)}.`,
        plan.missing,
        "Aantallen mensen staan hier als hele tientallen, zodat niemand eruit te halen is.",
      ],
    },
  ];
}
