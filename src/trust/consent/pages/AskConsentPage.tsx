import { Alert } from "../../../design/Alert.tsx";
import { Card } from "../../../design/Card.tsx";
import { Checkbox } from "../../../design/Checkbox.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import { DateField } from "../../../design/DateField.tsx";
import { Details } from "../../../design/Details.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { FormPage } from "../../../design/FormPage.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { Select } from "../../../design/Select.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { formatShortDay } from "../../../kit/day.ts";
import { givers, shareableParts, type AskedPurpose, type ConsentPerson } from "../consent.ts";
import {
  giverNames,
  organisationKindNames,
  partNames,
  personKinds,
  purposeNames,
  purposeQuestions,
  purposeWords,
  roleRecipientName,
  roleRecipients,
  wayNames,
} from "../consent.texts.ts";
import { askedOf, sharesNothing } from "../rules/askedOf.ts";
import { giversFor, whoDecides } from "../rules/whoDecides.ts";
import type { Consents } from "../server/readConsents.ts";

type Props = Readonly<{
  trajectoryId: string;
  organisationId: string;
  purpose: AskedPurpose;
  consents: Consents;
  values: Values;
  errors: Errors;
}>;

/** Asks one purpose and records the answer: yes or no, about whom, with whom, what, until when. */
export function AskConsentPage({ trajectoryId, organisationId, purpose, consents, values, errors }: Props) {
  const base = `/gezinnen/${trajectoryId}/toestemming`;
  const near = nearRecipients(purpose, organisationId, consents);
  const asksHer = consents.mother?.reads === true && consents.mother.decidesHerself;
  const mayAsk = (asksHer || consents.partner?.decidesHimself === true) && !sharesNothing(purpose);
  return (
    <FormPage
      title={`Toestemming: ${purposeNames[purpose]}`}
      heading={purposeNames[purpose]}
      back={{ href: base, label: "Toestemming" }}
      action={`${base}/vragen/${purposeWords[purpose]}`}
      errors={errors}
      values={{ ...proposed(purpose, organisationId, near, consents), ...values }}
      button="Antwoord vastleggen"
      leave="Niet nu"
      above={
        <>
          <Card title="Zo kunt u het vragen" tone="info">
            <p>{purposeQuestions[purpose]}</p>
            <p className="wieg-note">U mag nee zeggen. Dan krijgt u gewoon zorg en hulp.</p>
          </Card>
          {placeMatters(purpose, near, consents) && (
            <Alert title="De gemeente is nog niet bekend" tone="soon">
              <p>
                Daarom weet Wieg niet welke organisaties bij dit gezin horen.{" "}
                <a href={`/gezinnen/${trajectoryId}/adres`}>Leg eerst het adres vast</a>, dan staan zij hieronder.
              </p>
            </Alert>
          )}
        </>
      }
    >
      <RadioGroup
        name="given"
        label="Wat zegt het gezin?"
        inline={!mayAsk}
        options={[
          { value: "ja", label: "Ja" },
          { value: "nee", label: "Nee" },
          ...(mayAsk ? [{ value: "vraag", label: "Nog niets: vraag het op de eigen pagina" }] : []),
        ]}
        {...(mayAsk ? { hint: askHint(consents) } : {})}
      />
      <TextArea
        name="reason"
        label="Bij nee: waarom, in de woorden van het gezin"
        optional
        rows={2}
        maxLength={1000}
        hint="Een reden hoeft niet. Wie bij dit gezin betrokken is, kan dit lezen."
      />
      <AboutFields consents={consents} />
      {!sharesNothing(purpose) && <SharingFields near={near} consents={consents} />}
      <DateField name="until" label="Tot en met welke dag?" optional hint="Leeg: tot het kind 2 jaar is of het gezin het intrekt." />
      <RadioGroup name="way" label="Hoe gaf het gezin antwoord?" inline options={choicesOf(["spoken", "signed"] as const, wayNames)} />
      <DateField name="givenOn" label="Op welke dag?" />
    </FormPage>
  );
}

/** What asking in own pages means, where someone could be asked there. */
const askHint = ({ mother, partner }: Consents): string =>
  [
    "Dan kiest u hieronder alleen over wie, met wie, wat en tot wanneer. Ieder antwoordt alleen over zichzelf.",
    mother?.reads !== true
      ? "De moeder heeft geen eigen pagina."
      : mother.mailed
        ? "De moeder krijgt een e-mail zonder inhoud."
        : mother.afterLoss
          ? "Na het verlies krijgt de moeder vanzelf geen e-mail: vraag het haar liever zelf."
          : "De moeder krijgt geen e-mail: zeg haar dat er een vraag staat.",
    partner === null ? "De partner heeft geen eigen pagina die u kent." : "De partner krijgt geen e-mail: zeg hem dat er een vraag staat.",
  ].join(" ");

