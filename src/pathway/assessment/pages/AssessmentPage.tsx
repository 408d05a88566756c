import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Details } from "../../../design/Details.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { Page } from "../../../design/Page.tsx";
import { formatDay } from "../../../kit/day.ts";
import { familyHeading } from "../../../registry/personName.ts";
import { categoryNames } from "../assessment.texts.ts";
import type { AssessmentPageData } from "../server/readAssessment.ts";
import { DecisionFields } from "./DecisionFields.tsx";
import { FactorLists } from "./FactorLists.tsx";
import { JudgementFields } from "./JudgementFields.tsx";
import { fieldsOf, judgementsIn, shownOf } from "./typedJudgements.ts";

type Props = { data: AssessmentPageData; values: Values; errors: Errors };

/** First three judgements, then the proposal with its reasons and her own decision. Two steps of one form, without a script. */
export function AssessmentPage({ data, values, errors }: Props) {
  const { trajectoryId, factors } = data;
  return (
    <Page
      title="Inschatting"
      heading="Hoe gaat het nu met dit gezin?"
      sub={familyHeading(data.family.members)}
      width="narrow"
      back={{ href: `/gezinnen/${trajectoryId}`, label: "Terug naar het gezin" }}
      errors={errors}
    >
      <NewestLine data={data} />
      <Card title="Wat er nu bekend is">
        <FactorLists factors={factors} trajectoryId={trajectoryId} />
      </Card>
      <TwoSteps data={data} values={values} errors={errors} />
      {judgementsIn(values) === null && (
        <Alert title="U beslist" level={2}>
          <p>Wieg doet na deze drie vragen een voorstel volgens de definitie. Daarna kiest u zelf de categorie.</p>
        </Alert>
      )}
    </Page>
  );
}

function NewestLine({ data: { newest, trajectoryId } }: { data: AssessmentPageData }) {
  if (newest === null) return null;
  const { category, assessedOn, assessedBy } = newest;
  return (
    <p>
      Nu vastgelegd: <b>{`${category}, ${categoryNames[category]}`}</b>, op {formatDay(assessedOn)} door {assessedBy.organisation}.{" "}
      <a href={`/gezinnen/${trajectoryId}/inschattingen`}>Eerdere inschattingen</a>
    </p>
  );
}

function TwoSteps({ data: { trajectoryId, newest, factors }, values, errors }: Props) {
  const judged = judgementsIn(values);
  const risks = factors.filter(({ kind }) => kind === "risk");
  const known = fieldsOf({ riskNow: risks.length > 0, urgentRisk: risks.some(({ urgent }) => urgent), protectiveSufficient: false });
  return (
    <Form
      action={`/gezinnen/${trajectoryId}/inschatting`}
      errors={errors}
      values={{ risk: known.risk, urgent: known.urgent, ...values }}
      draft={judged ? `inschatting-${trajectoryId}-${shownOf(judged)}` : undefined}
    >
      <HiddenField name="newest" value={newest?.assessmentId ?? ""} />
      {judged && <DecisionFields judgements={judged} values={values} riskCount={risks.length} />}
      {judged ? (
        <Details summary="Mijn antwoorden, en ze veranderen">
          <JudgementFields />
          <ProposalButton label="Nieuw voorstel" variant="secondary" />
        </Details>
      ) : (
        <>
          <JudgementFields />
          <ProposalButton label="Naar het voorstel" variant="primary" />
        </>
      )}
    </Form>
  );
}

const ProposalButton = ({ label, variant }: { label: string; variant: "primary" | "secondary" }) => (
  <ButtonRow>
    <Button variant={variant} name="do" value="voorstel">
      {label}
    </Button>
  </ButtonRow>
);
