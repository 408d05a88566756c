import type { Day } from "../../../kit/day.ts";
import { familyNameOf, fullName } from "../../../registry/personName.ts";
import type { Address, Family } from "../../../registry/family.ts";
import type { Line } from "../../../pathway/trajectory/line.ts";
import { roleNames } from "../../../trust/access/roles.texts.ts";
import type { Role } from "../../../trust/access/rules/policy.ts";
import type { Programme } from "../../configuration/programme.ts";
import type { Letter, LetterDecision, LetterFrame, LetterSituation, StudyStanding, YesFacts } from "../../letters/letter.ts";
import { letterFor, noLetter, yesLetter } from "../../letters/server/door.ts";
import type { Decision, Place } from "../enrolment.ts";
import { lastDayOfPillar2 } from "../rules/mayEnter.ts";

/** Which letter goes out after a decision, if any. */
export interface DecidedLetter {
  readonly decision: LetterDecision;
  /** Ready to be drawn; null when none goes out, or something in it is missing. */
  readonly letter: Letter | null;
  /** A name that an organisation filled in says too much for a home, or nobody knows where she lives. */
  readonly problem: "letter-says-too-much" | "no-address" | null;
}

export interface LetterContext {
  readonly today: Day;
  readonly line: Line;
  readonly family: Family | null;
  /** As it was when this was decided. */
  readonly programme: Programme;
  readonly ofLine: readonly Place[];
  readonly study: StudyStanding;
}

/** The letter that belongs to a decision, by the outcomes that were kept with it: never by what is known today [domain 4.1]. */
export function decidedLetter(decision: Decision, context: LetterContext): DecidedLetter {
  const goes = letterFor(situationOf(decision, context));
  if (goes.kind === "none") return { decision: goes, letter: null, problem: null };
  const frame = frameOf(decision, context);
  if (frame === null) return { decision: goes, letter: null, problem: "no-address" };
  const written = goes.kind === "yes" ? yesLetter(frame, yesFacts(decision, context)) : noLetter(frame, decision.pillar, goes.reasons);
  return "code" in written ? { decision: goes, letter: null, problem: written.code } : { decision: goes, letter: written, problem: null };
}

const situationOf = ({ pillar, outcome, criteria }: Decision, { line, family, study, ofLine }: LetterContext): LetterSituation => ({
  pillar,
  decision: outcome,
  outcomes: Object.fromEntries(criteria.map((criterion) => [criterion.code, criterion.outcome])),
  study,
  loss: line.lossOn !== null,
  givenBack: outcome === "place" && !ofLine.some((place) => place.pillar === pillar && place.state === "taken"),
  postIsSafe: family?.contacts.some(({ channel, safe }) => channel === "letter" && safe === true) ?? false,
});

function frameOf(decision: Decision, { today, family, programme }: LetterContext): LetterFrame | null {
  const mother = family?.members.find(({ kind }) => kind === "mother");
  const lines = linesOf(family?.addresses.find(({ since, until }) => since <= today && (until === null || until >= today)));
  if (!mother || lines === null) return null;
  const { area, insurers, maternityCare, windows, letters } = programme.settings;
  return {
    language: family?.language === "en" ? "en" : "nl",
    date: today,
    addressee: { name: fullName(mother) || familyNameOf(mother), lines },
    sender: { organisation: decision.organisation, returnAddress: letters.returnAddress, window: letters.window },
    contact: {
      name: decision.decidedBy,
      role: roleNames[decision.role as Role],
      organisation: decision.organisation,
      telephone: decision.organisationPhone ?? letters.objection.telephone,
      reachable: letters.reachable,
    },
    programme: {
      name: programme.name,
      area: area.name,
      insurers: insurers.name,
      maternityCare: maternityCare.name,
      monthsAfterBirth: windows.pillar2Months,
    },
    objection: letters.objection,
    complaints: letters.complaints,
  };
}

/** Street and town as on an envelope; null when either is unknown. */
function linesOf(address: Address | undefined): readonly string[] | null {
  const street = [address?.street, address?.houseNumber].filter(Boolean).join(" ");
  const town = [address?.postcode?.replace(/^(\d{4})([A-Z]{2})$/, "$1 $2"), address?.place].filter(Boolean).join("  ");
  return street === "" || town === "" ? null : [street, town];
}

/** Hours of pillar 1 follow from the indication, which comes later; a year without a rate has none, never 0. */
function yesFacts({ pillar }: Decision, { line, programme, ofLine, today }: LetterContext): YesFacts {
  const place = ofLine.find((one) => one.pillar === pillar && one.state === "taken");
  if (pillar === 2)
    return {
      pillar,
      hours: place?.agreedMinutes ? place.agreedMinutes / 60 : null,
      until: lastDayOfPillar2(line.bornOn, programme.settings.windows),
    };
  const year = Temporal.PlainDate.from(line.bornOn ?? line.dueDate ?? today).year;
  const rate = programme.settings.coPayment.rates.find((one) => one.year === year);
  return { pillar, hours: null, year, rate: rate ? { centsPerHour: rate.cents, assumed: rate.assumed } : null };
}
