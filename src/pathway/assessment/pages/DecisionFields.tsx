import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import type { Values } from "../../../design/Errors.ts";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { categories, type Category, type Judgements } from "../assessment.ts";
import { categoryMeanings, categoryNames, definition } from "../assessment.texts.ts";
import { decideCategory } from "../rules/decideCategory.ts";
import { proposalSentence } from "../rules/proposalSentence.ts";
import { shownOf } from "./typedJudgements.ts";

type Props = { judgements: Judgements; values: Values; riskCount: number };

/** The proposal with its reasons, and her own decision: the proposed one is chosen, another is one press away. */
export function DecisionFields({ judgements, values, riskCount }: Props) {
  const proposal = decideCategory(judgements);
  const proposed = proposal.covered ? proposal.category : null;
  const shown = shownOf(judgements);
  const chosen = values["shown"] === shown && values["category"] ? values["category"] : (proposed ?? undefined);
  return (
    <>
      <HiddenField name="shown" value={shown} />
      <ProposalCard judgements={judgements} riskCount={riskCount} />
      <RadioGroup name="category" label="Wat besluit u?" values={{ category: chosen }} options={choicesOf(proposed)} />
      <TextArea
        name="reason"
        rows={3}
        maxLength={5000}
        label={proposed ? "Waarom wijkt u af van het voorstel?" : "Waarom kiest u deze categorie?"}
        hint={proposed ? "Alleen nodig als u iets anders kiest dan het voorstel." : undefined}
        optional={proposed !== null}
      />
      <ButtonRow>
        <Button>Inschatting vastleggen</Button>
      </ButtonRow>
    </>
  );
}

function ProposalCard({ judgements, riskCount }: Omit<Props, "values">) {
  const proposal = decideCategory(judgements);
  return (
    <>
      <Card tone="info" title={proposal.covered ? `Voorstel: ${proposal.category}, ${categoryNames[proposal.category]}` : "Geen voorstel"}>
        <p>
          {proposalSentence(judgements, riskCount)}{" "}
          <a href={definition.href} rel="noreferrer" target="_blank">
            {definition.name}
          </a>
        </p>
        {!proposal.covered && <p>Kies zelf de categorie en schrijf waarom.</p>}
      </Card>
      {proposal.covered && proposal.warning === "urgent-though-sufficient" && (
        <Alert title="Let op: er speelt een urgente risicofactor" tone="soon">
          <p>
            Volgens de definitie is dit b, omdat de beschermende factoren toereikend zijn. Ga na of dat genoeg is om direct gevaar op te
            vangen.
          </p>
        </Alert>
      )}
    </>
  );
}

const choicesOf = (proposed: Category | null) =>
  categories.map((category) => ({
    value: category,
    label: (
      <>
        <b>{`${category}, ${categoryNames[category]}`}</b> {category === proposed && <Tag tone="category">voorstel</Tag>}
      </>
    ),
    hint: categoryMeanings[category],
  }));
