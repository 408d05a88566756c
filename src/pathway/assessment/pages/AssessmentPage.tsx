import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Details } from "../../../design/Details.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { formatDay } from "../../../kit/day.ts";
import { familyHeading } from "../../../registry/personName.ts";
import { categoryNames } from "../assessment.texts.ts";
import type { AssessmentPageData } from "../server/readAssessment.ts";
import { DecisionFields } from "./DecisionFields.tsx";
import { FactorLists } from "./FactorLists.tsx";
import { fieldsOf, judgementsIn } from "./judgementFields.ts";

/** First three judgements, then the proposal with its reasons and her own decision. Two steps of one form, without a script. */
export function AssessmentPage({ data, values, errors }: { data: AssessmentPageData; values: Values; errors: Errors }) {
  const { trajectoryId, newest, factors } = data;
  const judged = judgementsIn(values);
  const risks = factors.filter(({ kind }) => kind === "risk");
  const known = fieldsOf({ riskNow: risks.length > 0, urgentRisk: risks.some(({ urgent }) => urgent), protectiveSufficient: false });
  const filled: Values = { risk: known.risk, urgent: known.urgent, ...values };
  return (
    <Page
      title="Inschatting"
      heading="Hoe gaat het nu met dit gezin?"
      sub={familyHeading(data.family.members)}
      width="narrow"
      back={{ href: `/gezinnen/${trajectoryId}`, label: "Terug naar het gezin" }}
      errors={errors}
    >
      {newest && (
        <p>Nu vastgelegd: <b>{newest.category}, {categoryNames[newest.category]}</b>, op {formatDay(newest.assessedOn)} door {newest.assessedBy.organisation}. <a href={`/gezinnen/${trajectoryId}/inschattingen`}>Eerdere inschattingen</a></p>
      )}
      <Card title="Wat er nu bekend is"><FactorLists factors={factors} trajectoryId={trajectoryId} /></Card>
      <Form action={`/gezinnen/${trajectoryId}/inschatting`} errors={errors} values={filled} draft={`inschatting-${trajectoryId}`}>
        <HiddenField name="newest" value={newest?.assessmentId ?? ""} />
        {judged
          ? <>
              <DecisionFields judgements={judged} values={values} riskCount={risks.length} />
              <Details summary="Mijn antwoorden, en ze veranderen">
                <JudgementFields />
                <ButtonRow><Button variant="secondary" name="do" value="voorstel">Nieuw voorstel</Button></ButtonRow>
              </Details>
            </>
          : <>
              <JudgementFields />
              <Button name="do" value="voorstel">Naar het voorstel</Button>
            </>}
      </Form>
      {!judged && <Alert title="U beslist" level={2}><p>Wieg doet na deze drie vragen een voorstel volgens de definitie. Daarna kiest u zelf de categorie.</p></Alert>}
    </Page>
  );
}

const yesNo = [{ value: "ja", label: "Ja" }, { value: "nee", label: "Nee" }];

function JudgementFields() {
  return (
    <>
      <RadioGroup name="risk" label="Spelen er nu risicofactoren?" hint="Ingevuld volgens de lijst. Klopt die volgens u niet, kies dan anders." options={yesNo} inline />
      <RadioGroup name="urgent" label="Is er een urgente bij?" hint="Een factor die de zwangerschap, het kind of de moeder direct kan schaden." options={yesNo} inline />
      <RadioGroup name="protective" label="Zijn de beschermende factoren toereikend?" hint="Kan dit gezin, met de mensen eromheen, opvangen wat er speelt of kan komen?" options={yesNo} inline />
    </>
  );
}
