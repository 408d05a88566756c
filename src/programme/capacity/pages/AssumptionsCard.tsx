import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { assumptionTexts } from "../capacity.texts.ts";
import { assumptionNames, ranges, type Assumptions } from "../capacity.ts";
import type { Capacity } from "../server/readCapacity.ts";

export const typedOf = (assumptions: Assumptions): Record<string, string> =>
  Object.fromEntries(assumptionNames.map((name) => [name, String(assumptions[name]).replace(".", ",")]));

/** Every assumption in view, to be turned: with a slider, or a number and the button. */
export function AssumptionsCard({ capacity: { programme, assumptions, defaults } }: Readonly<{ capacity: Capacity }>) {
  const turned = assumptionNames.some((name) => assumptions[name] !== defaults[name]);
  return (
    <Card title="Waarvan we uitgaan" id="aannames">
      <Form action="/geboortezorg-flex/capaciteit" method="get" id="aanname" values={typedOf(assumptions)}>
        <HiddenField name="programma" value={programme.code} />
        <div className="wieg-sliders" data-island="sliders">
          {assumptionNames.map((name) => (
            <div key={name} data-slider={`${ranges[name].least} ${ranges[name].most} ${ranges[name].step}`}>
              <TextField
                name={name}
                type="number"
                width="short"
                label={assumptionTexts[name].label}
                unit={assumptionTexts[name].unit}
                hint={assumptionTexts[name].hint}
              />
            </div>
          ))}
        </div>
        <ButtonRow>
          <Button>Reken opnieuw</Button>
          {turned && (
            <LinkButton href={`/geboortezorg-flex/capaciteit?programma=${programme.code}`} variant="quiet">
              Terug naar het begin
            </LinkButton>
          )}
        </ButtonRow>
      </Form>
      <p className="wieg-note">
        Geboorten zijn verdeeld over gemeenten naar inwoners en over het jaar naar een gangbaar patroon. Gezinnen die al bij deze kraamzorg
        zijn aangemeld, tellen in de week waarin zij zijn uitgerekend, als dat er meer zijn dan verwacht. De projectgroep ziet die in
        tientallen.
      </p>
    </Card>
  );
}
