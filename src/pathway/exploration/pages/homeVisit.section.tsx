import type { ReactElement } from "react";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import { mayRole } from "../../../trust/access/rules/policy.ts";
import { isRole } from "../../../trust/access/route.ts";
import type { FamilySection, Moment } from "../../trajectory/familySection.ts";
import type { Line } from "../../trajectory/line.ts";
import { openVisitStates, type HomeVisit } from "../homeVisit.ts";
import { moveWords, standInWords, visitKindNames, visitStateNames } from "../homeVisit.texts.ts";
import { listVisits } from "../server/homeVisit.store.ts";
import { findReportOf, listSummaries } from "../server/visitReport.store.ts";
import type { ExplorationSummary, VisitReport } from "../visitReport.ts";

/** The home visit on the family page; to a role with "R summary" the text alone that the family agreed to. */
export const homeVisitSection: FamilySection = {
  id: "huisbezoek",
  title: "Huisbezoek",
  place: "main",
  async load({ db, today }, line, actor) {
    if (!isRole(actor.role) || !mayRole(actor.role, "exploration_summary", "read")) return null;
    if (!mayRole(actor.role, "exploration", "read")) {
      const summaries = await listSummaries(db, line.id);
      return summaries.length === 0 ? null : { body: <SummaryCard summaries={summaries} /> };
    }
    const visits = await listVisits(db, line.id);
    const mayWrite = mayRole(actor.role, "exploration", "write") && line.state === "open";
    const [newest] = visits;
    if (newest === undefined) return mayWrite ? { body: <NoVisitCard line={line} /> } : null;
    const isOpen = openVisitStates.includes(newest.status.state);
    return {
      body: <VisitCard line={line} visits={visits} report={await findReportOf(db, newest.id)} mayAsk={mayWrite && !isOpen} />,
      now: newest.asked.organisationId === actor.organisationId && mayWrite ? nowOf(newest, today) : [],
      moments: visits.flatMap(momentsOf),
    };
  },
};

const hrefOf = (visit: HomeVisit) => `/gezinnen/${visit.trajectoryId}/huisbezoeken/${visit.id}`;

function SummaryCard({ summaries }: Readonly<{ summaries: readonly ExplorationSummary[] }>) {
  return (
    <Card title="Verkenning">
      <Facts
        facts={summaries.map(({ subject, onDay, summary, organisation }) => ({
          label: `${subject === "home_visit" ? "Huisbezoek" : "Gesprek"}, ${formatDay(onDay)}`,
          value: `${summary} (${organisation})`,
        }))}
      />
    </Card>
  );
}

function NoVisitCard({ line }: Readonly<{ line: Line }>) {
  return (
    <Card title="Huisbezoek">
      <EmptyState
        title="Nog niet gevraagd"
        action={<LinkButton href={`/gezinnen/${line.id}/huisbezoeken/nieuw`}>Huisbezoek vragen</LinkButton>}
      >
        De JGZ kijkt samen met het gezin wat er speelt en waar het hulp bij wil. Alleen als het gezin dat wil.
      </EmptyState>
    </Card>
  );
}

function VisitCard({
  line,
  visits,
  report,
  mayAsk,
}: Readonly<{ line: Line; visits: readonly HomeVisit[]; report: VisitReport | null; mayAsk: boolean }>) {
  const [newest, ...earlier] = visits;
  if (newest === undefined) return null;
  const state = visitStateNames[newest.status.state];
  return (
    <Card
      title={visitKindNames[newest.kind]}
      tag={<Tag tone={state.tone}>{state.text}</Tag>}
      action={<a href={hrefOf(newest)}>{report === null ? "Bekijken" : "Verslag lezen"}</a>}
    >
      <p>{standInWords(newest)}</p>
      {typeof report?.familyWants === "string" && (
        <p>
          Het gezin wil: <q>{report.familyWants}</q>
        </p>
      )}
      {earlier.length > 0 && (
        <p className="wieg-note">
          Eerder:{" "}
          {earlier.map((visit, at) => (
            <span key={visit.id}>
              {at > 0 && ", "}
              <a href={hrefOf(visit)}>{formatDay(visit.requestedOn)}</a> ({visitStateNames[visit.status.state].text})
            </span>
          ))}
        </p>
      )}
      {mayAsk && (
        <ButtonRow>
          <LinkButton href={`/gezinnen/${line.id}/huisbezoeken/nieuw`}>
            {newest.status.state === "reported" ? "Nog een huisbezoek vragen" : "Opnieuw vragen"}
          </LinkButton>
        </ButtonRow>
      )}
    </Card>
  );
}

/** What the nurse has to do now. */
function nowOf(visit: HomeVisit, today: string): readonly ReactElement[] {
  const { status } = visit;
  const block = (sentence: string, button: string, href: string) => (
    <div key="visit">
      <p>
        <b>{visitKindNames[visit.kind]}.</b> {sentence}
      </p>
      <ButtonRow>
        <LinkButton href={href} variant="primary">
          {button}
        </LinkButton>
      </ButtonRow>
    </div>
  );
  if (status.state === "accepted" || status.state === "no_show")
    return [block(standInWords(visit), "Plannen", `${hrefOf(visit)}/${moveWords.schedule}`)];
  if (status.state === "scheduled") return status.on <= today ? [block("Is het geweest? Leg het vast.", "Vastleggen", hrefOf(visit))] : [];
  return status.state === "held" ? [block(standInWords(visit), "Verslag schrijven", `${hrefOf(visit)}/${moveWords.report}`)] : [];
}

/** Asked, and then what became of it. */
function momentsOf(visit: HomeVisit): readonly Moment[] {
  const { status } = visit;
  const href = hrefOf(visit);
  const by = visit.asked.organisation;
  const asked = { on: visit.requestedOn, label: "huisbezoek gevraagd", tone: "info", href, by: visit.asking.organisation } as const;
  if ("heldOn" in status && status.heldOn !== null) return [asked, { on: status.heldOn, label: "huisbezoek", tone: "ok", href, by }];
  if (status.state === "scheduled") return [asked, { on: status.on, label: "huisbezoek gepland", tone: "soon", href, by }];
  return [asked];
}
