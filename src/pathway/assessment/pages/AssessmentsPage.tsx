import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import { familyHeading } from "../../../registry/personName.ts";
import { isRole } from "../../../trust/access/route.ts";
import { roleNames } from "../../../trust/access/roles.texts.ts";
import { categoryLabel } from "../assessment.texts.ts";
import { proposalSentence } from "../rules/proposalSentence.ts";
import type { KeptAssessment } from "../server/assessment.store.ts";
import type { AssessmentPageData } from "../server/readAssessment.ts";

/** Every assessment of the line, newest first: none is changed or taken away. */
export function AssessmentsPage({ data: { trajectoryId, family, history } }: { data: AssessmentPageData }) {
  return (
    <Page
      title="Inschattingen"
      sub={`${familyHeading(family.members)}. De bovenste geldt. Een inschatting is nooit voorgoed: kwetsbaarheid beweegt.`}
      back={{ href: `/gezinnen/${trajectoryId}`, label: "Terug naar het gezin" }}
    >
      <Card>
        <DataTable
          caption="Inschattingen, de nieuwste eerst"
          rows={history}
          rowKey={({ id }) => id}
          columns={[
            { label: "Wanneer", heading: true, cell: ({ assessedOn }) => formatDay(assessedOn) },
            {
              label: "Categorie",
              cell: ({ category }) => <Tag tone="category">{categoryLabel(category)}</Tag>,
              note: ({ proposal, category, way }) =>
                way === "judged" && proposal !== category ? `voorstel was ${proposal ?? "er niet"}` : "",
            },
            { label: "Waarom", cell: reasonsOf, note: ({ reason }) => reason ?? "" },
            {
              label: "Door",
              cell: ({ professional, organisation }) => professional ?? organisation,
              note: ({ role, organisation }) => `${isRole(role) ? roleNames[role] : role}, ${organisation}`,
            },
          ]}
          empty={<EmptyState title="Nog geen inschatting">Maak de eerste inschatting vanaf de pagina van het gezin.</EmptyState>}
        />
      </Card>
    </Page>
  );
}

const reasonsOf = ({ judgements, riskCount }: KeptAssessment): string =>
  judgements ? proposalSentence(judgements, riskCount) : "Na het prenataal huisbezoek.";
