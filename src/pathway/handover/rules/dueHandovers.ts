import { addDays, type Day } from "../../../kit/day.ts";
import type { DueHandover, HandoverMoment, HandoverState } from "../handover.ts";
import { handoverTerms as terms } from "./handoverTerms.ts";

/** What the moments of a line rest on. The database reckons the same (trust.due_handovers); a test compares the two. */
export interface DueFacts {
  readonly today: Day;
  readonly line: {
    readonly state: "open" | "ended";
    readonly dueDate: Day | null;
    readonly bornOn: Day | null;
    readonly secondBirthday: Day | null;
    readonly lossOn: Day | null;
    readonly bornInHospital: boolean;
  };
  /** The newest move within the region; null when the family lives where it lived. */
  readonly move: { readonly on: Day; readonly municipality: string } | null;
  readonly involved: readonly Involved[];
  readonly known: readonly KnownHandover[];
}
export interface Involved {
  readonly organisationId: string;
  readonly kind: string;
  /** First day of its care relation. */
  readonly since: Day;
  /** Whether it works where the family lived, and where it lives now. */
  readonly servedBefore: boolean;
  readonly servesNow: boolean;
}
/** A handover that there is, or was. */
export interface KnownHandover {
  readonly organisationId: string;
  readonly moment: HandoverMoment;
  readonly state: HandoverState;
  readonly reason: string | null;
  readonly municipality: string | null;
}
interface Moment extends DueHandover {
  readonly closesOn: Day;
}

/** The standard moments that are here and of which nothing was done yet, by who hands over. After a loss none [domain 3.8, 3.10]. */
export function dueHandovers(facts: DueFacts): readonly DueHandover[] {
  const { line, today } = facts;
  if (line.state !== "open" || line.lossOn !== null) return [];
  return facts.involved
    .flatMap((one) =>
      momentsOf(one, facts).map((moment) => ({ ...moment, dueOn: later(moment.dueOn, addDays(one.since, terms.newcomerDays)) })),
    )
    .filter(({ opensOn, closesOn }) => opensOn <= today && today < closesOn)
    .filter((moment) => !facts.known.some((handover) => settles(handover, moment, facts)))
    .map(({ moment, organisationId, opensOn, dueOn }) => ({ moment, organisationId, opensOn, dueOn }));
}

/** Who came to the family later has a week: nobody is late on the first day. */
const later = (a: Day, b: Day): Day => (a > b ? a : b);

function momentsOf(one: Involved, { line, involved, move, today }: DueFacts): readonly Moment[] {
  const at = (moment: DueHandover["moment"], opensOn: Day, dueOn: Day, closesOn: Day): Moment => ({
    moment,
    organisationId: one.organisationId,
    opensOn,
    dueOn,
    closesOn,
  });
  const { dueDate, bornOn, secondBirthday } = line;
  const found: Moment[] = [];
  const leadsPregnancy =
    one.kind === "midwifery_practice" || (one.kind === "hospital" && involved.every(({ kind }) => kind !== "midwifery_practice"));
  if (leadsPregnancy && dueDate !== null) {
    const week34 = addDays(dueDate, -terms.maternityCareDaysBefore);
    // A birth that comes early moves it: the maternity care begins that day.
    found.push(
      bornOn === null
        ? at("maternity_care", addDays(dueDate, -terms.maternityCareOpensBefore), week34, addDays(dueDate, 15))
        : at("maternity_care", bornOn, week34 < bornOn ? week34 : bornOn, addDays(bornOn, 10)),
    );
  }
  if (bornOn !== null) {
    const late = addDays(bornOn, terms.afterBirthDays);
    if (one.kind === "maternity_care")
      found.push(at("youth_health", addDays(bornOn, terms.youthHealthOpens), addDays(bornOn, terms.youthHealthDay), late));
    if (one.kind === "hospital" && line.bornInHospital) found.push(at("first_line", bornOn, addDays(bornOn, terms.firstLineDays), late));
  }
  if (one.kind === "youth_health" && secondBirthday !== null)
    found.push(
      at(
        "childcare",
        addDays(secondBirthday, -terms.childcareOpensBefore),
        addDays(secondBirthday, -terms.childcareDaysBefore),
        secondBirthday,
      ),
    );
  if (move !== null && one.servedBefore && !one.servesNow && goesAlong(one.kind, bornOn, today))
    found.push(at("move", move.on, addDays(move.on, terms.moveDays), addDays(move.on, terms.moveProposedDays)));
  return found;
}

/** Whose work for a family depends on where it lives; who cares around the birth no longer after it. */
const goesAlong = (kind: string, bornOn: Day | null, today: Day): boolean =>
  kind === "municipality" ||
  kind === "youth_health" ||
  ((kind === "midwifery_practice" || kind === "maternity_care") && (bornOn === null || today < addDays(bornOn, terms.afterBirthDays)));

/** Under way, done, or left out because the family does not want it or it is not needed. */
function settles(handover: KnownHandover, moment: Moment, { move }: DueFacts): boolean {
  if (handover.organisationId !== moment.organisationId || handover.moment !== moment.moment) return false;
  if (moment.moment === "move" && handover.municipality !== move?.municipality) return false;
  if (handover.state === "withdrawn") return handover.reason === "family_no" || handover.reason === "not_needed";
  return handover.state !== "declined";
}
