import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag, type Tone } from "../../../design/Tag.tsx";
import { formatMoment, formatShortDay } from "../../../kit/day.ts";
import { pilotStudies } from "../../design/pilotStudies.ts";
import { armNames } from "../../design/study.texts.ts";
import type { Arm } from "../../design/study.ts";
import type { Participation } from "../../participation/participation.ts";
import { kindNames } from "../../register/register.texts.ts";
import { outNames, shortName, standingNames, wayNames, whyNames } from "../desk.texts.ts";
import type { Standing } from "../desk.ts";
import { standingOf } from "../rules/standingOf.ts";
import { wavesInWords } from "../server/readLists.ts";
import type { OneParticipant } from "../server/readParticipant.ts";
import { armHref, keyHref, listsAddress } from "./addresses.ts";

const tones: Readonly<Record<Standing, Tone>> = { due: "soon", missing: "late", stopped: "plain", planned: "plain", answered: "ok" };
const armInWords = (arm: Arm | null): string => (arm === null ? "geen groep" : armNames[arm]);

/** One participant by her pseudonym: her studies, her lists, and what to look at when cleaning the data. */
export function ParticipantPage(one: OneParticipant) {
  const { participant } = one;
  return (
    <Page
      title="Deelnemer"
      heading={`Deelnemer ${participant.code}`}
      sub={`Gevraagd door ${participant.site}. Wie dit is, weet het onderzoeksbureau niet.`}
      tags={<Tag tone={participant.state === "active" ? "ok" : "plain"}>{stateOf(one)}</Tag>}
      width="wide"
      back={{ href: listsAddress, label: "Lijsten" }}
    >
      <StudiesCard {...one} />
      <ListsCard {...one} />
      <CareCard {...one} />
      <ChangesCard {...one} />
    </Page>
  );
}

function stateOf({ participant: { state, endedBecause } }: OneParticipant): string {
  if (state === "active") return "doet mee";
  if (state === "withdrawn") return outNames.withdrawn;
  return endedBecause === "study_over" || endedBecause === null ? "onderzoek is voorbij" : outNames[endedBecause];
}

function StudiesCard({ participant: { code, studies, language, answersBy }, places }: OneParticipant) {
  return (
    <Card title="Doet mee aan" id="deelname">
      <DataTable
        caption="Deelstudies van deze deelnemer"
        rows={studies}
        rowKey={({ study }) => study}
        columns={[
          {
            label: "Deelstudie",
            heading: true,
            cell: ({ study }) => shortName(pilotStudies.find(({ code }) => code === study)?.name ?? study),
          },
          {
            label: "Toestemming",
            cell: ({ consentOn }) => formatShortDay(consentOn),
            note: ({ consentWay }) => (consentWay === "paper" ? "op papier" : "digitaal"),
          },
          { label: "Groep", cell: groupOf, note: ({ armFixedOn }) => armFixedOn && `bepaald op ${formatShortDay(armFixedOn)}` },
          { label: "Koppelen", cell: ({ registerLink }) => (registerLink ? "ja" : "nee") },
          { label: "Citeren", cell: ({ quotes }) => (quotes ? "ja" : "nee") },
          { label: "Teruggetrokken", cell: ({ withdrawnOn }) => (withdrawnOn === null ? "" : formatShortDay(withdrawnOn)) },
        ]}
      />
      <Facts
        facts={[
          { label: "Taal", value: language },
          { label: "Antwoordt", value: wayNames[answersBy] },
          ...places.map(({ pillar, days, givenBack }) => ({
            label: `Plaats in pijler ${pillar}`,
            value: `${days} dagen na de toestemming${givenBack ? ", teruggegeven" : ""}`,
          })),
        ]}
      />
      <ButtonRow>
        {studies.some(({ armFixedOn }) => armFixedOn !== null) && <LinkButton href={armHref(code)}>Verbeter de groep</LinkButton>}
        <LinkButton href={keyHref(code)}>Vraag aan de sleutelbewaarder wie dit is</LinkButton>
      </ButtonRow>
    </Card>
  );
}