function AboutFields({ consents }: Readonly<{ consents: Consents }>) {
  const allSelf = consents.persons.every((person) => whoDecides(person, consents.today) === "self");
  const possible = givers.filter((giver) => consents.persons.some((person) => giversFor(person, consents.today).includes(giver)));
  return (
    <>
      <RadioGroup
        name="about"
        label="Over wiens gegevens gaat het?"
        options={consents.persons.map((person) => ({ value: person.id, label: person.name, hint: personHint(person, consents.today) }))}
      />
      <RadioGroup
        name="givenBy"
        label="Wie gaf antwoord?"
        options={choicesOf(possible, giverLabels)}
        {...(allSelf ? {} : { hint: "Van 12 tot en met 15 jaar beslist iemand samen met ouders of voogd, daaronder beslissen zij." })}
      />
      {possible.includes("self_without_parents") && (
        <TextArea
          name="withoutParentsReason"
          label="Waarom zijn de ouders niet gevraagd?"
          optional
          rows={2}
          maxLength={1000}
          hint="Alleen bij 12 tot en met 15 jaar, als vragen haar zou schaden."
        />
      )}
    </>
  );
}

const giverLabels = {
  ...giverNames,
  self: "Die persoon zelf",
  self_with_parents: "Zelf, samen met ouders of voogd",
  self_without_parents: "Zelf, zonder ouders",
  parents: "Ouders of voogd",
};

const deciderHints = {
  self: "beslist zelf",
  with_parents: "beslist samen met ouders of voogd",
  parents: "ouders of voogd beslissen",
  age_unknown: "geboortedatum onbekend: vraag de leeftijd",
};
const personHint = (person: ConsentPerson, today: string): string =>
  `${personKinds[person.kind]}, ${deciderHints[whoDecides(person, today)]}`;

type Near = readonly Consents["organisations"][number][];

function SharingFields({ near, consents }: Readonly<{ near: Near; consents: Consents }>) {
  const others = consents.organisations.filter(({ id }) => !near.some((one) => one.id === id));
  return (
    <>
      <CheckboxGroup
        name="recipients"
        label="Met wie?"
        options={near.map(({ id, name, kind, involved }) => ({
          value: id,
          label: name,
          hint: [organisationKindNames[kind] ?? kind, involved ? "al betrokken" : ""].filter(Boolean).join(", "),
        }))}
      />
      <Details summary="Iemand anders, of een hele beroepsgroep">
        <Select
          name="other"
          label="Nog een organisatie"
          optional
          options={others
            .map(({ id, name, kind }) => ({ value: id, label: name, group: organisationKindNames[kind] ?? kind }))
            .toSorted((a, b) => a.group.localeCompare(b.group, "nl"))}
        />
        <CheckboxGroup
          name="roles"
          label="Een beroepsgroep, bij elke betrokken organisatie"
          optional
          options={roleRecipients.map((role) => ({ value: role, label: roleRecipientName(role) }))}
        />
      </Details>
      <CheckboxGroup name="parts" label="Wat mogen zij zien?" columns options={choicesOf(shareableParts, partNames)} />
      <Checkbox
        name="medicalToo"
        label="Ook wat medisch is, voor gemeente en hulpverleners"
        hint="Zonder dit zien zij alleen dat er ‘een medische omstandigheid’ is."
      />
    </>
  );
}

/** The own organisation, who is involved, the family's maternity care, and near it who the purpose is about. */
function nearRecipients(purpose: AskedPurpose, organisationId: string, consents: Consents): Near {
  const { kinds } = askedOf[purpose];
  const isNear = (one: Near[number]) =>
    one.id === organisationId || one.involved || one.id === consents.maternityCareId || (one.serves && kinds.includes(one.kind));
  const weight = (one: Near[number]) => (kinds.includes(one.kind) ? 0 : one.id === organisationId ? 1 : 2);
  return consents.organisations.filter(isNear).toSorted((a, b) => weight(a) - weight(b) || a.name.localeCompare(b.name, "nl"));
}

/** Whom the purpose is about follows from where the family lives: as long as that is not known, someone is missing from the list. */
const placeMatters = (purpose: AskedPurpose, near: Near, { municipality }: Consents): boolean =>
  municipality === null && askedOf[purpose].kinds.some((kind) => !near.some((one) => one.kind === kind));

/** What stands ready: the parts that belong to the purpose, and its recipient where there is only one that fits. */
function proposed(purpose: AskedPurpose, organisationId: string, near: Near, consents: Consents): Values {
  const { parts, kinds, preselect } = askedOf[purpose];
  const fitting = near.filter(
    (one) =>
      kinds.includes(one.kind) && (purpose !== "programme" || consents.maternityCareId === null || one.id === consents.maternityCareId),
  );
  const recipients = preselect && fitting.length === 1 ? [...new Set([...fitting.map(({ id }) => id), organisationId])] : [];
  const [first] = consents.persons;
  return {
    parts,
    recipients,
    givenOn: formatShortDay(consents.today),
    ...(consents.persons.length === 1 && first ? { about: first.id } : {}),
    ...(consents.persons.every((person) => whoDecides(person, consents.today) === "self") ? { givenBy: "self" } : {}),
  };
}
