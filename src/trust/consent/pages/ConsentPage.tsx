import { ActionForm } from "../../../design/ActionForm.tsx";
import { Card } from "../../../design/Card.tsx";
import { Columns } from "../../../design/Columns.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Stack } from "../../../design/Stack.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import { askedPurposes } from "../consent.ts";
import { inOneLine, personKinds, purposeNames, roleRecipientName, stateNames } from "../consent.texts.ts";
import { allowedNow } from "../rules/allowedNow.ts";
import { stateOf } from "../rules/consentState.ts";
import { whoDecides, type Decider } from "../rules/whoDecides.ts";
import type { Answer } from "../server/consent.store.ts";
import type { MotherAsk } from "../server/consentAsk.store.ts";
import type { Consents } from "../server/readConsents.ts";
import { allowedSentence, howGiven, partList, personName, recipientName } from "./answerWords.ts";
import { PurposeCard } from "./PurposeCard.tsx";

type Props = Readonly<{ trajectoryId: string; consents: Consents }>;

/** What the family allows now, and what it said before. */
export function ConsentPage({ trajectoryId, consents }: Props) {
  const base = `/gezinnen/${trajectoryId}/toestemming`;
  const earlier = consents.answers.filter((answer) => !["in_force", "refused"].includes(stateOf(answer, consents.today)));
  return (
    <Page
      title="Toestemming"
      sub={`${consents.persons[0]?.name ?? "Dit gezin"} beslist wat wij delen. Nee zeggen kost niets: het gezin houdt alle zorg en hulp.`}
      back={{ href: `/gezinnen/${trajectoryId}`, label: "Naar het gezin" }}
      actions={<LinkButton href={`${base}/formulier`}>Formulier om te ondertekenen</LinkButton>}
    >
      <Columns asideLabel="Goed om te weten" aside={<Aside consents={consents} />}>
        <AllowedCard consents={consents} />
        <WaitingCard base={base} asks={consents.asks.filter(({ state }) => state === "open")} />
        {askedPurposes.map((purpose) => (
          <PurposeCard key={purpose} base={base} purpose={purpose} consents={consents} />
        ))}
        {earlier.length > 0 && <EarlierCard answers={earlier} consents={consents} />}
      </Columns>
    </Page>
  );
}

function AllowedCard({ consents }: Readonly<{ consents: Consents }>) {
  const allowed = allowedNow(consents.answers, consents.today);
  const silent = consents.organisations.filter(
    ({ id, involved }) => involved && !allowed.some((one) => one.organisationId === id || one.role !== null),
  );
  return (
    <Card title="Wie mag nu wat zien" tone="ok">
      {allowed.length === 0 ? (
        <EmptyState title="Nu niemand">
          Er is nog geen toestemming die geldt. Elke organisatie ziet alleen wat zij zelf opschreef.
        </EmptyState>
      ) : (
        <ul>
          {allowed.map((one) => (
            <li key={`${one.aboutPerson}${one.organisationId ?? one.role ?? ""}`}>
              <b>{recipientName({ ...one, organisation: null }, consents.organisations)}</b> {allowedSentence(one, consents)}
            </li>
          ))}
        </ul>
      )}
      {allowed.length > 0 && silent.length > 0 && (
        <p className="wieg-note">
          Ook betrokken, zonder toestemming: {inOneLine(silent.map(({ name }) => name))}. Zij zien alleen wat zij zelf opschreven.
        </p>
      )}
    </Card>
  );
}

/** What waits for an own answer, of the mother or of the partner about himself. */
function WaitingCard({ base, asks }: Readonly<{ base: string; asks: readonly MotherAsk[] }>) {
  if (asks.length === 0) return null;
  return (
    <Card title="Gevraagd op de eigen pagina" tone="info">
      <p>
        Wie gevraagd is, antwoordt zelf. Hoort u het antwoord liever zelf? Leg het antwoord dan hieronder vast: de vraag verdwijnt vanzelf.
      </p>
      <Stack>
        {asks.map((ask) => (
          <div key={ask.id}>
            <p>
              <b>{purposeNames[ask.purpose]}</b>: {inOneLine([...ask.organisations, ...ask.roles.map(roleRecipientName)])} mag zien:{" "}
              {partList(ask.parts)}.
            </p>
            <p className="wieg-note">
              Gevraagd aan de {ask.ofPartner ? "partner" : "moeder"} door {ask.askedBy}, {ask.askedFor}, {formatDay(ask.askedOn)}. Nog geen
              antwoord.
            </p>
            <ActionForm
              action={`${base}/gevraagd/${ask.id}/terugnemen`}
              hidden={{ version: ask.version }}
              variant="quiet"
              button="Vraag terugnemen"
              label={`Vraag terugnemen: ${purposeNames[ask.purpose]}`}
            />
          </div>
        ))}
      </Stack>
    </Card>
  );
}

const deciderWords: Readonly<Record<Decider, string>> = {
  self: "beslist zelf",
  with_parents: "samen met ouders of voogd",
  parents: "ouders of voogd beslissen",
  age_unknown: "vraag de leeftijd",
};

function Aside({ consents }: Readonly<{ consents: Consents }>) {
  return (
    <>
      <Card title="Wie beslist">
        <Facts
          facts={consents.persons.map((person) => ({
            label: `${person.name}, ${personKinds[person.kind]}`,
            value: deciderWords[whoDecides(person, consents.today)],
          }))}
        />
        <p className="wieg-note">
          Ieder beslist over de eigen gegevens. Vanaf 16 jaar zelf; van 12 tot en met 15 samen met ouders of voogd, tenzij dat haar schaadt
          (BW 7:447 en 7:450).
        </p>
      </Card>
      <Card title="Goed om te weten">
        <ul>
          <li>Intrekken werkt meteen: bij de volgende klik is het dicht.</li>
          <li>Wat een organisatie zelf opschreef, blijft zij zien: dat moet zij bewaren.</li>
          <li>Zonder toestemming gaat de hulp gewoon door.</li>
        </ul>
      </Card>
    </>
  );
}

function EarlierCard({ answers, consents }: Readonly<{ answers: readonly Answer[]; consents: Consents }>) {
  return (
    <Card title="Eerdere antwoorden" id="eerder">
      <DataTable
        caption="Eerdere antwoorden"
        rows={answers}
        rowKey={(answer) => answer.id}
        columns={[
          {
            label: "Waarvoor",
            heading: true,
            cell: (answer) => purposeNames[answer.purpose],
            note: (answer) => personName(consents.persons, answer.aboutPerson),
          },
          {
            label: "Met wie en wat",
            cell: (answer) => (answer.given ? recipientName(answer) : "Nee"),
            note: (answer) => (answer.given ? partList(answer.parts) : (answer.reason ?? "")),
          },
          { label: "Gegeven", cell: howGiven },
          {
            label: "Nu",
            cell: (answer) => <Tag tone="plain">{stateNames[stateOf(answer, consents.today)]}</Tag>,
            note: (answer) => endedOn(answer),
          },
        ]}
      />
    </Card>
  );
}

function endedOn(answer: Answer): string {
  const end = answer.withdrawnOn ?? answer.until;
  return end === null ? "" : `op ${formatDay(end)}`;
}
