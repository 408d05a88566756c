import { ActionForm } from "../../../design/ActionForm.tsx";
import { Button } from "../../../design/Button.tsx";
import { Card } from "../../../design/Card.tsx";
import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { Page } from "../../../design/Page.tsx";
import { SearchBox } from "../../../design/SearchBox.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { fullName } from "../../../registry/personName.ts";
import type { HelpRequest } from "../helpRequest.ts";
import { momentsInWords } from "../helpRequest.texts.ts";
import type { FamilyChoices } from "../server/chooseFamily.ts";
import { FamilyChoiceTable } from "./FamilyChoiceTable.tsx";

const backTo = (request: HelpRequest) => ({ href: `/hulpvragen/${request.id}`, label: `Hulpvraag ${request.reference}` });

/** Which family of one's own is it? */
export function HelpLinkPage({ request, found }: { request: HelpRequest; found: FamilyChoices }) {
  return (
    <Page title="Hulpvraag koppelen" back={backTo(request)} sub="U vindt alleen gezinnen waar u bij betrokken bent.">
      <SearchBox
        action={`/hulpvragen/${request.id}/gezin`}
        method="post"
        label="Zoek haar gezin"
        value={found.words}
        hint="Naam, geboortedatum, postcode of uitgerekende datum."
      />
      <Card title={found.words === "" ? "Gezinnen waar u werk voor hebt" : "Gevonden"}>
        <FamilyChoiceTable
          found={found}
          action={(choice) => (
            <ActionForm
              action={`/hulpvragen/${request.id}/koppelen`}
              button="Koppelen"
              label={`Koppelen aan ${fullName(choice)}`}
              hidden={{ version: request.version, trajectory: choice.trajectoryId }}
            />
          )}
        />
      </Card>
    </Page>
  );
}

/** She is not known yet: what is needed to begin her line, with what she told filled in. */
export function HelpRegisterPage({ request, values, errors }: { request: HelpRequest; values: Values; errors: Errors }) {
  const fresh = Object.keys(values).length === 0;
  return (
    <Page
      title="Gezin registreren"
      back={backTo(request)}
      width="narrow"
      errors={errors}
      sub="Alleen als zij dat wil. De rest vult u later aan op de pagina van het gezin."
    >
      <Form
        action={`/hulpvragen/${request.id}/nieuw-gezin`}
        errors={errors}
        values={
          fresh ? { givenName: request.givenName ?? "", contactWish: momentsInWords(request), language: request.speaks ?? "" } : values
        }
      >
        <input type="hidden" name="version" value={request.version} />
        <TextField name="givenName" label="Voornaam" optional width="medium" maxLength={100} />
        <TextField name="prefix" label="Tussenvoegsel" optional width="short" maxLength={30} />
        <TextField name="familyName" label="Achternaam" width="medium" maxLength={100} />
        <DateField name="birthDate" label="Geboortedatum" optional />
        <DateField name="dueDate" label="Uitgerekende datum" optional hint="Leeg laten als er nog geen zwangerschap is." />
        <TextField name="contactWish" label="Hoe en wanneer wil zij bereikt worden?" optional maxLength={500} />
        <Button>Registreren en koppelen</Button>
      </Form>
    </Page>
  );
}
