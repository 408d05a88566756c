import type { ReactElement } from "react";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import { isRole, mayUse } from "../../../trust/access/route.ts";
import { allowedNow, listAnswers } from "../../../trust/consent/server/door.ts";
import type { FamilySection, Moment } from "../../trajectory/familySection.ts";
import type { ChildcarePlace } from "../childcare.ts";
import { childcareKindNames, childcareStateNames, outcomeNames, vveNames } from "../infancy.texts.ts";
import { firstOpen } from "../rules/planContacts.ts";
import { listPlaces } from "../server/childcare.store.ts";
import { findContacts, type ChildContacts } from "../server/readContacts.ts";
import { ContactTable, contactHref } from "./ContactTable.tsx";

/** The first two years: the contact moments of the youth health service, and childcare. From the birth on. */
export const infancySection: FamilySection = {
  id: "eerste-jaren",
  title: "Eerste 2 jaar",
  place: "main",
  records: { youth_contact: "Contactmoment JGZ", childcare_place: "Kinderopvang" },
  async load({ db, today }, line, { role }) {
    if (!isRole(role) || line.bornOn === null) return null;
    const may = (what: Parameters<typeof mayUse>[1]) => mayUse(role, what);
    const mayRecord = may("youth-contacts") && line.state === "open";
    const [children, places] = await Promise.all([
      may("exploration.read") ? findContacts(db, line, today) : [],
      may("referrals.read") ? listPlaces(db, line.id) : [],
    ]);
    const shown = children.filter(({ contacts }) => contacts.length > 0);
    const mayPlace = may("referrals.write") && line.state === "open" && line.lossOn === null;
    if (shown.length === 0 && places.length === 0 && !mayPlace) return null;
    const allowed = places.some(({ organisationId }) => organisationId !== null) ? allowedNow(await listAnswers(db, line.id), today) : [];
    const mayKnow = new Set(allowed.flatMap(({ organisationId }) => organisationId ?? []));
    return {
      body: (
        <>
          {shown.map((child) => (
            <ContactsCard key={child.childId} trajectoryId={line.id} child={child} mayRecord={mayRecord} />
          ))}
          {(places.length > 0 || mayPlace) && <PlacesCard trajectoryId={line.id} places={places} mayKnow={mayKnow} mayPlace={mayPlace} />}
        </>
      ),
      now: mayRecord ? children.flatMap((child) => nowOf(line.id, child)) : [],
      moments: shown.flatMap((child) => momentsOf(line.id, child)),
    };
  },
};

const beside = 4;

function ContactsCard({ trajectoryId, child, mayRecord }: Readonly<{ trajectoryId: string; child: ChildContacts; mayRecord: boolean }>) {
  const at = Math.max(0, child.contacts.findIndex(({ when }) => when === "now" || when === "late" || when === "later") - 1);
  const near = child.contacts.slice(at, at + beside);
  return (
    <Card
      title={`Contactmomenten ${child.name ?? ""}`}
      action={<a href={`/gezinnen/${trajectoryId}/contactmomenten`}>Alle {child.contacts.length}</a>}
    >
      <ContactTable trajectoryId={trajectoryId} child={child} contacts={near} mayRecord={mayRecord} />
    </Card>
  );
}

type PlacesProps = Readonly<{ trajectoryId: string; places: readonly ChildcarePlace[]; mayKnow: ReadonlySet<string>; mayPlace: boolean }>;

