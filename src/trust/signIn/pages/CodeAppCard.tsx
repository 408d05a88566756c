import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Details } from "../../../design/Details.tsx";
import type { Errors } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { Steps } from "../../../design/Steps.tsx";
import { TextField } from "../../../design/TextField.tsx";

type Props = Readonly<{ action: string; app: { picture: string; typed: string }; errors: Errors; button: string; plain?: boolean }>;

const apps = "Bijvoorbeeld Aegis, 2FAS, Google Authenticator, Microsoft Authenticator of de wachtwoorden-app van uw telefoon.";

/** How to add Wieg to a code app, and the first code that shows it worked. */
export function CodeAppCard({ action, app, errors, button, plain = false }: Props) {
  const code = (
    <Form action={action} errors={errors} plain={plain}>
      <TextField name="code" label="Code van 6 cijfers" inputMode="numeric" autoComplete="one-time-code" width="short" maxLength={10} />
      <ButtonRow>
        <Button>{button}</Button>
      </ButtonRow>
    </Form>
  );
  return (
    <Card title="Uw code-app">
      <Steps
        label="Zo stelt u de code-app in"
        steps={[
          { title: "Open een code-app op uw telefoon", state: "now", children: <p>{apps}</p> },
          { title: "Voeg Wieg toe met deze afbeelding", state: "later", children: <Picture app={app} /> },
          { title: "Vul de code in die de app nu laat zien", state: "later", children: code },
        ]}
      />
    </Card>
  );
}

function Picture({ app }: Pick<Props, "app">) {
  return (
    <>
      <img
        className="wieg-code-picture"
        src={app.picture}
        width="220"
        height="220"
        alt="QR-code om Wieg aan uw code-app toe te voegen. Dezelfde sleutel staat hieronder als tekst."
      />
      <Details summary="Scannen lukt niet">
        <p>Typ deze sleutel over in de app:</p>
        <p className="wieg-secret">{app.typed}</p>
      </Details>
    </>
  );
}
