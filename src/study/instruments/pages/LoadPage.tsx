import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { FileField } from "../../../design/FileField.tsx";
import { Form } from "../../../design/Form.tsx";
import { Page } from "../../../design/Page.tsx";

/** Loads the text of a questionnaire from a file. */
export function LoadPage({ problems }: Readonly<{ problems: readonly string[] }>) {
  const errors = problems.length > 0 ? { bestand: problems.join(" ") } : {};
  return (
    <Page
      title="Tekst van een vragenlijst laden"
      width="narrow"
      back={{ href: "/onderzoek/vragenlijsten", label: "Vragenlijsten" }}
      errors={errors}
    >
      <Card>
        <p>
          Een bestand bevat de vragen als FHIR-vragenlijst en hoe de antwoorden tellen. Neem een vragenlijst die er al staat als voorbeeld:
          op haar pagina staat het bestand. Wieg kijkt na of vragen en telling bij elkaar passen.
        </p>
        <Form action="/onderzoek/vragenlijsten/laden" enctype="multipart/form-data" errors={errors}>
          <FileField name="bestand" label="Bestand" hint="Een JSON-bestand van hooguit 200 kB." accept=".json,application/json" />
          <ButtonRow>
            <Button>Laden</Button>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  );
}
