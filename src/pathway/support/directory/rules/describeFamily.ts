import type { Day } from "../../../../kit/day.ts";
import { yearsOn } from "../../../../registry/yearsOn.ts";
import type { Category } from "../../../assessment/assessment.ts";
import type { Line, Period } from "../../../trajectory/line.ts";
import { type FamilyNow, offerPeriods } from "../directory.ts";

/** What the asker may see of a family, gathered. */
export interface Seen {
  readonly line: Pick<Line, "dueDate" | "bornOn" | "lossOn">;
  readonly period: Period;
  readonly pregnancyDays: number | null;
  readonly municipality: FamilyNow["municipality"];
  readonly motherBornOn: Day | null;
  /** As the practice writes it: G2P1. */
  readonly parity: string | null;
  readonly category: Category | null;
  readonly language: string | null;
}

/** What an offer is compared with. After a loss nothing is said of weeks or of a child: what fits is for a person to say. */
export function describeFamily({ line, ...seen }: Seen, today: Day): FamilyNow {
  const lost = line.lossOn !== null;
  const births = /P(\d+)/i.exec(seen.parity ?? "")?.[1];
  return {
    municipality: seen.municipality,
    period: lost ? null : (offerPeriods.find((one) => one === seen.period) ?? null),
    pregnancyDays: lost || line.bornOn !== null ? null : seen.pregnancyDays,
    childMonths: lost || line.bornOn === null ? null : monthsSince(line.bornOn, today),
    motherAge: seen.motherBornOn === null ? null : yearsOn(seen.motherBornOn, today),
    firstChild: births === undefined || lost ? null : Number(births) === 0,
    category: seen.category,
    language: seen.language,
  };
}

const monthsSince = (bornOn: Day, today: Day): number =>
  Temporal.PlainDate.from(bornOn).until(Temporal.PlainDate.from(today), { largestUnit: "months" }).months;
