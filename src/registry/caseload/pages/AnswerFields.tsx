import { Fieldset } from "../../../design/Fieldset.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextField } from "../../../design/TextField.tsx";
import type { CaseloadLayout, Finding } from "../caseload.ts";
import { sayFinding } from "../caseload.texts.ts";
import { isDouble, mayKeep, mayType, questionsOf } from "../rules/settle.ts";
import type { StoredLine } from "../server/caseloadLine.store.ts";
import { keyOf } from "../takeOver.ts";
import { questionWords } from "../takeOver.texts.ts";

/** Names of the fields of one doubt. */
export const choiceField = (key: string): string => `keuze-${key}`;
export const textField = (key: string): string => `tekst-${key}`;

/** For each doubt: take the proposal, leave it as written, or say what it should be. */
export function AnswerFields({ line, layout }: { line: StoredLine; layout: CaseloadLayout }) {
  return questionsOf(line.findings)
    .filter(({ code }) => line.questions.includes(code))
    .map((finding) => <Question key={keyOf(finding)} finding={finding} layout={layout} />);
}

function Question({ finding, layout }: { finding: Finding; layout: CaseloadLayout }) {
  const key = keyOf(finding);
  const said = sayFinding(finding);
  return (
    <Fieldset legend={questionWords[finding.code] ?? finding.column} hint={said.reason}>
      <RadioGroup
        name={choiceField(key)}
        label="Wat wilt u?"
        options={[
          { value: "accept", label: said.proposal ?? "Zo opnemen." },
          ...(mayKeep(finding)
            ? [{ value: "keep", label: isDouble(finding) ? "Toch opnemen: dit is een ander gezin." : `Zo laten: “${finding.value}”.` }]
            : []),
          ...(mayType(finding, layout) ? [{ value: "typed", label: "Zelf invullen." }] : []),
        ]}
      />
      {mayType(finding, layout) && (
        <TextField name={textField(key)} label={`${finding.column}, als u het zelf invult`} optional width="medium" maxLength={200} />
      )}
    </Fieldset>
  );
}
