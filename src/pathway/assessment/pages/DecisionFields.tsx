import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { Card } from "../../../design/Card.tsx";
import type { Values } from "../../../design/Errors.ts";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { categories, type Judgements } from "../assessment.ts";
import { categoryMeanings, categoryNames, definition } from "../assessment.texts.ts";
import { decideCategory } from "../rules/decideCategory.ts";
import { proposalSentence } from "../rules/proposalSentence.ts";
import { shownOf } from "./judgementFields.ts";

/** The proposal with its reasons, and her own decision: the proposed one is chosen, another is one press away. */
export function DecisionFields({ judgements, values, riskCount }: { judgements: Judgements; values: Values; riskCount: number }) {
  const proposal = decideCategory(judgements);
  const proposed = proposal.covered ? proposal.category : null;
  const shown = shownOf(judgements);
  const chosen = values["shown"] === shown && values["category"] ? values["category"] : (proposed ?? undefined);
  return (
    <>
      <HiddenField name="shown" value={shown} />
      <Card tone="info" title={proposed ? `Voorstel: ${proposed}, ${categoryNames[proposed]}` : "Geen voorstel"}>
        <p>{proposalSentence(judgements, riskCount)} <a href={definition.href} rel="noreferrer" target="_blank">{definition.name}</a></p>
        {proposed === null && <p>Kies zelf de categorie en schrijf waarom.</p>}
      </Card>
      {proposal.covered && proposal.warning === "urgent-though-sufficient" && (
        <Alert title="Let op: er speelt een urgente risicofactor" tone="soon">
          <p>Volgens de definitie is dit b, omdat de beschermende factoren toereikend zijn. Ga na of dat genoeg is om direct gevaar op te vangen.</p>
        </Alert>
      )}
      <RadioGroup
        name="category"
        label="Wat besluit u?"
        values={{ category: chosen }}
        options={categories.map((category) => ({
          value: category,
          label: <><b>{category}, {categoryNames[category]}</b>{category === proposed && <> <Tag tone="category">voorstel</Tag></>}</>,
          hint: categoryMeanings[category],
        }))}
      />
      <TextArea
        name="reason" rows={3} maxLength={5000}
        label={proposed ? "Waarom wijkt u af van het voorstel?" : "Waarom kiest u deze categorie?"}
        hint={proposed ? "Alleen nodig als u iets anders kiest dan het voorstel." : undefined}
        optional={proposed !== null}
      />
      <Button>Inschatting vastleggen</Button>
    </>
  );
}
