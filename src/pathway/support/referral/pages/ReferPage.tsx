import { Alert } from "../../../../design/Alert.tsx";
import { Button } from "../../../../design/Button.tsx";
import { ButtonRow } from "../../../../design/ButtonRow.tsx";
import { Checkbox } from "../../../../design/Checkbox.tsx";
import { CheckboxGroup } from "../../../../design/CheckboxGroup.tsx";
import { EmptyState } from "../../../../design/EmptyState.tsx";
import type { Errors, Values } from "../../../../design/Errors.ts";
import { Form } from "../../../../design/Form.tsx";
import { LinkButton } from "../../../../design/LinkButton.tsx";
import { Page } from "../../../../design/Page.tsx";
import { RadioGroup } from "../../../../design/RadioGroup.tsx";
import { Select } from "../../../../design/Select.tsx";
import { TextArea } from "../../../../design/TextArea.tsx";
import type { PlanLink } from "../referral.ts";
import type { AskData, Choice } from "../server/readReferral.ts";

type Props = Readonly<{ data: AskData; values: Values; errors: Errors }>;

/** Asks for help for a family, of one or more at once. Where consent is missing, that comes first. */
export function ReferPage({ data, values, errors }: Props) {
  const { line, family, choices, chosen, aims, from } = data;
  const home = `/gezinnen/${line.id}`;
  const possible = choices.filter(({ allowed, open }) => allowed && !open);
  return (
    <Page title="Verwijzen" width="narrow" sub={family} back={{ href: `${home}/steun`, label: "Steun voor dit gezin" }} errors={errors}>
      <MissingConsent data={data} none={possible.length === 0} />
      {choices.length === 0 ? (
        <EmptyState title="Geen aanbod gevonden dat past">
          Zoek op de <a href={`${home}/steun?alles=ja`}>sociale kaart</a> ook in wat niet past.
        </EmptyState>
      ) : (
        <Form
          action={`${home}/verwijzingen/nieuw`}
          errors={errors}
          values={{
            offers: chosen === null ? [] : [chosen],
            urgent: "nee",
            belongs: from === null ? "" : aimValue(from),
            question: aims.find(({ id }) => id === from?.id)?.wording ?? "",
            ...values,
          }}
          draft={`verwijzing-${line.id}`}
        >
          <CheckboxGroup
            name="offers"
            label="Wie vraagt u?"
            hint="U mag er meer kiezen. Wie het eerst ja zegt, gaat helpen; de anderen krijgen dat te horen."
            options={choices.map(optionOf)}
          />
          <TextArea
            name="question"
            label="Wat vraagt u?"
            optional
            rows={4}
            maxLength={2000}
            hint="Alleen wie het aanneemt, leest dit en ziet om wie het gaat. Voor die tijd: de gemeente, ongeveer hoeveel weken, de taal en of er haast is."
          />
          <AimSelect aims={aims} />
          <RadioGroup
            name="urgent"
            label="Is er haast bij?"
            inline
            options={[
              { value: "nee", label: "Nee, antwoord binnen 5 werkdagen" },
              { value: "ja", label: "Ja, de volgende werkdag" },
            ]}
          />
          <Checkbox name="feedback" label="Het gezin vindt goed dat u hoort hoe het gaat" />
          <Checkbox name="full" label="Vraag het ook als het vol is: dan komt het gezin op de wachtlijst" />
          <ButtonRow>
            <Button>Verwijzing versturen</Button>
          </ButtonRow>
        </Form>
      )}
    </Page>
  );
}

const aimValue = ({ kind, id }: PlanLink): string => `${kind === "question" ? "q" : "a"}.${id}`;

/** What of the family plan this carries out: nothing is typed again, and the plan shows how it goes. */
function AimSelect({ aims }: Pick<AskData, "aims">) {
  if (aims.length === 0) return null;
  return (
    <Select
      name="belongs"
      label="Waar in het gezinsplan hoort dit bij?"
      hint="Dan staat de verwijzing ook in het plan, met hoe het gaat."
      optional
      empty="Nergens bij"
      options={aims.map((aim) => ({
        value: aimValue(aim),
        label: aim.wording.length > 80 ? `${aim.wording.slice(0, 79)}…` : aim.wording,
        group: aim.kind === "question" ? "Vragen" : "Afspraken",
      }))}
    />
  );
}

function optionOf({ offer, fit, allowed, open }: Choice) {
  const state = open ? "Is al gevraagd. " : allowed ? "" : "Nog geen toestemming van het gezin. ";
  const room =
    offer.capacity.available === 0
      ? "Vol. "
      : offer.waitWeeks === null || offer.waitWeeks === 0
        ? ""
        : `Wachttijd ${offer.waitWeeks === 1 ? "1 week" : `${offer.waitWeeks} weken`}. `;
  return { value: offer.id, label: `${offer.name}, ${offer.organisation}`, hint: `${state}${room}${fit.sentence}` };
}

function MissingConsent({ data: { line, choices, chosen }, none }: Readonly<{ data: AskData; none: boolean }>) {
  const picked = choices.find(({ offer }) => offer.id === chosen);
  if (choices.length === 0 || (picked === undefined ? !none : picked.allowed)) return null;
  return (
    <Alert title="Vraag eerst of het gezin dit wil" tone="soon">
      <p>
        Een verwijzing kan alleen als het gezin goedvindt dat {picked === undefined ? "de organisatie" : picked.offer.organisation} weet om
        wie het gaat. Zegt het gezin nee, dan gaat alle andere steun gewoon door.
      </p>
      <LinkButton href={`/gezinnen/${line.id}/toestemming/vragen/delen`} variant="primary">
        Toestemming vragen
      </LinkButton>
    </Alert>
  );
}
