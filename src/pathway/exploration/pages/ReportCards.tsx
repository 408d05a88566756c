import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { CategoryNow } from "../../assessment/assessment.ts";
import { categoryLabel } from "../../assessment/assessment.texts.ts";
import { lifeDomains, type Factor } from "../../signal/signal.ts";
import { domainNames } from "../../signal/signal.texts.ts";
import type { VisitReport } from "../visitReport.ts";

type Props = Readonly<{ report: VisitReport; factors: readonly Factor[]; category: CategoryNow | null; trajectoryId: string }>;

/** What the visit found, the family's own words first. */
export function ReportCards({ report, factors, category, trajectoryId }: Props) {
  const findings = lifeDomains.flatMap((dimension) => report.findings.filter((one) => one.dimension === dimension));
  const seen = report.factors.flatMap((code) => factors.find((factor) => factor.code === code) ?? []);
  return (
    <>
      <Card
        title="Verslag"
        id="verslag"
        tag={
          <Tag tone={report.seenByFamily ? "ok" : "soon"}>
            {report.seenByFamily ? "besproken met het gezin" : "nog niet besproken met het gezin"}
          </Tag>
        }
      >
        <Facts
          facts={[
            report.familyWants === null ? null : { label: "Wat het gezin wil", value: <q>{report.familyWants}</q> },
            report.worksWell === null ? null : { label: "Wat goed gaat", value: report.worksWell },
            ...findings.map(({ dimension, found }) => ({ label: domainNames[dimension], value: found })),
          ]}
        />
        {seen.length > 0 && (
          <p>
            {seen.map((factor) => (
              <span key={factor.code}>
                <Tag tone={factor.kind === "risk" ? "soon" : factor.kind === "protective" ? "ok" : "plain"}>{factor.label}</Tag>{" "}
              </span>
            ))}
          </p>
        )}
        {report.proposedCategory !== null && (
          <p>
            Voorstel: <b>{categoryLabel(report.proposedCategory)}</b>. {report.proposalReason}{" "}
            {category?.confirmedByBoth ? "Samen bevestigd." : <a href={`/gezinnen/${trajectoryId}#nu`}>Samen bevestigen</a>}
          </p>
        )}
      </Card>
      {report.agreements.length > 0 && (
        <Card title="Afgesproken">
          <DataTable
            caption="Afspraken van het huisbezoek"
            rows={report.agreements}
            rowKey={({ what }) => what}
            columns={[
              { label: "Afspraak", heading: true, cell: ({ what }) => what },
              { label: "Wie", cell: ({ who }) => who },
              { label: "Wanneer", cell: ({ dueOn }) => (dueOn === null ? "geen dag" : formatDay(dueOn)) },
            ]}
          />
        </Card>
      )}
    </>
  );
}
