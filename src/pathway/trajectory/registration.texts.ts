import { formatShortDay } from "../../kit/day.ts";
import { birthDateSentences, municipalityUnknown } from "../../registry/familyForm.texts.ts";
import { fullName } from "../../registry/personName.ts";
import type { BirthProblem, DueDateProblem } from "./rules/plausibleDates.ts";

/** Sentences of registering a family, beside the field they are about. */
export const dueDateSentences: Readonly<Record<DueDateProblem, string>> = {
  "due-too-far": "Deze datum ligt meer dan 42 weken vooruit. Kijk het jaar na.",
  "due-long-past": "Deze datum is meer dan 3 weken geleden. Is het kind al geboren? Vul dan hieronder de dag van de geboorte in.",
};
export const birthSentences: Readonly<Record<BirthProblem, string>> = {
  "birth-in-future": "Deze dag moet nog komen. Kijk de datum na.",
  "birth-too-long-ago": "Het kind is al 2 jaar. Wieg begeleidt gezinnen tot de tweede verjaardag.",
  "birth-not-with-due-date": "Deze dag past niet bij de uitgerekende datum. Kijk beide na.",
};

export const likelyDouble = "Dit gezin staat misschien al in Wieg. Kijk eerst of het hetzelfde gezin is.";

type Facts = Readonly<
  Record<"birthDate" | "partnerBirthDate" | "partnerFamilyName" | "dueDate" | "bornOn" | "municipality", string | null>
>;

/** The sentence for each field that is not right. */
export function registrationErrors(facts: Facts): Record<string, string> {
  const found: Record<string, string | undefined> = {
    birthDate: birthDateSentences[facts.birthDate as keyof typeof birthDateSentences],
    dueDate: dueDateSentences[facts.dueDate as keyof typeof dueDateSentences],
    bornOn: birthSentences[facts.bornOn as keyof typeof birthSentences],
    municipality: facts.municipality === null ? undefined : municipalityUnknown,
    partnerFamilyName: facts.partnerFamilyName === null ? undefined : "Vul ook de achternaam van de partner in",
    partnerBirthDate: birthDateSentences[facts.partnerBirthDate as keyof typeof birthDateSentences],
  };
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

interface Shown {
  readonly givenName: string | null;
  readonly prefix: string | null;
  readonly familyName: string | null;
  readonly birthDate: string | null;
  readonly dueDate: string | null;
  readonly bornOn: string | null;
  readonly place: string | null;
}

/** How a family that may be the same is told: "Sanne Frijns, geboren 4-5-1996, uitgerekend 22-4-2027, Heerlen". */
export function describeDouble(line: Shown): string {
  return [
    line.familyName === null ? "Gezin" : fullName({ ...line, familyName: line.familyName }),
    line.birthDate && `geboren ${formatShortDay(line.birthDate)}`,
    line.bornOn ? `kind geboren ${formatShortDay(line.bornOn)}` : line.dueDate && `uitgerekend ${formatShortDay(line.dueDate)}`,
    line.place,
  ]
    .filter(Boolean)
    .join(", ");
}