function PlacesCard({ trajectoryId, places, mayKnow, mayPlace }: PlacesProps) {
  const add = mayPlace ? <LinkButton href={`/gezinnen/${trajectoryId}/kinderopvang/nieuw`}>Plek of wens vastleggen</LinkButton> : null;
  const indicated = places.some(({ vve, state }) => vve === "indicated" && state !== "placed" && state !== "ended");
  return (
    <Card title="Kinderopvang en voorschool">
      {places.length === 0 ? (
        <EmptyState title="Nog niets vastgelegd" action={add}>
          Gaat het kind naar opvang, of is er een VVE-indicatie? Leg het vast, dan weet iedereen wie meekijkt.
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption="Plekken"
            rows={places}
            rowKey={({ id }) => id}
            columns={[
              {
                label: "Plek",
                heading: true,
                cell: (one) => one.place ?? childcareKindNames[one.kind],
                note: (one) => `${one.child ?? "kind"}, ${childcareKindNames[one.kind]}`,
              },
              {
                label: "Stand",
                cell: ({ state }) => <Tag tone={childcareStateNames[state].tone}>{childcareStateNames[state].text}</Tag>,
                note: ({ since }) => since && `vanaf ${formatDay(since)}`,
              },
              { label: "VVE", cell: ({ vve }) => vveNames[vve], note: ({ vveOn }) => vveOn && formatDay(vveOn) },
              {
                label: "Mag weten om wie het gaat",
                cell: (one) => <Knows trajectoryId={trajectoryId} place={one} mayKnow={mayKnow} mayAsk={mayPlace} />,
              },
              ...(mayPlace
                ? [
                    {
                      label: "Wijzigen",
                      action: true,
                      cell: (one: ChildcarePlace) =>
                        one.state === "ended" ? null : (
                          <a
                            href={`/gezinnen/${trajectoryId}/kinderopvang/${one.id}`}
                            aria-label={`${one.place ?? childcareKindNames[one.kind]} wijzigen`}
                          >
                            Wijzigen
                          </a>
                        ),
                    },
                  ]
                : []),
            ]}
          />
          {indicated && mayPlace && (
            <p>
              Er is een VVE-indicatie en nog geen plek.{" "}
              <a href={`/gezinnen/${trajectoryId}/steun?thema=childcare`}>Zoek iets om nu al mee te beginnen</a>.
            </p>
          )}
          {add !== null && <ButtonRow>{add}</ButtonRow>}
        </>
      )}
    </Card>
  );
}

/** What the family allows the place to know: nothing is told without it. */
function Knows({
  trajectoryId,
  place,
  mayKnow,
  mayAsk,
}: Readonly<{ trajectoryId: string; place: ChildcarePlace; mayKnow: ReadonlySet<string>; mayAsk: boolean }>): ReactElement {
  if (place.organisationId === null) return <>werkt niet met Wieg</>;
  if (mayKnow.has(place.organisationId)) return <Tag tone="ok">ja, van het gezin</Tag>;
  return (
    <>
      <Tag>nee</Tag> {mayAsk && <a href={`/gezinnen/${trajectoryId}/toestemming`}>Vraag het gezin</a>}
    </>
  );
}

function nowOf(trajectoryId: string, child: ChildContacts): readonly ReactElement[] {
  const open = firstOpen(child.contacts);
  if (open === null) return [];
  return [
    <div key={child.childId}>
      <p>
        <b>Contactmoment {open.moment.label}</b>
        {child.name === null ? "" : ` van ${child.name}`}, rond {formatDay(open.dueOn)}.{" "}
        {open.missed > 0 && `${open.missed} keer niemand gekomen.`}
      </p>
      <ButtonRow>
        <LinkButton href={contactHref(trajectoryId, open)} variant="primary" label={`Vastleggen: ${open.moment.label}`}>
          Vastleggen
        </LinkButton>
      </ButtonRow>
    </div>,
  ];
}

const momentsOf = (trajectoryId: string, { contacts }: ChildContacts): readonly Moment[] =>
  contacts.flatMap(({ record, moment }) =>
    record === null
      ? []
      : [
          {
            on: record.onDay,
            label: `${moment.label}: ${outcomeNames[record.outcome].text}`,
            tone: outcomeNames[record.outcome].tone,
            href: `/gezinnen/${trajectoryId}/contactmomenten`,
          },
        ],
  );
