import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Facts } from "../../../design/Facts.tsx";
import { Form } from "../../../design/Form.tsx";
import { FormPage } from "../../../design/FormPage.tsx";
import { Page } from "../../../design/Page.tsx";
import { ProgressBar } from "../../../design/ProgressBar.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import { aboutNames } from "../../retention/retention.texts.ts";
import type { Person } from "../../retention/server/door.ts";
import { failureSentences, stateNames } from "../familyFile.texts.ts";
import type { FamilyFile } from "../server/familyFile.store.ts";

type AskProps = Readonly<{ trajectory: string; persons: readonly Person[]; values: Values; errors: Errors }>;

/** Someone asks for her whole file. */
export function AskFilePage({ trajectory, persons, values, errors }: AskProps) {
  return (
    <FormPage
      title="Dossier meegeven"
      back={{ href: `/gezinnen/${trajectory}`, label: "Gezin" }}
      sub="Iedereen mag het eigen hele dossier hebben: om te lezen en als gegevens, met wie er wanneer keek."
      action={`/gezinnen/${trajectory}/dossier`}
      errors={errors}
      values={{ language: "nl", ...values }}
      button="Dossier laten maken"
      leave="Niet nu"
      above={
        <Alert title="U ziet de inhoud zelf niet">
          Wieg maakt het bestand met alles van alle organisaties. Als het klaar is, controleert u wie het is en geeft u een papier met een
          link mee. De code vertelt u. Zij haalt het zelf op.
        </Alert>
      }
    >
      <RadioGroup
        name="person"
        label="Wiens dossier?"
        hint="Wat over een ander gaat, staat er niet in."
        options={persons.map(({ id, name, kind }) => ({ value: id, label: `${name} (${aboutNames[kind]})` }))}
      />
      <RadioGroup
        name="language"
        label="Taal van de uitleg"
        inline
        options={[
          { value: "nl", label: "Nederlands" },
          { value: "en", label: "Engels" },
        ]}
      />
    </FormPage>
  );
}

/** Where it stands, and the one thing to do now. */
export function FilePage({ file }: { file: FamilyFile }) {
  const making = file.state === "asked" || file.state === "making";
  return (
    <Page
      title="Dossier om mee te geven"
      width="narrow"
      back={{ href: `/gezinnen/${file.trajectoryId}`, label: "Gezin" }}
      tags={<Tag tone={file.state === "ready" ? "soon" : file.state === "failed" ? "late" : "plain"}>{stateNames[file.state]}</Tag>}
    >
      {making && (
        <ProgressBar
          label="Het dossier wordt gemaakt"
          done={file.done}
          total={file.total}
          text={`Stap ${file.done} van ${file.total}`}
          running
        />
      )}
      {file.failedBecause !== null && (
        <Alert title="Het is niet gelukt" tone="late">
          {failureSentences[file.failedBecause]}
        </Alert>
      )}
      {file.state === "failed" && (
        <ButtonRow>
          <ActionForm action={`/dossier/${file.id}/opnieuw`} button="Opnieuw maken" variant="primary" />
        </ButtonRow>
      )}
      {(file.state === "ready" || file.state === "handed") && <HandCard file={file} />}
      {file.state === "taken" && (
        <Alert title="Opgehaald" tone="ok">
          Zij heeft het. Bij Wieg is het bestand gewist.
        </Alert>
      )}
      <Card title="Dit dossier">
        <Facts
          facts={[
            { label: "Van", value: aboutNames[file.about] },
            { label: "Gevraagd op", value: formatDay(file.createdOn) },
            file.linkUntil === null ? null : { label: "Op te halen tot en met", value: formatDay(file.linkUntil) },
          ]}
        />
      </Card>
    </Page>
  );
}

function HandCard({ file }: { file: FamilyFile }) {
  return (
    <Card title={file.state === "ready" ? "Klaar om mee te geven" : "Meegegeven"}>
      {file.code !== null && (
        <>
          <p>Vertel haar deze code. Hij staat met opzet niet op het papier.</p>
          <p>
            <b>{file.code}</b>
          </p>
          <p>Papier kwijt of code fout? Geef een nieuw papier. Het oude werkt dan niet meer.</p>
        </>
      )}
      <Form action={`/dossier/${file.id}/meegeven`} plain>
        <RadioGroup
          name="checked"
          label="Hoe weet u dat zij het is?"
          options={[
            { value: "document", label: "Paspoort, identiteitskaart of rijbewijs gezien" },
            { value: "known", label: "Ik ken haar persoonlijk" },
          ]}
        />
        <Button>{file.state === "ready" ? "Papier afdrukken" : "Nieuw papier afdrukken"}</Button>
      </Form>
      <p>
        <a href={`/dossier/${file.id}`}>Daarna: code laten zien</a>
      </p>
    </Card>
  );
}
