import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { languageName } from "../../../registry/family.texts.ts";
import { roleNames } from "../../access/roles.texts.ts";
import type { ConsentForm, ConsentFormRefusal, ConsentQuestion, FormPurpose } from "../letters/consentForm.ts";
import { consentFormText } from "../letters/consentFormText.ts";
import { askedOf } from "../rules/askedOf.ts";
import { whoDecides } from "../rules/whoDecides.ts";
import { waitsForStudy } from "./consentAsk.store.ts";
import { findConsentLine, findTelephone, listPossibleRecipients, type ConsentLine, type PossibleRecipient } from "./consentFacts.store.ts";

export interface FormChoice {
  readonly trajectoryId: string;
  readonly about: string;
  readonly purposes: readonly FormPurpose[];
}

/** The words of the form for one person; null when the line or the person is not the asker's to see. */
export function writeForm(
  actor: Actor,
  choice: FormChoice,
): Promise<
  ConsentForm | ConsentFormRefusal | { readonly code: "form-needs-birth-date" | "form-waits-for-study"; readonly facts: object } | null
> {
  return withActor(actor, "consent.printed", async ({ db, today, about }) => {
    const line = await findConsentLine(db, choice.trajectoryId);
    const person = line?.persons.find(({ id }) => id === choice.about);
    if (!line || !person) return null;
    about({ trajectories: [choice.trajectoryId], part: "identity", purpose: "consent-form" });
    if (choice.purposes.includes("programme") && (await waitsForStudy(db, choice.trajectoryId)))
      return { code: "form-waits-for-study", facts: {} } as const;
    if (person.birthDate === null) return { code: "form-needs-birth-date", facts: {} } as const;
    const organisations = await listPossibleRecipients(db, choice.trajectoryId, line.municipality, today);
    const decider = whoDecides(person, today);
    return consentFormText({
      date: today,
      about: {
        name: person.name,
        bornOn: person.birthDate,
        is: person.kind === "child" ? "child" : person.kind === "partner" ? "partner" : "pregnant_woman",
      },
      parents: decider === "self" ? [] : parentsOf(person.kind, line),
      withoutParents: false,
      questions: choice.purposes.map((purpose) => questionOf(purpose, line, organisations)),
      explainedBy: {
        name: actor.name,
        role: roleNames[actor.role as keyof typeof roleNames] ?? actor.role,
        organisation: actor.organisation,
        telephone: (await findTelephone(db, actor.professionalId, actor.organisationId)) ?? "................................",
      },
      interpretedInto: line.interpreterNeeded ? (line.language === null ? "................" : languageName(line.language)) : null,
      programmeName: "Geboortezorg Flex",
    });
  });
}

function questionOf(purpose: FormPurpose, line: ConsentLine, organisations: readonly PossibleRecipient[]): ConsentQuestion {
  const { kinds, parts } = askedOf[purpose];
  const fitting = organisations.filter(
    (one) => kinds.includes(one.kind) && (one.involved || (one.kind === "maternity_care" ? one.id === line.maternityCareId : one.serves)),
  );
  return { purpose, recipients: fitting.length > 0 ? fitting.map(({ name }) => name) : [writtenByHand], parts, until: null };
}

/** A recipient that nobody could name beforehand is written in by hand. */
const writtenByHand = "................................";

/** Of a child the parents are in the family; of a young mother they are not known: a line to sign on stays open. */
const parentsOf = (kind: string, line: ConsentLine): readonly { name: string }[] =>
  kind === "child"
    ? line.persons.filter((one) => one.kind === "mother" || one.kind === "partner").map(({ name }) => ({ name }))
    : [{ name: "" }];
