import { ActionForm } from "../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { formatDay } from "../../../kit/day.ts";
import { formatMinutes } from "../../../kit/money.ts";
import { roleNames } from "../../../trust/access/roles.texts.ts";
import type { Role } from "../../../trust/access/rules/policy.ts";
import { entryNames } from "../enrolment.texts.ts";
import type { Place } from "../enrolment.ts";
import { lastDayOfPillar2 } from "../rules/mayEnter.ts";
import type { Enrolment } from "../server/readEnrolment.ts";
import type { EnrolmentRights } from "./EnrolmentPage.tsx";

type Props = Readonly<{ enrolment: Enrolment; held: Place; rights: EnrolmentRights }>;

/** The family holds a place: since when, by whom, what it means, and what is still to be asked. */
export function HeldCard({ enrolment: { line, pillar, programme, decidedUnder, decisions }, held, rights }: Props) {
  const decision = decisions.find(({ outcome }) => outcome === "place");
  const base = `/gezinnen/${line.id}/geboortezorg-flex/${pillar}`;
  const until = pillar === 2 ? lastDayOfPillar2(line.bornOn, (decidedUnder ?? programme).settings.windows) : null;
  return (
    <Card title="Dit gezin heeft een plaats" tone="ok">
      <Facts
        facts={[
          { label: "Sinds", value: formatDay(held.takenOn) },
          decision && {
            label: "Besloten door",
            value: `${decision.decidedBy}, ${roleNames[decision.role as Role]}, ${decision.organisation}`,
          },
          pillar === 2 && { label: "Instroom", value: entryNames[held.entry] },
          held.agreedMinutes !== null && { label: "Afgesproken", value: formatMinutes(held.agreedMinutes) },
          until !== null && { label: "Tot en met", value: formatDay(until) },
          { label: "Rekening naar", value: held.funder ?? "nog na te vragen: CZ of VGZ" },
          decision && { label: "Versie van de regels", value: `${decision.versionNumber}` },
        ]}
      />
      {rights.decide && (
        <ButtonRow>
          {held.funder === null &&
            (["CZ", "VGZ"] as const).map((group) => (
              <ActionForm key={group} action={`${base}/verzekeraar`} button={`Verzekerd via ${group}`} hidden={{ group }} />
            ))}
          <LinkButton href={`${base}/teruggeven`} variant="quiet">
            Plaats teruggeven
          </LinkButton>
        </ButtonRow>
      )}
    </Card>
  );
}
