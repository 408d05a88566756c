import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { formatDay, type Day } from "../../../kit/day.ts";
import { isRole } from "../../../trust/access/route.ts";
import { mayRole } from "../../../trust/access/rules/policy.ts";
import type { FamilySection, Moment } from "../../trajectory/familySection.ts";
import { openStates, type DueHandover, type Handover } from "../handover.ts";
import { momentNames, standInWords } from "../handover.texts.ts";
import { listHandovers } from "../server/handover.store.ts";
import { findDue } from "../server/readHandover.ts";
import { HandoverTable } from "./HandoverTable.tsx";

const shown = 4;
const hrefOf = ({ id, trajectoryId }: Handover) => `/gezinnen/${trajectoryId}/overdrachten/${id}`;

/** Overdracht: what is due by the dates of the line, and what is under way. */
export const handoverSection: FamilySection = {
  id: "overdracht",
  title: "Overdracht",
  place: "main",
  records: { handover: "Warme overdracht", handover_entry: "Inhoud van een overdracht" },
  async load(work, line, actor, family) {
    const mayPrepare = isRole(actor.role) && mayRole(actor.role, "plan", "write") && line.state === "open";
    const [handovers, due] = await Promise.all([listHandovers(work.db, line.id), mayPrepare ? findDue(work, line, family, actor) : []]);
    if (handovers.length === 0 && !mayPrepare) return null;
    const open = handovers.filter(({ status }) => openStates.includes(status.state));
    const first = [...open, ...handovers.filter((one) => !open.includes(one))].slice(0, shown);
    return {
      body: <HandoverCard trajectoryId={line.id} handovers={first} all={handovers.length} mayPrepare={mayPrepare} />,
      now: [
        ...due.map((one) => <DueNow key={one.moment} trajectoryId={line.id} due={one} today={work.today} />),
        ...open.filter((one) => isMine(one, actor.organisationId)).map((one) => <OpenNow key={one.id} handover={one} />),
      ],
      moments: handovers.flatMap(momentsOf),
    };
  },
};

/** Who has to do something with it now. */
const isMine = ({ status, from, to }: Handover, organisationId: string): boolean =>
  status.state === "prepared" ? from.organisationId === organisationId : to?.organisationId === organisationId;

type CardProps = Readonly<{ trajectoryId: string; handovers: readonly Handover[]; all: number; mayPrepare: boolean }>;

function HandoverCard({ trajectoryId, handovers, all, mayPrepare }: CardProps) {
  const home = `/gezinnen/${trajectoryId}/overdrachten`;
  return (
    <Card title="Overdracht" action={<a href={home}>{all > handovers.length ? `Alle ${all}` : "Overdrachten"}</a>}>
      {handovers.length === 0 ? (
        <p>Er is nog geen overdracht. Wieg stelt haar voor als het moment er is; eerder mag ook.</p>
      ) : (
        <HandoverTable handovers={handovers} />
      )}
      {mayPrepare && (
        <ButtonRow>
          <LinkButton href={`${home}/nieuw?soort=other`}>Overdracht voorbereiden</LinkButton>
        </ButtonRow>
      )}
    </Card>
  );
}

function DueNow({ trajectoryId, due: { moment, dueOn }, today }: Readonly<{ trajectoryId: string; due: DueHandover; today: Day }>) {
  return (
    <div>
      <p>
        <b>{momentNames[moment]}.</b> {dueOn < today ? "Had gehouden moeten zijn op" : "Uiterlijk"} {formatDay(dueOn)}.
      </p>
      <ButtonRow>
        <LinkButton
          href={`/gezinnen/${trajectoryId}/overdrachten/nieuw?soort=${moment}`}
          variant="primary"
          label={`Voorbereiden: ${momentNames[moment]}`}
        >
          Voorbereiden
        </LinkButton>
      </ButtonRow>
    </div>
  );
}

function OpenNow({ handover }: Readonly<{ handover: Handover }>) {
  return (
    <div>
      <p>
        <b>{momentNames[handover.moment]}.</b> {standInWords(handover)}
      </p>
      <ButtonRow>
        <LinkButton href={hrefOf(handover)} variant="primary" label={`Bekijken: ${momentNames[handover.moment]}`}>
          Bekijken
        </LinkButton>
      </ButtonRow>
    </div>
  );
}

function momentsOf(handover: Handover): readonly Moment[] {
  const { status, moment, momentOn } = handover;
  const href = hrefOf(handover);
  if (status.state === "held") return [{ on: status.heldOn, label: `${momentNames[moment]} gehouden`, tone: "ok", href }];
  return openStates.includes(status.state) ? [{ on: momentOn, label: momentNames[moment], tone: "soon", href }] : [];
}
