import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Details } from "../../../design/Details.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { FillingBar } from "../../../design/FillingBar.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import { formatMinutes } from "../../../kit/money.ts";
import { needNames } from "../../enrolment/criterion.texts.ts";
import type { Request } from "../../enrolment/enrolment.ts";
import type { FlexibleDecision } from "../flexibleCare.ts";
import { outcomeNames } from "../flexibleCare.texts.ts";
import type { Flexible } from "../server/findFlexible.ts";

export interface FlexibleRights {
  readonly trajectoryId: string;
  readonly mayPlan: boolean;
  readonly mayDecide: boolean;
  /** After a loss nothing invites to plan or to end [domain 3.10]. */
  readonly quiet: boolean;
}

/** Pillar 2 of a family: hours and days that are left, and what it is for. */
export function FlexibleCard({ flexible, rights }: Readonly<{ flexible: Flexible; rights: FlexibleRights }>) {
  const { standing, place, ended, request, mean, programme } = flexible;
  const used = standing.delivered + standing.planned;
  const runs = place.state === "taken" && ended === null;
  return (
    <Card title="Flexibele kraamzorg (pijler 2)" id="flexibel" tag={<StateTag flexible={flexible} />}>
      {place.state === "taken" && (
        <FillingBar
          label="Afgesproken uren"
          part={Math.min(used, standing.agreed)}
          whole={Math.max(standing.agreed, 1)}
          text={`${formatMinutes(standing.delivered)} gegeven en ${formatMinutes(standing.planned)} gepland van ${formatMinutes(standing.agreed)}`}
          {...(standing.left <= 0 ? { tone: "soon" as const } : {})}
        />
      )}
      <Facts
        facts={[
          runs && { label: "Nog te plannen", value: leftText(standing.left) },
          standing.firstDay === null || standing.lastDay === null
            ? { label: "Periode", value: "vanaf dag 11; de geboorte is nog niet vastgelegd" }
            : { label: "Periode", value: `${formatDay(standing.firstDay)} tot en met ${formatDay(standing.lastDay)}` },
          !runs || standing.daysLeft === null
            ? null
            : { label: "Dagen over", value: standing.daysLeft === 0 ? "geen: de periode is voorbij" : String(standing.daysLeft) },
          { label: "Gemiddeld per gezin", value: meanText(mean, programme.settings.windows.pillar2MeanHours) },
          ended?.outcome
            ? { label: "Afgerond", value: `${formatDay(ended.decidedOn)}: ${outcomeNames[ended.outcome].label}. ${ended.reason}` }
            : null,
        ]}
      />
      {request && <Purpose request={request} />}
      {flexible.decisions.length > 0 && <Decisions decisions={flexible.decisions} />}
      {runs && <Acts rights={rights} />}
    </Card>
  );
}

const leftText = (left: number): string => (left >= 0 ? formatMinutes(left) : `niets; ${formatMinutes(-left)} meer dan afgesproken`);

const meanText = ({ families, minutes }: Flexible["mean"], aim: number): string =>
  `${minutes === null ? "nog niet te zeggen" : formatMinutes(minutes)}${minutes === null ? "" : ` over ${families} ${families === 1 ? "gezin" : "gezinnen"}`}; het programma rekent met ${aim} uur`;

function StateTag({ flexible: { place, ended, standing } }: Readonly<{ flexible: Flexible }>) {
  if (place.state === "given_back") return <Tag>plaats teruggegeven</Tag>;
  if (ended) return <Tag>afgerond</Tag>;
  if (standing.daysLeft === 0) return <Tag tone="soon">periode voorbij</Tag>;
  return standing.left <= 0 ? <Tag tone="soon">uren zijn op</Tag> : <Tag tone="ok">loopt</Tag>;
}

function Purpose({ request }: Readonly<{ request: Request }>) {
  const agreed = [
    ["gezin", request.familyAgreedOn],
    ["verloskundige", request.midwifeAgreedOn],
    ["kraamzorg", request.maternityAgreedOn],
    ["JGZ", request.youthAgreedOn],
  ].flatMap(([who, on]) => (on ? [`${who ?? ""} (${formatDay(on)})`] : []));
  return (
    <Facts
      facts={[
        { label: "Waarom", value: needNames[request.need] },
        { label: "Vraag", value: request.question },
        { label: "Doel", value: request.goal },
        { label: "Eens", value: agreed.length === 0 ? "nog niemand" : agreed.join(", ") },
      ]}
    />
  );
}

function Decisions({ decisions }: Readonly<{ decisions: readonly FlexibleDecision[] }>) {
  return (
    <Details summary={`Besluiten (${decisions.length})`}>
      <DataTable
        caption="Besluiten over pijler 2"
        rows={decisions}
        rowKey={({ id }) => id}
        columns={[
          { label: "Wanneer", heading: true, cell: ({ decidedOn }) => formatDay(decidedOn), note: ({ decidedBy }) => decidedBy },
          { label: "Besluit", cell: decisionText },
          { label: "Waarom", cell: ({ reason }) => reason },
        ]}
      />
    </Details>
  );
}

const decisionText = ({ kind, minutesBefore, minutesAfter, outcome }: FlexibleDecision): string =>
  kind === "raised"
    ? `van ${formatMinutes(minutesBefore ?? 0)} naar ${formatMinutes(minutesAfter ?? 0)}`
    : `afgerond${outcome ? `: ${outcomeNames[outcome].label.toLowerCase()}` : ""}`;

function Acts({ rights: { trajectoryId, mayPlan, mayDecide, quiet } }: Readonly<{ rights: FlexibleRights }>) {
  if (!mayPlan && !mayDecide) return null;
  const at = `/gezinnen/${trajectoryId}/flexibel`;
  return (
    <ButtonRow>
      {mayPlan && (
        <LinkButton href={`${at}/plannen`} variant={quiet ? "secondary" : "primary"}>
          Bezoeken plannen
        </LinkButton>
      )}
      {mayDecide && <LinkButton href={`${at}/uren`}>Uren verhogen</LinkButton>}
      {mayDecide && (
        <LinkButton href={`${at}/afronden`} variant="quiet">
          Afronden
        </LinkButton>
      )}
    </ButtonRow>
  );
}
