import { ActionForm } from "../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Columns } from "../../../design/Columns.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Details } from "../../../design/Details.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatMoment } from "../../../kit/day.ts";
import { isRole } from "../../access/route.ts";
import { roleNames } from "../../access/roles.texts.ts";
import type { AccountView } from "../server/myAccount.ts";
import { sayAccountEvent } from "../signIn.texts.ts";
import { MeansCards } from "./MeansCards.tsx";

const roleName = (role: string): string => (isRole(role) ? roleNames[role] : role);

/** Who I am here, in which job, how I sign in, and where I am signed in. */
export function AccountPage({ view, membershipId }: Readonly<{ view: AccountView; membershipId: string }>) {
  const { account } = view;
  return (
    <Page title="Mijn account" sub="Hoe u zich aanmeldt, waar u bent aangemeld en wat u van Wieg per e-mail krijgt.">
      <Columns
        asideLabel="Uw gegevens"
        aside={
          <>
            <Card title="Over u">
              <Facts
                facts={[
                  { label: "Naam", value: account.name },
                  { label: "E-mail", value: account.email ?? "niet bekend" },
                  { label: "Telefoon", value: account.phone ?? "niet bekend" },
                ]}
              />
              <p>Klopt er iets niet? De beheerder van uw organisatie past het aan.</p>
            </Card>
            <Jobs view={view} membershipId={membershipId} />
            <Notices wanted={account.notices} />
          </>
        }
      >
        <MeansCards view={view} />
        <Sessions view={view} />
        {view.events.length > 0 && <Events view={view} />}
      </Columns>
    </Page>
  );
}

function Jobs({ view, membershipId }: Readonly<{ view: AccountView; membershipId: string }>) {
  return (
    <Card title={view.jobs.length > 1 ? "Uw werkplekken" : "Uw werkplek"}>
      <DataTable
        caption="Werkplekken"
        rows={view.jobs}
        rowKey={(job) => job.membershipId}
        columns={[
          { label: "Werkplek", heading: true, cell: (job) => job.organisation, note: (job) => roleName(job.role) },
          {
            label: "Wisselen",
            action: true,
            cell: (job) =>
              job.membershipId === membershipId ? (
                <Tag tone="ok">nu</Tag>
              ) : (
                <ActionForm
                  action="/account/werkplek"
                  hidden={{ werkplek: job.membershipId }}
                  button="Wisselen"
                  label={`Wisselen naar ${roleName(job.role)} bij ${job.organisation}`}
                />
              ),
          },
        ]}
      />
    </Card>
  );
}

function Notices({ wanted }: Readonly<{ wanted: boolean }>) {
  return (
    <Card title="Berichten per e-mail" tag={<Tag tone={wanted ? "ok" : "plain"}>{wanted ? "aan" : "uit"}</Tag>}>
      <p>Een bericht zegt alleen dat er iets voor u klaarstaat: nooit een naam of een reden.</p>
      <ButtonRow>
        <ActionForm action="/account/meldingen" hidden={{ aan: wanted ? "nee" : "ja" }} button={wanted ? "Zet uit" : "Zet aan"} />
      </ButtonRow>
    </Card>
  );
}

function Sessions({ view }: Readonly<{ view: AccountView }>) {
  const others = view.sessions.some((session) => !session.mine);
  return (
    <Card
      title="Waar u bent aangemeld"
      action={others ? <ActionForm action="/account/sessies/afmelden" button="Overal anders afmelden" /> : undefined}
    >
      <DataTable
        caption="Apparaten waarop u bent aangemeld"
        rows={view.sessions}
        rowKey={(session) => session.id}
        columns={[
          { label: "Apparaat", heading: true, cell: (session) => session.device ?? "Onbekend apparaat", note: (session) => session.job },
          { label: "Laatst gebruikt", cell: (session) => formatMoment(session.seenAt) },
          {
            label: "Afmelden",
            action: true,
            cell: (session) =>
              session.mine ? (
                <Tag tone="ok">dit apparaat</Tag>
              ) : (
                <ActionForm
                  action={`/account/sessies/${session.id}/afmelden`}
                  button="Afmelden"
                  label={`Afmelden op ${session.device ?? "onbekend apparaat"}, laatst gebruikt ${formatMoment(session.seenAt)}`}
                />
              ),
          },
        ]}
      />
    </Card>
  );
}

function Events({ view }: Readonly<{ view: AccountView }>) {
  return (
    <Card title="Wat er met uw account gebeurde">
      <p>Herkent u iets niet? Meld u overal af, kies een nieuw wachtwoord en laat het uw beheerder weten.</p>
      <Details summary={`Laatste ${view.events.length} gebeurtenissen`}>
        <DataTable
          caption="Gebeurtenissen"
          dense
          rows={view.events.map((event, index) => ({ ...event, key: String(index) }))}
          rowKey={(event) => event.key}
          columns={[
            {
              label: "Wat",
              heading: true,
              cell: (event) => sayAccountEvent(event.what),
              note: (event) => [event.detail, event.byName === null ? null : `door ${event.byName}`].filter(Boolean).join(", "),
            },
            { label: "Wanneer", cell: (event) => formatMoment(event.at) },
          ]}
        />
      </Details>
    </Card>
  );
}
