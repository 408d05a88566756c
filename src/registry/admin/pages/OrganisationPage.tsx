import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Checkbox } from "../../../design/Checkbox.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import { Columns } from "../../../design/Columns.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Facts } from "../../../design/Facts.tsx";
import { Form } from "../../../design/Form.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Select } from "../../../design/Select.tsx";
import { TextField } from "../../../design/TextField.tsx";
import type { OrganisationRow } from "../admin.ts";
import { kindNames } from "../admin.texts.ts";
import { organisationKinds } from "../rules/rolesOfKind.ts";
import type { OrganisationView } from "../server/organisations.ts";

type Props = Readonly<{ view: OrganisationView; values: Values; errors: Errors }>;

const subregions: Readonly<Record<string, string>> = {
  parkstad: "Parkstad",
  "westelijke-mijnstreek": "Westelijke Mijnstreek",
  "maastricht-heuvelland": "Maastricht-Heuvelland",
};

const valuesOf = (organisation: OrganisationRow): Values => ({
  soort: organisation.kind,
  naam: organisation.name,
  telefoon: organisation.phone ?? "",
  email: organisation.email ?? "",
  plaats: organisation.home ?? "",
  gebied: organisation.areas,
  ...(organisation.active ? { actief: "ja" } : {}),
});

/** One organisation: what it is called, and for which municipalities it works. */
export function OrganisationPage({ view, values, errors }: Props) {
  const { organisation } = view;
  const typed = Object.keys(values).length > 0;
  const shown: Values = typed ? values : organisation ? valuesOf(organisation) : { actief: "ja" };
  const form = (
    <Card title={organisation ? "Gegevens" : undefined}>
      <OrganisationForm view={view} values={shown} errors={errors} />
    </Card>
  );
  return (
    <Page
      title={organisation ? "Organisatie" : "Organisatie toevoegen"}
      heading={organisation?.name ?? "Organisatie toevoegen"}
      width={organisation ? "normal" : "narrow"}
      errors={errors}
      back={{ href: "/beheer/organisaties", label: "Organisaties" }}
    >
      {organisation ? (
        <Columns aside={<Beside organisation={organisation} />} asideLabel="Mensen en aanmelden">
          {form}
        </Columns>
      ) : (
        form
      )}
    </Page>
  );
}

function Beside({ organisation }: Readonly<{ organisation: OrganisationRow }>) {
  const at = `/beheer/organisaties/${organisation.id}`;
  return (
    <>
      <Card title="Mensen" {...(organisation.administrators === 0 ? { tone: "soon" as const } : {})}>
        <Facts
          facts={[
            { label: "Werkzaam", value: organisation.people },
            { label: "Beheerders", value: organisation.administrators === 0 ? "nog geen: nodig er een uit" : organisation.administrators },
          ]}
        />
        <LinkButton href={`${at}/mensen`}>Mensen bekijken</LinkButton>
      </Card>
      <Card title="Aanmelden via eigen organisatie">
        <p>Laat mensen zich aanmelden met het account dat zij al van hun organisatie hebben (OpenID Connect).</p>
        <LinkButton href={`${at}/aanmelden`}>Instellen</LinkButton>
      </Card>
      <Card title="Geschiedenis">
        <LinkButton href={`${at}/geschiedenis`}>Wie veranderde wat</LinkButton>
      </Card>
    </>
  );
}

function OrganisationForm({ view, values, errors }: Props) {
  const { organisation, municipalities } = view;
  const places = municipalities.map((one) => ({ value: one.code, label: one.name, group: subregions[one.subregion] ?? one.subregion }));
  return (
    <Form action={organisation ? `/beheer/organisaties/${organisation.id}` : "/beheer/organisaties/nieuw"} values={values} errors={errors}>
      <TextField name="naam" label="Naam" hint="Zoals collega's in de regio haar kennen." maxLength={120} />
      <Select
        name="soort"
        label="Soort"
        options={choicesOf(organisationKinds, kindNames)}
        hint="Bepaalt welke rollen er zijn. Kan niet meer veranderen als er mensen werken."
      />
      <TextField name="telefoon" label="Telefoon voor collega's" type="tel" width="medium" optional maxLength={40} />
      <TextField name="email" label="Algemeen e-mailadres" type="email" optional maxLength={254} />
      <Select name="plaats" label="Plaats (gemeente)" options={places} />
      <CheckboxGroup
        name="gebied"
        label="Werkt voor deze gemeenten"
        options={municipalities.map((one) => ({ value: one.code, label: one.name }))}
        columns
        optional
      />
      <Checkbox name="actief" label="Doet mee" hint="Uit: al haar mensen worden meteen afgemeld en kunnen zich niet meer aanmelden." />
      <ButtonRow>
        <Button>Bewaren</Button>
      </ButtonRow>
    </Form>
  );
}
