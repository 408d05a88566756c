import type { ReactElement } from "react";
import { ButtonRow } from "../../../../design/ButtonRow.tsx";
import { Card } from "../../../../design/Card.tsx";
import { EmptyState } from "../../../../design/EmptyState.tsx";
import { LinkButton } from "../../../../design/LinkButton.tsx";
import { isRole } from "../../../../trust/access/route.ts";
import { mayRole } from "../../../../trust/access/rules/policy.ts";
import type { FamilySection, Moment } from "../../../trajectory/familySection.ts";
import { openStates, type Candidate } from "../referral.ts";
import { candidateStateNames, standInWords } from "../referral.texts.ts";
import { listCandidates } from "../server/referral.store.ts";
import { CandidateTable } from "./CandidateTable.tsx";

const shown = 6;
const hrefOf = ({ id, trajectoryId }: Candidate) => `/gezinnen/${trajectoryId}/verwijzingen/${id}`;

/** Steun: what was asked for the family and where it stands, what is open first. */
export const referralSection: FamilySection = {
  id: "steun",
  title: "Steun",
  place: "main",
  records: {
    referral: "Verwijzing",
    referral_candidate: "Gevraagde steun",
    referral_report: "Bericht over de hulp",
    referral_link: "Eenmalige link",
  },
  async load({ db }, line, { role, organisationId }) {
    if (!isRole(role) || !mayRole(role, "referrals", "read")) return null;
    const candidates = await listCandidates(db, line.id);
    const mayRefer = mayRole(role, "referrals", "write") && line.state === "open";
    if (candidates.length === 0 && !mayRefer) return null;
    const open = candidates.filter(({ status }) => openStates.includes(status.state));
    const first = [...open, ...candidates.filter((one) => !open.includes(one))].slice(0, shown);
    return {
      body: <SupportCard trajectoryId={line.id} candidates={first} all={candidates.length} mayRefer={mayRefer} />,
      now: open.filter(({ asked }) => asked.organisationId === organisationId).flatMap(nowOf),
      moments: candidates.flatMap(momentsOf),
    };
  },
};

type CardProps = Readonly<{ trajectoryId: string; candidates: readonly Candidate[]; all: number; mayRefer: boolean }>;

function SupportCard({ trajectoryId, candidates, all, mayRefer }: CardProps) {
  const find = <LinkButton href={`/gezinnen/${trajectoryId}/steun`}>Steun zoeken en verwijzen</LinkButton>;
  return (
    <Card title="Steun" action={all > candidates.length ? <a href={`/gezinnen/${trajectoryId}/verwijzingen`}>Alle {all}</a> : undefined}>
      {candidates.length === 0 ? (
        <EmptyState title="Nog geen steun gevraagd" action={find}>
          Kijk samen met het gezin wat past. Alleen als het gezin dat wil.
        </EmptyState>
      ) : (
        <>
          <CandidateTable candidates={candidates} />
          {mayRefer && <ButtonRow>{find}</ButtonRow>}
        </>
      )}
    </Card>
  );
}

/** What the own organisation has to do now. */
function nowOf(candidate: Candidate): readonly ReactElement[] {
  return [
    <div key={candidate.id}>
      <p>
        <b>{candidate.offer.name}.</b> {standInWords(candidate)}
      </p>
      <ButtonRow>
        <LinkButton href={hrefOf(candidate)} variant="primary" label={`Bekijken: ${candidate.offer.name}`}>
          Bekijken
        </LinkButton>
      </ButtonRow>
    </div>,
  ];
}

/** Asked, and then what became of it or is expected. */
function momentsOf(candidate: Candidate): readonly Moment[] {
  const { status, offer, requestedOn, answerBy, asked, asking } = candidate;
  const href = hrefOf(candidate);
  const by = asked.organisation;
  const request = { on: requestedOn, label: `${offer.name} gevraagd`, tone: "info", href, by: asking.organisation } as const;
  switch (status.state) {
    case "requested":
      return [request, { on: answerBy, label: `antwoord over ${offer.name}`, tone: "soon", href, by }];
    case "waitlisted":
      return [request, { on: status.expectedOn, label: `plaats verwacht bij ${offer.name}`, tone: "soon", href, by }];
    case "accepted":
      return [request, { on: status.answeredOn, label: `${offer.name} aangenomen`, tone: "ok", href, by }];
    case "started":
      return [request, { on: status.startedOn, label: `${offer.name} begonnen`, tone: "ok", href, by }];
    case "completed":
      return [request, { on: status.endedOn, label: `${offer.name} afgerond`, tone: "ok", href, by }];
    default:
      return [request, { on: status.endedOn, label: `${offer.name}: ${candidateStateNames[status.state].text}`, href, by }];
  }
}
