import { Card } from "../../../design/Card.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { noLetterTexts } from "../../letters/letter.texts.ts";
import type { Decision } from "../enrolment.ts";
import { letterProblems, tellInPerson } from "../letter.texts.ts";
import type { DecidedLetter } from "../server/decisionLetter.ts";

type Props = Readonly<{ letter: DecidedLetter; decision: Decision; href: string; contactHref: string | null; addressHref: string | null }>;

/** The letter after the newest decision; or in words why none goes out, and what to tell in person. */
export function LetterCard({ letter: { decision: goes, letter, problem }, decision, href, contactHref, addressHref }: Props) {
  const spoken = decision.outcome === "no_place" ? decision.criteria.filter(({ outcome }) => outcome === "not_met") : [];
  return (
    <Card title="Brief aan het gezin">
      {letter && (
        <>
          <p>
            {goes.kind === "yes"
              ? "In deze brief staat wat de plaats betekent."
              : "In deze brief staat waarom het niet kan, wat er wel is en hoe het gezin bezwaar maakt."}{" "}
            Ieder in huis mag hem lezen. Vertel het eerst zelf.
          </p>
          <LinkButton href={href} variant="primary" download>
            Brief openen (PDF)
          </LinkButton>
        </>
      )}
      {goes.kind === "none" && (
        <p>
          {noLetterTexts[goes.because]} {goes.because === "post_not_safe" && contactHref !== null && <a href={contactHref}>Vastleggen</a>}
        </p>
      )}
      {problem !== null && (
        <p>
          {letterProblems[problem]} {problem === "no-address" && addressHref !== null && <a href={addressHref}>Adres aanvullen</a>}
        </p>
      )}
      {spoken.length > 0 && (
        <>
          <h3>Zo vertelt u het</h3>
          <ul>
            {spoken.map(({ code }) => (
              <li key={code}>{tellInPerson[code]}</li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
