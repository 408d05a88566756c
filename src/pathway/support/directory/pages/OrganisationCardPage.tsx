import { ActionForm } from "../../../../design/ActionForm.tsx";
import { Button } from "../../../../design/Button.tsx";
import { ButtonRow } from "../../../../design/ButtonRow.tsx";
import { Card } from "../../../../design/Card.tsx";
import { Columns } from "../../../../design/Columns.tsx";
import { DataTable } from "../../../../design/DataTable.tsx";
import type { Errors, Values } from "../../../../design/Errors.ts";
import { Facts } from "../../../../design/Facts.tsx";
import { Form } from "../../../../design/Form.tsx";
import { Page } from "../../../../design/Page.tsx";
import { Select } from "../../../../design/Select.tsx";
import { TextField } from "../../../../design/TextField.tsx";
import { sayKind } from "../../../../registry/admin/admin.texts.ts";
import type { OrganisationData } from "../server/keepContacts.ts";
import { Reach } from "./Reach.tsx";
import { sayRole } from "./sayRole.ts";

type Props = Readonly<{ data: OrganisationData; values: Values; errors: Errors }>;

/** One organisation: whom to call for what, its people and what it offers. */
export function OrganisationCardPage({ data, values, errors }: Props) {
  const { organisation, offers } = data;
  return (
    <Page
      title={organisation.name}
      sub={sayKind(organisation.kind)}
      back={{ href: "/sociale-kaart/organisaties", label: "Organisaties en mensen" }}
      errors={errors}
    >
      <Columns
        asideLabel="Over deze organisatie"
        aside={
          <Card title="Bereiken">
            <Facts
              facts={[
                { label: "Algemeen", value: <Reach phone={organisation.phone} email={organisation.email} /> },
                { label: "Werkt voor", value: organisation.municipalities.join(", ") || "niet opgegeven" },
              ]}
            />
          </Card>
        }
      >
        <FixedContacts data={data} />
        {data.mayChange && <NewContact data={data} values={values} errors={errors} />}
        <People data={data} />
        <Card title="Wat zij biedt">
          {offers.length === 0 ? (
            <p>Er staat nog geen aanbod van deze organisatie op de sociale kaart.</p>
          ) : (
            <ul>
              {offers.map(({ id, name, audience }) => (
                <li key={id}>
                  <a href={`/sociale-kaart/${id}`}>{name}</a>
                  {audience !== null && `: ${audience}`}
                </li>
              ))}
            </ul>
          )}
        </Card>
      </Columns>
    </Page>
  );
}

function FixedContacts({ data: { organisation, contacts, mayChange } }: Readonly<{ data: OrganisationData }>) {
  return (
    <Card title="Vaste aanspreekpunten">
      <DataTable
        caption="Vaste aanspreekpunten"
        rows={contacts}
        rowKey={({ id }) => id}
        empty={<p>Er is nog geen vast aanspreekpunt opgegeven.</p>}
        columns={[
          { label: "Wie", heading: true, cell: ({ name }) => name, note: ({ role }) => sayRole(role) },
          {
            label: "Voor",
            cell: ({ forOrganisation, forMunicipality }) =>
              [forOrganisation, forMunicipality && `gezinnen in ${forMunicipality}`].filter(Boolean).join(", "),
            note: ({ subject }) => subject,
          },
          { label: "Bereiken", cell: ({ phone, email, organisationPhone }) => <Reach phone={phone ?? organisationPhone} email={email} /> },
          ...(mayChange
            ? [
                {
                  label: "Weghalen",
                  action: true,
                  cell: ({ id, name }: { id: string; name: string }) => (
                    <ActionForm
                      action={`/sociale-kaart/organisaties/${organisation.id}/aanspreekpunt/${id}/weg`}
                      button="Weghalen"
                      variant="quiet"
                      label={`${name} weghalen als aanspreekpunt`}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function NewContact({ data, values, errors }: Props) {
  return (
    <Card title="Aanspreekpunt toevoegen">
      <Form action={`/sociale-kaart/organisaties/${data.organisation.id}`} values={values} errors={errors}>
        <Select
          name="person"
          label="Wie"
          options={data.people.map(({ membershipId, name, role }) => ({ value: membershipId, label: `${name}, ${sayRole(role)}` }))}
        />
        <Select
          name="municipality"
          label="Voor gezinnen in"
          optional
          empty="Elke gemeente"
          options={data.municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Select
          name="organisation"
          label="Voor collega's van"
          optional
          empty="Iedereen"
          options={data.others.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField name="subject" label="Waarvoor" hint="Zoals: aanmelden voor VoorZorg" optional maxLength={200} />
        <ButtonRow>
          <Button>Toevoegen</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
}

const People = ({ data }: Readonly<{ data: OrganisationData }>) => (
  <Card title="Mensen">
    <DataTable
      caption="Mensen van deze organisatie"
      rows={data.people}
      rowKey={({ membershipId }) => membershipId}
      empty={<p>Niemand van deze organisatie werkt met Wieg. Bel of mail het algemene nummer.</p>}
      columns={[
        { label: "Naam", heading: true, cell: ({ name }) => name, note: ({ role }) => sayRole(role) },
        { label: "Bereiken", cell: ({ phone, email }) => <Reach phone={phone} email={email} /> },
      ]}
    />
  </Card>
);
