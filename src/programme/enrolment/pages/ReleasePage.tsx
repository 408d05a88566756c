import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { TextField } from "../../../design/TextField.tsx";
import type { Overview } from "../server/readOverview.ts";
import { PlacesCard } from "./PlacesCard.tsx";

type Props = Readonly<{ overview: Overview; values: Values; errors: Errors }>;

/** The project group releases places for flow-on to direct entry: a decision, with its reason. */
export function ReleasePage({ overview: { programme, places }, values, errors }: Props) {
  const pool = places.find(({ pillar, entry }) => pillar === 2 && entry === "flow_on");
  const free = pool ? pool.places - pool.taken : 0;
  return (
    <Page
      title="Plaatsen vrijgeven"
      width="narrow"
      back={{ href: "/geboortezorg-flex", label: "Geboortezorg Flex" }}
      errors={errors}
      sub={`Van doorstroom uit pijler 1 naar directe instroom in pijler 2. Er zijn ${free} plaatsen voor doorstroom vrij. Het maximum van pijler 2 blijft gelijk.`}
    >
      {programme && <PlacesCard programme={programme} places={places} />}
      <Card title="Besluit van de projectgroep">
        <Form action={`/geboortezorg-flex/vrijgeven?programma=${programme?.code ?? ""}`} errors={errors} values={values}>
          <HiddenField name="programme" value={programme?.id ?? ""} />
          <TextField name="places" label="Hoeveel plaatsen" type="number" width="short" />
          <TextArea name="reason" label="Waarom" maxLength={5000} rows={3} />
          <ButtonRow>
            <Button>Geef vrij</Button>
            <LinkButton href="/geboortezorg-flex" variant="quiet">
              Annuleren
            </LinkButton>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  );
}
