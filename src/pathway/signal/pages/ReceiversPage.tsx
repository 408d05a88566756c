import { Button } from "../../../design/Button.tsx";
import type { Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { Page } from "../../../design/Page.tsx";
import { Select } from "../../../design/Select.tsx";
import type { MunicipalityReceiver } from "../server/receivers.ts";

/** Who answers the front door, by municipality. */
export function ReceiversPage({ receivers }: { receivers: readonly MunicipalityReceiver[] }) {
  const values: Values = Object.fromEntries(receivers.map(({ code, chosen }) => [code, chosen ?? ""]));
  return (
    <Page
      title="Voordeur"
      width="narrow"
      sub="Wie antwoordt als iemand zelf om hulp vraagt. Zonder keuze is dat de JGZ, en anders de gemeente zelf."
      actions={<a href="/hulp-vragen">Voordeur bekijken</a>}
    >
      <Form action="/beheer/voordeur" values={values}>
        {receivers.map(({ code, name, answers, possible }) => (
          <Select
            key={code}
            name={code}
            label={name}
            optional
            hint={answers === null ? "Nu antwoordt niemand: zij krijgt te horen dat zij moet bellen." : `Nu: ${answers}`}
            empty="Volgens de regel"
            options={possible.map((one) => ({
              value: one.id,
              label: one.name,
              group: one.municipalities.includes(code) ? "Werkt in deze gemeente" : "Andere organisaties",
            }))}
          />
        ))}
        <Button>Vastleggen</Button>
      </Form>
    </Page>
  );
}