const groupOf = ({ arm, armFixedOn }: Participation): string =>
  arm !== null ? armNames[arm] : armFixedOn === null ? "nog niet bepaald" : "geen: een feit was bij T0 niet bekend, of past in geen groep";

function ListsCard({ lists, today }: OneParticipant) {
  return (
    <Card title="Lijsten" id="lijsten">
      <DataTable
        caption="Lijsten van deze deelnemer"
        rows={lists}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Nog geen lijst">Lijsten komen als de dag bekend is waarvan ze worden geteld.</EmptyState>}
        columns={[
          { label: "Meting", heading: true, cell: wavesInWords, note: ({ late }) => (late ? "later dan het plan" : null) },
          {
            label: "Stand",
            cell: (list) => {
              const { standing } = standingOf(list, today);
              return <Tag tone={tones[standing]}>{standingNames[standing]}</Tag>;
            },
            note: ({ state, why }) => (state === "answered" ? null : whyNames[why]),
          },
          { label: "Open", cell: ({ opensOn, expiresOn }) => `${formatShortDay(opensOn)} tot en met ${formatShortDay(expiresOn)}` },
          { label: "Hoe", cell: ({ way }) => (way === null ? "" : wayNames[way]) },
          {
            label: "Antwoorden",
            numeric: true,
            cell: ({ given }) => given,
            note: ({ without }) => (without > 0 ? `${without} zonder antwoord` : null),
          },
          {
            label: "Let op",
            cell: ({ contradicts }) =>
              contradicts.length === 0 ? "" : <Tag tone="soon">spreekt zich tegen: {contradicts.join(", ")}</Tag>,
          },
        ]}
      />
    </Card>
  );
}

const hours = (minutes: number | null): string =>
  minutes === null ? "niet bekend" : `${String(Math.round((minutes / 60) * 10) / 10).replace(".", ",")} uur`;

function CareCard({ care, registers }: OneParticipant) {
  return (
    <Card title="Zorg en registers" id="zorg">
      {care && (
        <Facts
          facts={[
            { label: "Kraamzorg geïndiceerd", value: hours(care.indicatedMinutes) },
            { label: "Kraamzorg afgenomen bij de intake", value: hours(care.acceptedMinutes) },
            { label: "Kraamzorg geleverd, dag 1 tot en met 10", value: hours(care.deliveredMinutes) },
            care.flexibleVisits > 0 && {
              label: "Flexibele kraamzorg",
              value: `${hours(care.flexibleMinutes)} in ${care.flexibleVisits} bezoeken, van dag ${(care.flexibleFrom ?? 0) + 1} tot en met dag ${(care.flexibleUntil ?? 0) + 1}`,
            },
          ]}
        />
      )}
      <DataTable
        caption="Gegevens uit registers van deze deelnemer"
        rows={registers}
        rowKey={({ kind, from, until }) => kind + from + until}
        empty={<p className="wieg-note">Uit registers is er niets van deze deelnemer.</p>}
        columns={[
          { label: "Register", heading: true, cell: ({ kind }) => kindNames[kind] },
          { label: "Periode", cell: ({ from, until }) => `${formatShortDay(from)} tot en met ${formatShortDay(until)}` },
          { label: "Aantal", numeric: true, cell: ({ count }) => count },
        ]}
      />
    </Card>
  );
}

function ChangesCard({ changes }: OneParticipant) {
  if (changes.length === 0) return null;
  return (
    <Card title="Groep verbeterd" id="verbeterd">
      <DataTable
        caption="Verbeteringen van de groep"
        rows={changes}
        rowKey={({ at, study }) => study + String(at)}
        columns={[
          { label: "Wanneer", heading: true, cell: ({ at }) => formatMoment(at) },
          { label: "Van", cell: ({ fromArm }) => armInWords(fromArm) },
          { label: "Naar", cell: ({ toArm }) => armInWords(toArm) },
          { label: "Waarom", cell: ({ why }) => why },
        ]}
      />
    </Card>
  );
}
