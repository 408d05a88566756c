import type { Errors } from "../../../design/Errors.ts";
import { formatDay } from "../../../kit/day.ts";
import { dayOfMoment } from "../../../kit/moment.ts";
import type { Refusal } from "../../../kit/refusal.ts";
import type { SeriesRefusal, VisitRefusal } from "../visit.ts";
import { isVisitRefusal, visitRefusalFields, visitRefusalText } from "../visit.texts.ts";

/** The sentence beside the field it is about. */
export const visitErrors = (refusal: VisitRefusal): Errors => ({
  [visitRefusalFields[refusal.code] ?? "form"]: visitRefusalText(refusal),
});

/** Of one visit: beside its field. Of a series: each day that cannot be, with why. `sentence`: for what a kind of visit refuses of its own. */
export function planErrors<No extends Refusal>(
  refusal: VisitRefusal | SeriesRefusal<No | VisitRefusal>,
  sentence: (refusal: Exclude<No, VisitRefusal>) => { field: string; text: string } = () => ({ field: "form", text: "" }),
): Errors {
  if (refusal.code !== "not-planned") return visitErrors(refusal);
  const each = refusal.each.map(({ from, refusal: no }) => ({
    day: formatDay(dayOfMoment(from)),
    ...(isVisitRefusal(no)
      ? { field: visitRefusalFields[no.code] ?? "form", text: visitRefusalText(no) }
      : sentence(no as Exclude<No, VisitRefusal>)),
  }));
  const [first] = each;
  if (!first) return {};
  if (each.length === 1) return { [first.field]: first.text };
  return { form: `Er is niets gepland. ${each.map(({ day, text }) => `${day}: ${text}`).join(" ")}` };
}
