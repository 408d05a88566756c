import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Details } from "../../../design/Details.tsx";
import type { Errors } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { Page } from "../../../design/Page.tsx";
import { TextField } from "../../../design/TextField.tsx";

/** The second factor. */
export function CodePage({ errors = {} }: Readonly<{ errors?: Errors }>) {
  return (
    <Page
      title="Code uit uw app"
      sub="Stap 2 van 2. Zo weten we dat u het echt bent."
      width="narrow"
      errors={errors}
      back={{ href: "/aanmelden", label: "Opnieuw beginnen" }}
    >
      <Card>
        <Form action="/aanmelden/code" errors={errors}>
          <TextField
            name="code"
            label="Code van 6 cijfers"
            hint="Open de code-app op uw telefoon en kies Wieg."
            inputMode="numeric"
            autoComplete="one-time-code"
            width="short"
            maxLength={40}
          />
          <ButtonRow>
            <Button>Aanmelden</Button>
          </ButtonRow>
        </Form>
        <Details summary="Ik heb mijn telefoon niet bij me">
          <p>
            Vul in hetzelfde vak een van uw herstelcodes in, zoals abcd-efgh-jkmn. Elke herstelcode werkt één keer. Bent u ze kwijt? De
            beheerder van uw organisatie kan u een nieuwe link geven.
          </p>
        </Details>
      </Card>
    </Page>
  );
}
