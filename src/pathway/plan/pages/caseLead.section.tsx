import type { ReactElement } from "react";
import { ActionForm } from "../../../design/ActionForm.tsx";
import { Card } from "../../../design/Card.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { isRole } from "../../../trust/access/route.ts";
import { mayRole } from "../../../trust/access/rules/policy.ts";
import type { FamilySection } from "../../trajectory/familySection.ts";
import type { CaseLead, LeadNotice, LeadTransfer } from "../caseLead.ts";
import { basisWords, noticeTexts } from "../caseLead.texts.ts";
import { mayMove } from "../rules/leadMoves.ts";
import { findCaseLead, findLastTransfer, listNotices } from "../server/caseLead.store.ts";
import { answersOf } from "./answersOf.tsx";
import { Phone } from "./Phone.tsx";
import { roleWord, whoAsked } from "./whoAsked.ts";

/** Who keeps the line, with a number to call. Route 1 has no lead, and then there is nothing to show. */
export const caseLeadSection: FamilySection = {
  id: "regie",
  title: "Casusregie",
  place: "aside",
  async load({ db }, line, actor) {
    const [lead, transfer, notices] = await Promise.all([
      findCaseLead(db, line.id),
      findLastTransfer(db, line.id),
      listNotices(db, line.id),
    ]);
    if (!lead) return notices.length > 0 ? { body: null, now: notices.map((notice) => toldCard(line.id, notice)) } : null;
    const offered = transfer?.state === "offered" ? transfer : null;
    return {
      body: <LeadCard trajectoryId={line.id} lead={lead} offered={offered} actor={actor} />,
      now: [
        ...(offered && mayMove("accept", offered, actor) ? [askedCard(offered)] : []),
        ...notices.map((notice) => toldCard(line.id, notice)),
      ],
      facts: [
        {
          label: "Regie",
          value: (
            <>
              {lead.professional}, {lead.organisation} <Phone phone={lead.phone} />
            </>
          ),
        },
      ],
    };
  },
};

function LeadCard({
  trajectoryId,
  lead,
  offered,
  actor,
}: {
  trajectoryId: string;
  lead: CaseLead;
  offered: LeadTransfer | null;
  actor: Actor;
}) {
  const mine = lead.membershipId === actor.membershipId;
  const mayOffer =
    isRole(actor.role) && mayRole(actor.role, "plan", "write") && (lead.left || lead.organisationId === actor.organisationId);
  return (
    <Card title="Casusregie" tag={lead.left ? <Tag tone="late">werkt hier niet meer</Tag> : mine ? <Tag tone="ok">u</Tag> : undefined}>
      <p>
        <b>{lead.professional}</b>
        <br />
        {roleWord(lead.role)}, {lead.organisation}
        <br />
        <Phone phone={lead.phone} />
      </p>
      <p className="wieg-hint">
        Sinds {formatDay(lead.since)}: {basisWords[lead.basis]}.
      </p>
      {offered && (
        <p>
          Aangeboden aan {whoAsked(offered.to)}. Antwoord uiterlijk {formatDay(offered.answerBy)}.
        </p>
      )}
      {mayOffer && <LinkButton href={`/gezinnen/${trajectoryId}/regie`}>{offered ? "Bekijken" : "Regie overdragen"}</LinkButton>}
    </Card>
  );
}

const askedCard = (offered: LeadTransfer): ReactElement => (
  <div key={offered.id}>
    <p>
      <b>Wilt u casusregisseur worden?</b> {[offered.offeredBy, offered.from.organisation].filter(Boolean).join(", ")} vraagt het u.
      Antwoord uiterlijk {formatDay(offered.answerBy)}.
    </p>
    {answersOf(offered.id)}
  </div>
);

const toldCard = (trajectoryId: string, { kind }: { kind: LeadNotice }): ReactElement => (
  <div key={kind}>
    <p>{noticeTexts[kind]}</p>
    <ActionForm
      action={`/gezinnen/${trajectoryId}/regie/gezien`}
      button="Gezien"
      hidden={{ kind }}
      label={`Gezien: ${noticeTexts[kind]}`}
    />
  </div>
);
