import type { Day } from "../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Db } from "../../../platform/db/withActor.ts";
import { outsideRegion } from "../../../registry/family.ts";
import { personNameOf } from "../../../registry/familyForm.ts";
import { findMunicipality } from "../../../registry/postcode/server/door.ts";
import {
  birthDateProblem,
  insertFamily,
  mayBeSame,
  searchFamilies,
  type BirthDateProblem,
  type NewFamily,
} from "../../../registry/server/door.ts";
import type { Registration } from "../registration.ts";
import { birthProblem, dueDateProblem, type BirthProblem, type DueDateProblem } from "../rules/plausibleDates.ts";
import { insertBirth } from "./birth.store.ts";
import { findListedLines, type ListedLine } from "./familyList.store.ts";
import { listChoices, saveMaternityCare } from "./registerFamily.store.ts";

/** What is not right, per field of the form. */
export interface RegistrationProblems {
  readonly birthDate: BirthDateProblem | null;
  readonly partnerBirthDate: BirthDateProblem | null;
  readonly partnerFamilyName: "missing" | null;
  readonly dueDate: DueDateProblem | null;
  readonly bornOn: BirthProblem | null;
  readonly municipality: "unknown" | null;
}
export type RegisterRefusal =
  | (Refusal<"not-right"> & { facts: Readonly<Record<keyof RegistrationProblems, string | null>> })
  | (Refusal<"likely-double"> & { readonly doubles: readonly ListedLine[] });

/** Registers a family with its first line, by hand. Who may be in one's own list already is shown first. */
export function registerFamily(actor: Actor, typed: Registration): Promise<Done<{ trajectoryId: string }> | RegisterRefusal> {
  return withActor(actor, "family.registered", async ({ db, today, about }) => {
    const municipality = await chooseMunicipality(db, typed);
    const problems = problemsOf(typed, municipality, today);
    if (Object.values(problems).some((problem) => problem !== null)) return { ...refuse("not-right"), facts: { ...problems } };
    const doubles = typed.anyway ? [] : await findDoubles(db, typed);
    if (doubles.length > 0) return { ...refuse("likely-double"), doubles };
    const made = await insertFamily(db, toFamily(typed, municipality));
    about({ trajectories: [made.trajectoryId], part: "identity" });
    if (typed.bornOn !== null) await insertBirth(db, { id: made.trajectoryId, familyId: made.familyId }, bornAlready(typed, typed.bornOn));
    await recordMaternityCare(db, made.trajectoryId, typed);
    return done({ trajectoryId: made.trajectoryId });
  });
}

function problemsOf(typed: Registration, municipality: string | null, today: Day): RegistrationProblems {
  const expected = typed.preconception ? null : typed.dueDate;
  return {
    birthDate: birthDateProblem("mother", typed.birthDate, today),
    partnerBirthDate: typed.partnerBirthDate === null ? null : birthDateProblem("partner", typed.partnerBirthDate, today),
    partnerFamilyName:
      typed.partnerFamilyName === null && (typed.partnerGivenName !== null || typed.partnerBirthDate !== null) ? "missing" : null,
    dueDate: typed.bornOn !== null || expected === null ? null : dueDateProblem(expected, today),
    bornOn: typed.bornOn === null ? null : birthProblem(typed.bornOn, { dueDate: expected }, today),
    municipality: typed.postcode !== null && municipality === null ? "unknown" : null,
  };
}

/** The chosen municipality, or else the one the postcode table knows. */
async function chooseMunicipality(db: Db, typed: Pick<Registration, "municipality" | "postcode" | "houseNumber">): Promise<string | null> {
  if (typed.municipality === outsideRegion) return outsideRegion;
  if (typed.municipality !== null) {
    const { municipalities } = await listChoices(db);
    return municipalities.find(({ code }) => code === typed.municipality)?.code ?? null;
  }
  const number = /^\d+/.exec(typed.houseNumber ?? "");
  return typed.postcode === null ? null : findMunicipality(db, typed.postcode, number ? Number(number[0]) : null);
}

/** Families that the asker may see with a mother of this day of birth and a name like hers. */
async function findDoubles(db: Db, typed: Registration): Promise<readonly ListedLine[]> {
  const hits = await searchFamilies(db, typed.birthDate.replaceAll("-", ""), 50);
  const lines = await findListedLines(
    db,
    hits.map(({ trajectoryId }) => trajectoryId),
  );
  const name = personNameOf(typed);
  return lines.filter(
    (line) => line.birthDate === typed.birthDate && line.familyName !== null && mayBeSame({ ...line, familyName: line.familyName }, name),
  );
}

function toFamily(typed: Registration, municipality: string | null): NewFamily {
  const partner =
    typed.partnerFamilyName === null
      ? null
      : personNameOf({ givenName: typed.partnerGivenName, prefix: typed.partnerPrefix, familyName: typed.partnerFamilyName });
  const contact = { safe: typed.safe, safeMoments: typed.safeMoments };
  const hasAddress = [typed.street, typed.houseNumber, typed.postcode, typed.place, municipality].some((part) => part !== null);
  return {
    mother: { ...personNameOf(typed), birthDate: typed.birthDate, insurer: typed.insurer },
    ...(partner ? { partner: { ...partner, birthDate: typed.partnerBirthDate } } : {}),
    language: typed.language,
    interpreterNeeded: typed.interpreter,
    readsLittle: typed.readsLittle,
    contactWish: typed.contactWish,
    ...(hasAddress
      ? { address: { street: typed.street, houseNumber: typed.houseNumber, postcode: typed.postcode, place: typed.place, municipality } }
      : {}),
    contacts: [
      ...(typed.phone === null ? [] : [{ channel: "phone" as const, value: typed.phone, ...contact }]),
      ...(typed.email === null ? [] : [{ channel: "email" as const, value: typed.email, ...contact }]),
    ],
    dueDate: typed.preconception ? null : typed.dueDate,
    parity: typed.parity,
  };
}

/** A child that was born before its family was registered; its details come later. */
const bornAlready = (typed: Registration, bornOn: Day) => {
  const { prefix, familyName } = personNameOf(typed);
  return { givenName: null, prefix, familyName, bornOn, place: null, gestationalDays: null, weightGrams: null, smallForAge: null };
};

async function recordMaternityCare(db: Db, trajectoryId: string, typed: Registration): Promise<void> {
  const { maternityCare } = await listChoices(db);
  const organisationId = maternityCare.find(({ id }) => id === typed.maternityCare)?.id ?? null;
  const text = organisationId === null ? typed.maternityCareOther : null;
  if (organisationId !== null || text !== null) await saveMaternityCare(db, { trajectoryId, organisationId, text, on: null, version: 1 });
}
