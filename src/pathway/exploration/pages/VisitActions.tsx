import { ActionForm } from "../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import type { VisitMove } from "../homeVisit.ts";
import { moveWords } from "../homeVisit.texts.ts";
import { decideMove } from "../rules/homeVisitMoves.ts";
import type { VisitData } from "../server/readVisit.ts";

/** The buttons of who looks: exactly the moves that are possible now, the likeliest first. */
export function VisitActions({ data }: Readonly<{ data: VisitData }>) {
  const { visit, sides, consent, today } = data;
  const base = `/gezinnen/${visit.trajectoryId}/huisbezoeken/${visit.id}`;
  const can = (move: VisitMove) => decideMove(move, { state: visit.status.state, sides, consent }) === "go";
  const hidden = { version: visit.version };
  const to = (move: VisitMove) => `${base}/${moveWords[move]}`;
  const ended = visit.status.state === "declined" || visit.status.state === "cancelled";
  const dayHasCome = visit.status.state === "scheduled" && visit.status.on <= today;
  return (
    <ButtonRow>
      {can("accept") && <ActionForm action={to("accept")} hidden={hidden} variant="primary" button="Ik neem het aan" />}
      {can("hold") && dayHasCome && (
        <LinkButton href={to("hold")} variant="primary">
          Het bezoek is geweest
        </LinkButton>
      )}
      {can("schedule") && (
        <LinkButton href={to("schedule")} variant={visit.status.state === "scheduled" ? "secondary" : "primary"}>
          {visit.status.state === "scheduled" ? "Een andere dag" : "Plannen"}
        </LinkButton>
      )}
      {can("report") && (
        <LinkButton href={to("report")} variant="primary">
          Verslag schrijven
        </LinkButton>
      )}
      {can("missed") && dayHasCome && (
        <ActionForm
          action={to("missed")}
          hidden={hidden}
          button="Er was niemand"
          confirm={<p>U maakt daarna een nieuwe afspraak. Wie het bezoek vroeg, ziet dat er niemand was.</p>}
          confirmButton="Ja, er was niemand"
        />
      )}
      {can("decline") && <LinkButton href={to("decline")}>Wij kunnen dit niet doen</LinkButton>}
      {can("cancel") && (visit.status.state !== "held" || !data.allowed) && (
        <LinkButton href={to("cancel")} variant="quiet">
          {visit.status.state === "held" ? "Afsluiten zonder verslag" : "Het gaat niet door"}
        </LinkButton>
      )}
      {data.told && <ActionForm action={`${base}/gezien`} button="Gelezen" variant={ended ? "secondary" : "primary"} />}
      {ended && sides.asking && data.family !== null && data.lineOpen && (
        <LinkButton href={`/gezinnen/${visit.trajectoryId}/huisbezoeken/nieuw`}>Opnieuw vragen</LinkButton>
      )}
    </ButtonRow>
  );
}
