import { ActionForm } from "../../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../../design/ButtonRow.tsx";
import { Card } from "../../../../design/Card.tsx";
import { DataTable } from "../../../../design/DataTable.tsx";
import { EmptyState } from "../../../../design/EmptyState.tsx";
import { Facts } from "../../../../design/Facts.tsx";
import { FillingBar } from "../../../../design/FillingBar.tsx";
import { LinkButton } from "../../../../design/LinkButton.tsx";
import { Page } from "../../../../design/Page.tsx";
import { Stack } from "../../../../design/Stack.tsx";
import { Tag } from "../../../../design/Tag.tsx";
import { formatDay } from "../../../../kit/day.ts";
import { languageNames } from "../../../../registry/family.texts.ts";
import { openPlaceStates, type GroupPlace, type GroupSession } from "../group.ts";
import { placeStateNames } from "../group.texts.ts";
import type { GroupData } from "../server/readGroups.ts";

/** A group: when, where, how many places; and for who gives it, who takes part and who waits. */
export function GroupPage({ data, mayKeep }: Readonly<{ data: GroupData; mayKeep: boolean }>) {
  const { group, own } = data;
  const open = group.state === "open";
  return (
    <Page
      title="Groep"
      heading={group.name}
      width="wide"
      back={{ href: "/groepen", label: "Groepen" }}
      sub={`${group.offer.name}, ${group.organisation.name}`}
      tags={open ? undefined : <Tag>{group.state === "finished" ? "afgerond" : "gaat niet door"}</Tag>}
      actions={own && mayKeep && open ? <LinkButton href={`/groepen/${group.id}/wijzigen`}>Wijzigen</LinkButton> : undefined}
    >
      <Stack>
        <Card title="Plaatsen">
          <FillingBar
            label="Bezet"
            part={group.taken}
            whole={group.places}
            text={`${group.taken} van ${group.places} plaatsen, ${group.places - group.taken} vrij`}
            tone={group.taken >= group.places ? "late" : "ok"}
          />
          <Facts
            facts={[
              group.location === null ? null : { label: "Waar", value: group.location },
              { label: "Taal", value: languageNames.get(group.language) ?? group.language },
              group.leader === null ? null : { label: "Begeleider", value: group.leader.name },
              {
                label: "Aanmelden",
                value: own ? "Vanaf het gezin, met “Aanmelden voor een groep”." : "Met een verwijzing naar dit aanbod, vanaf het gezin.",
              },
            ]}
          />
        </Card>
        {own && <PlacesCard data={data} />}
        <SessionsCard data={data} mayKeep={own && mayKeep && open} />
        {own && mayKeep && open && <EndCard data={data} />}
      </Stack>
    </Page>
  );
}

function PlacesCard({ data: { places, sessions, attendance } }: Readonly<{ data: GroupData }>) {
  const shown = places.filter(({ state }) => openPlaceStates.includes(state) || state === "finished");
  const held = sessions.filter(({ id }) => attendance.some(({ sessionId }) => sessionId === id)).length;
  const times = ({ id }: GroupPlace) => attendance.filter(({ placeId, presence }) => placeId === id && presence === "present").length;
  return (
    <Card title="Wie doet mee">
      {shown.length === 0 ? (
        <EmptyState title="Nog niemand">Open een gezin en kies “Aanmelden voor een groep”.</EmptyState>
      ) : (
        <DataTable
          caption="Gezinnen in deze groep"
          rows={shown}
          rowKey={({ id }) => id}
          columns={[
            {
              label: "Gezin",
              heading: true,
              cell: ({ familyName, trajectoryId }) =>
                familyName === null ? (
                  "Dit gezin deelt niet meer wie het is"
                ) : (
                  <a href={`/gezinnen/${trajectoryId}/groepen`}>{familyName}</a>
                ),
              note: ({ joinedOn, referred }) => `sinds ${formatDay(joinedOn)}${referred ? ", na een verwijzing" : ""}`,
            },
            {
              label: "Stand",
              cell: ({ state }) => <Tag tone={placeStateNames[state].tone}>{placeStateNames[state].text}</Tag>,
              note: ({ answerBy }) => answerBy && `antwoord uiterlijk ${formatDay(answerBy)}`,
            },
            {
              label: "Was erbij",
              cell: (one) => (one.state === "waiting" || one.state === "asked" ? "" : `${times(one)} van ${held} keer`),
            },
          ]}
        />
      )}
    </Card>
  );
}

const sessionsTime = ({ begins, ends }: GroupSession): string => `${begins} tot ${ends} uur`;

function SessionsCard({ data: { group, sessions, attendance, today }, mayKeep }: Readonly<{ data: GroupData; mayKeep: boolean }>) {
  const present = ({ id }: GroupSession) =>
    attendance.filter(({ sessionId, presence }) => sessionId === id && presence === "present").length;
  const recorded = ({ id }: GroupSession) => attendance.some(({ sessionId }) => sessionId === id);
  return (
    <Card title="Bijeenkomsten">
      <DataTable
        caption="Bijeenkomsten"
        rows={sessions}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Nog geen bijeenkomsten">Voeg ze toe bij het wijzigen van de groep.</EmptyState>}
        columns={[
          { label: "Dag", heading: true, cell: ({ onDay }) => formatDay(onDay), note: sessionsTime },
          {
            label: "Stand",
            cell: (one) =>
              one.cancelled ? (
                <Tag tone="late">gaat niet door</Tag>
              ) : recorded(one) ? (
                `${present(one)} aanwezig`
              ) : one.onDay > today ? (
                "komt nog"
              ) : (
                "nog niet vastgelegd"
              ),
          },
          ...(mayKeep
            ? [
                {
                  label: "Doen",
                  action: true,
                  cell: (one: GroupSession) => (
                    <ButtonRow>
                      {one.onDay <= today && !one.cancelled && (
                        <LinkButton href={`/groepen/${group.id}/bijeenkomsten/${one.id}`} label={`Aanwezig op ${formatDay(one.onDay)}`}>
                          Aanwezig
                        </LinkButton>
                      )}
                      {one.onDay >= today && (
                        <LinkButton
                          href={`/groepen/${group.id}/bijeenkomsten/${one.id}/verplaatsen`}
                          variant="quiet"
                          label={`Verplaatsen: ${formatDay(one.onDay)}`}
                        >
                          Verplaatsen
                        </LinkButton>
                      )}
                    </ButtonRow>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function EndCard({ data: { group } }: Readonly<{ data: GroupData }>) {
  const at = `/groepen/${group.id}`;
  return (
    <Card title="Deze groep beëindigen">
      <ButtonRow>
        <ActionForm
          action={`${at}/afronden`}
          hidden={{ version: group.version }}
          button="Groep afronden"
          variant="quiet"
          confirm="Wie meedoet rondt af. Wie nog wacht gaat van de lijst. Wie verwees krijgt bericht, als het gezin dat goed vindt."
        />
        <ActionForm
          action={`${at}/gaat-niet-door`}
          hidden={{ version: group.version }}
          button="Groep gaat niet door"
          variant="quiet"
          confirm="Alle gezinnen gaan van de lijst. Bel hen zelf: Wieg stuurt hun niets. Wie verwees krijgt bericht, als het gezin dat goed vindt."
        />
      </ButtonRow>
    </Card>
  );
}
