import { CriterionList } from "../../../design/CriterionList.tsx";
import { answers, criterionNames, criterionSentence } from "../criterion.texts.ts";
import type { CriterionCode } from "../../letters/letter.ts";
import type { Criterion } from "../enrolment.ts";
import type { Pillar } from "../../configuration/programme.ts";
import { andBack } from "../../../platform/http/comeBack.ts";

interface Family {
  readonly trajectoryId: string;
  readonly motherId: string;
  readonly pillar: Pillar;
}
type Props = Readonly<Family & { criteria: readonly Criterion[]; mayAnswer(code: CriterionCode): boolean }>;

const outcomes = { met: "met", not_met: "notMet", unknown: "unknown" } as const;

/** Each criterion with its outcome, its reason, and for what is unknown where it is answered by who may. */
export function Criteria({ criteria, mayAnswer, ...family }: Props) {
  return (
    <CriterionList
      criteria={criteria.map((criterion) => ({
        title: criterionNames[criterion.code],
        outcome: outcomes[criterion.outcome],
        reason: (
          <>
            {criterionSentence(criterion)}
            {criterion.outcome === "unknown" && mayAnswer(criterion.code) && (
              <>
                {" "}
                <a href={answerHref(criterion, family)}>{answerWords(criterion)}</a>
              </>
            )}
          </>
        ),
      }))}
    />
  );
}

/** The words on the link to where it is answered. */
export const answerWords = ({ code, reason }: Pick<Criterion, "code" | "reason">): string =>
  reason === "need-youth-not-agreed" ? "Vraag en doel bekijken" : answers[code].action;

/** Where the question is answered; a form leads back to the decision. */
export function answerHref({ code }: Pick<Criterion, "code">, { trajectoryId, motherId, pillar }: Family): string {
  const path = code === "insurer" ? `/gezinsleden/${motherId}` : answers[code].path;
  const address = `/gezinnen/${trajectoryId}${path}`;
  return path.includes("#") ? address : andBack(address, `/gezinnen/${trajectoryId}/geboortezorg-flex/${pillar}`);
}
