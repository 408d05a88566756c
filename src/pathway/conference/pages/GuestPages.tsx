import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Checkbox } from "../../../design/Checkbox.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Facts } from "../../../design/Facts.tsx";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { OutsideLink } from "../../../design/OutsideLink.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { languageName } from "../../../registry/family.texts.ts";
import type { GuestCase } from "../server/guest.store.ts";
import type { SittingPageData } from "../server/readSitting.ts";
import { presenceWords, whenOf } from "../sitting.texts.ts";

type Props = Readonly<{ data: SittingPageData; values: Values; errors: Errors }>;

/** Someone who works outside Wieg is asked for one case that is on the agenda. */
export function OutsideGuestPage({ data: { sitting, items }, values, errors }: Props) {
  const cases = items.filter(({ state }) => state === "on_agenda");
  return (
    <Page
      title="Gast zonder account"
      sub={`${sitting.series}, ${whenOf(sitting)}`}
      width="narrow"
      back={{ href: `/overleggen/zittingen/${sitting.id}`, label: sitting.series }}
      errors={errors}
    >
      <p>
        De gast krijgt een mail waarin niets over het gezin staat, met een link. Daarna belt u haar: u leest de code voor die u op de
        volgende pagina ziet. Zij leest dan de vraag, de samenvatting en de eigen woorden van het gezin, tot het overleg gesloten is.
      </p>
      <Form action={`/overleggen/zittingen/${sitting.id}/gast-van-buiten`} errors={errors} values={values}>
        <HiddenField name="version" value={sitting.version} />
        <RadioGroup
          name="itemId"
          label="Voor welke casus?"
          options={cases.map(({ id, nr, question, broughtBy, phone }) => ({
            value: id,
            label: `Casus ${nr}: ${question ?? ""}`,
            hint: `Ingebracht door ${[broughtBy, phone].filter(Boolean).join(", ")}`,
          }))}
        />
        <TextField name="name" label="Naam van de gast" maxLength={120} />
        <TextField name="worksAs" label="Wat doet de gast?" hint="Bijvoorbeeld: wijkagent, of maatje van het buurthuis." maxLength={120} />
        <TextField name="organisation" label="Organisatie" maxLength={120} />
        <TextField name="email" label="E-mail op het werk" type="email" maxLength={200} />
        <TextField name="phone" label="Telefoon" hint="Op dit nummer leest u de code voor." type="tel" width="medium" maxLength={40} />
        <Checkbox
          name="familyKnows"
          label="Het gezin weet dat deze gast meedenkt, en vindt het goed"
          hint="Vraag het wie de casus inbrengt."
        />
        <ButtonRow>
          <Button>Gast vragen</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

/** What the guest reads: the moment, and the one case in the words that the family agreed to. */
export function GuestCasePage({ one }: Readonly<{ one: GuestCase }>) {
  return (
    <Page title="Meedenken in een overleg" heading={one.series} sub={whenOf(one)} width="narrow">
      <Card title="Waar en wanneer">
        <Facts
          facts={[
            { label: "Voor", value: one.guest },
            one.place === null ? null : { label: "Plaats", value: one.place },
            one.link === null ? null : { label: "Online", value: <OutsideLink href={one.link}>Naar de videovergadering</OutsideLink> },
            { label: "Gevraagd door", value: [one.chair, one.chairPhone].filter(Boolean).join(", ") },
          ]}
        />
      </Card>
      <Card title={one.question ?? "De vraag"}>
        <Facts
          facts={[
            one.family === null ? null : { label: "Gezin", value: one.family },
            { label: "Samenvatting, met akkoord van het gezin", value: one.summary ?? "nog niet geschreven" },
            one.presence === null ? null : { label: "Het gezin", value: presenceWords[one.presence] },
            one.familyWords === null ? null : { label: "In eigen woorden", value: <q>{one.familyWords}</q> },
            one.interpreter === null
              ? null
              : { label: "Tolk", value: `nodig${one.interpreter === "" ? "" : `: ${languageName(one.interpreter)}`}` },
            { label: "Ingebracht door", value: [one.broughtBy, one.phone].filter(Boolean).join(", ") },
          ]}
        />
      </Card>
      <Alert title="Alleen voor u" tone="info">
        <p>
          U leest dit tot het overleg gesloten is, met dezelfde link en code. Daarna ziet u het niet meer. Dat u het las, wordt vastgelegd
          en kan het gezin zien. Kunt u niet komen? Bel {one.chair}.
        </p>
      </Alert>
    </Page>
  );
}
