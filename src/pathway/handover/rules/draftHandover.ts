import { formatDay, type Day } from "../../../kit/day.ts";
import type { HandoverWords } from "../handover.ts";

/** What is known of the family already: nothing of a handover is typed again [003: "parents must tell their story more than once"]. */
export interface DraftSources {
  readonly questions: readonly string[];
  readonly goals: readonly string[];
  /** Reached goals, and what was said when it was looked back on. */
  readonly reached: readonly string[];
  readonly wishes: readonly string[];
  readonly agreements: readonly { readonly wording: string; readonly who: string; readonly evaluateOn: Day }[];
  /** Of signals that the family knows of. */
  readonly factors: readonly {
    readonly code: string;
    readonly label: string;
    readonly kind: "risk" | "protective" | "context";
    readonly careKind: "medical" | "social";
  }[];
  readonly births: readonly {
    readonly gestationalDays: number | null;
    readonly smallForAge: boolean | null;
    readonly weightGrams: number | null;
  }[];
  readonly interpreter: string | null;
}

const attachmentCodes: readonly string[] = ["attachment"];
const preterm = 259;
const lines = (...groups: readonly (readonly string[])[]): string => [...new Set(groups.flat())].join("\n");

/** The first words of a handover, from the plan and what the family knows of; whoever prepares it mends them. One thing on a line. */
export function draftHandover(sources: DraftSources): HandoverWords {
  const { factors } = sources;
  const labels = (chosen: (factor: DraftSources["factors"][number]) => boolean) => factors.filter(chosen).map(({ label }) => label);
  const isAttachment = ({ code }: { code: string }) => attachmentCodes.includes(code);
  const plays = (careKind: "medical" | "social") =>
    labels((one) => one.kind !== "protective" && one.careKind === careKind && !isAttachment(one));
  return {
    going_on: lines(sources.questions, plays("social"), sources.interpreter === null ? [] : [sources.interpreter]),
    medical: lines(plays("medical")),
    works: lines(
      labels(({ kind }) => kind === "protective"),
      sources.reached,
    ),
    wants: lines(sources.goals, sources.wishes),
    agreements: lines(sources.agreements.map(({ wording, who, evaluateOn }) => `${wording}: ${who}, tot ${formatDay(evaluateOn)}`)),
    attachment: lines(labels((one) => isAttachment(one))),
    next_pregnancy: lines(sources.births.flatMap(risksOf)),
  };
}

/** What a birth says for a next pregnancy: the two indicators of the "Big 2" [domain 3.10]. */
function risksOf({ gestationalDays, smallForAge, weightGrams }: DraftSources["births"][number]): readonly string[] {
  return [
    ...(gestationalDays !== null && gestationalDays < preterm
      ? [`Te vroeg geboren, bij ${Math.trunc(gestationalDays / 7)}+${gestationalDays % 7} weken`]
      : []),
    ...(smallForAge === true ? [`Klein voor de duur van de zwangerschap${weightGrams === null ? "" : ` (${weightGrams} gram)`}`] : []),
  ];
}
