import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Facts } from "../../../design/Facts.tsx";
import { Form } from "../../../design/Form.tsx";
import { Page } from "../../../design/Page.tsx";
import { Select } from "../../../design/Select.tsx";
import { formatDay } from "../../../kit/day.ts";
import { familyHeading } from "../../../registry/personName.ts";
import type { CaseLead } from "../caseLead.ts";
import { basisWords, leadRefusals } from "../caseLead.texts.ts";
import type { Candidate } from "../server/caseLead.store.ts";
import type { LeadPageData } from "../server/readCaseLead.ts";
import { mayMove } from "../rules/leadMoves.ts";
import { Phone } from "./Phone.tsx";
import { roleWord, whoAsked } from "./whoAsked.ts";

/** Who leads, to whom the lead is offered, and who led before. Nothing changes until the other accepts. */
export function LeadPage({ data, values, errors }: { data: LeadPageData; values: Values; errors: Errors }) {
  const { trajectoryId, lead, transfer, family, former } = data;
  return (
    <Page
      title="Casusregie"
      sub={familyHeading(family.members)}
      width="narrow"
      back={{ href: `/gezinnen/${trajectoryId}`, label: "Terug naar het gezin" }}
      errors={errors}
    >
      <LeadNow lead={lead} />
      {transfer?.state === "offered" ? <Offered data={data} /> : lead && <OfferForm data={data} values={values} errors={errors} />}
      <FormerLeads former={former} />
    </Page>
  );
}

function LeadNow({ lead }: { lead: CaseLead | null }) {
  if (lead === null)
    return (
      <Alert title="Geen casusregisseur">
        <p>{leadRefusals["no-lead"]}</p>
      </Alert>
    );
  return (
    <Card title="Casusregisseur nu">
      <Facts
        facts={[
          { label: "Wie", value: `${lead.professional}, ${roleWord(lead.role)}` },
          { label: "Organisatie", value: lead.organisation },
          { label: "Telefoon", value: <Phone phone={lead.phone} /> },
          { label: "Sinds", value: `${formatDay(lead.since)}: ${basisWords[lead.basis]}` },
        ]}
      />
      {lead.left && (
        <Alert title="Deze collega werkt hier niet meer" tone="late">
          <p>Bied de regie nu aan een ander aan.</p>
        </Alert>
      )}
    </Card>
  );
}

function FormerLeads({ former }: Pick<LeadPageData, "former">) {
  if (former.length === 0) return null;
  return (
    <Card title="Eerder">
      <DataTable
        caption="Wie eerder casusregisseur was"
        rows={former}
        rowKey={({ since, professional }) => `${since} ${professional}`}
        columns={[
          {
            label: "Wie",
            heading: true,
            cell: ({ professional }) => professional,
            note: ({ role, organisation }) => `${roleWord(role)}, ${organisation}`,
          },
          { label: "Van", cell: ({ since }) => formatDay(since) },
          { label: "Tot", cell: ({ until }) => formatDay(until) },
        ]}
      />
    </Card>
  );
}

function Offered({ data: { transfer, asker } }: { data: LeadPageData }) {
  if (!transfer) return null;
  return (
    <Card title="Aangeboden" tone="info">
      <p>
        Aan <b>{whoAsked(transfer.to)}</b>, op {formatDay(transfer.offeredOn)}. Antwoord uiterlijk {formatDay(transfer.answerBy)}. Tel.{" "}
        <Phone phone={transfer.to.phone} />
      </p>
      {mayMove("withdraw", transfer, asker) && <ActionForm action={`/regie/${transfer.id}/intrekken`} button="Aanbod intrekken" />}
    </Card>
  );
}

function OfferForm({ data, values, errors }: { data: LeadPageData; values: Values; errors: Errors }) {
  const { trajectoryId, lead, candidates, transfer, asker } = data;
  const onlyColleagues = candidates.every(({ organisationId }) => organisationId === asker.organisationId);
  return (
    <Card title="Regie overdragen">
      {transfer?.state === "declined" && (
        <p>
          {whoAsked(transfer.to)} nam de regie niet aan: “{transfer.reason}”
        </p>
      )}
      {onlyColleagues && (
        <p>
          Hier staan alleen collega's van uw eigen organisatie. De JGZ en het Knooppunt komen erbij als bekend is in welke gemeente het
          gezin woont: <a href={`/gezinnen/${trajectoryId}/adres`}>adres vastleggen</a>.
        </p>
      )}
      <Form action={`/gezinnen/${trajectoryId}/regie`} errors={errors} values={values}>
        <Select
          name="to"
          label="Wie vraagt u?"
          hint="De overdracht gaat in als de ander haar aanneemt. Dat moet binnen 3 werkdagen; anders krijgt de coördinator van het Knooppunt bericht."
          options={candidates.filter(({ membershipId }) => membershipId === null || membershipId !== lead?.membershipId).map(optionOf)}
        />
        <ButtonRow>
          <Button>Regie aanbieden</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
}

const optionOf = ({ organisationId, organisation, role, membershipId, professional, involved }: Candidate) => ({
  value: [organisationId, role, ...(membershipId ? [membershipId] : [])].join("."),
  label: professional ? `${professional}, ${roleWord(role)}` : `Team ${roleWord(role)}`,
  group: involved ? organisation : `${organisation} (nog niet betrokken)`,
});
