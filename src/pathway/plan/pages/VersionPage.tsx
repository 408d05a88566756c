import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { Family } from "../../../registry/family.ts";
import { familyHeading } from "../../../registry/personName.ts";
import type { PlanVersion } from "../familyPlan.ts";
import { wayNames } from "../familyPlan.texts.ts";
import { ChangesList } from "./ChangesList.tsx";
import { ContentCards } from "./ContentCards.tsx";
import { memberName } from "./planWords.ts";

export type VersionData = Readonly<{ trajectoryId: string; family: Family; one: PlanVersion; before: PlanVersion | null }>;

/** One version as the family agreed to it, and what it changed. */
export function VersionPage({ trajectoryId, family, one, before }: VersionData) {
  const plan = `/gezinnen/${trajectoryId}/plan`;
  return (
    <Page
      title={`Gezinsplan, versie ${one.number}`}
      sub={familyHeading(family.members)}
      width="narrow"
      back={{ href: plan, label: "Gezinsplan" }}
    >
      <Card title="Akkoord">
        <Facts
          facts={[
            { label: "Akkoord op", value: formatDay(one.agreedOn) },
            { label: "Door", value: one.agreedBy.map((id) => memberName(family, id)).join(" en ") },
            { label: "Hoe", value: wayNames[one.way] },
            { label: "Vastgelegd door", value: `${one.by}, ${formatDay(one.recordedOn)}` },
          ]}
        />
        <ButtonRow>
          <LinkButton href={`${plan}/versies/${one.id}/afdruk.pdf`}>Afdrukken (PDF)</LinkButton>
        </ButtonRow>
      </Card>
      {before && (
        <Card title={`Veranderd sinds versie ${before.number}`}>
          <ChangesList before={before.content} after={one.content} family={family} />
        </Card>
      )}
      <ContentCards content={one.content} family={family} />
    </Page>
  );
}
