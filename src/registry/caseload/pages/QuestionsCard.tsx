import { ActionForm } from "../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Tag } from "../../../design/Tag.tsx";
import type { FindingCode } from "../caseload.ts";
import { sayFinding } from "../caseload.texts.ts";
import { mayKeep } from "../rules/settle.ts";
import type { QuestionGroup } from "../server/caseloadLine.store.ts";
import type { OfferedUpload } from "../server/readUpload.ts";
import { questionWords } from "../takeOver.texts.ts";
import { addressOf } from "./addresses.ts";

const lines = (count: number): string => (count === 1 ? "1 regel" : `${count.toLocaleString("nl-NL")} regels`);

/** What waits for an answer: one card for each kind, to be answered all at once or line by line. */
export function QuestionsCard({ upload }: { upload: OfferedUpload }) {
  const { double = 0, changed = 0 } = upload.counts;
  return (
    <>
      {double > 0 && <DoubleCard upload={upload} count={double} />}
      {changed > 0 && <ChangedCard upload={upload} count={changed} />}
      {upload.questions.map((group) => (
        <QuestionCard key={group.question} upload={upload} group={group} />
      ))}
    </>
  );
}

function DoubleCard({ upload, count }: { upload: OfferedUpload; count: number }) {
  return (
    <Card title="Is dit hetzelfde gezin?" tag={<Tag tone="soon">{lines(count)}</Tag>} tone="soon">
      <p>{count === 1 ? "Deze regel lijkt" : "Deze regels lijken"} op een gezin dat u al in Wieg hebt. Leg ze naast elkaar en beslis.</p>
      <LinkButton href={addressOf.lines(upload.id, "dubbel")}>Naast elkaar bekijken</LinkButton>
    </Card>
  );
}

function ChangedCard({ upload, count }: { upload: OfferedUpload; count: number }) {
  const action = `${addressOf.upload(upload.id)}/veranderd`;
  return (
    <Card title="Veranderd sinds de vorige keer" tag={<Tag tone="soon">{lines(count)}</Tag>} tone="soon">
      <p>
        Het bestand zegt iets anders dan in Wieg staat, zoals een andere datum of een nieuw adres. Er wordt niets overschreven zonder uw ja.
      </p>
      <ButtonRow>
        <LinkButton href={addressOf.lines(upload.id, "veranderd")}>Bekijk de verschillen</LinkButton>
        <ActionForm action={action} button="Neem alle veranderingen over" variant="quiet" hidden={{ decision: "update" }} />
        <ActionForm action={action} button="Laat alles zoals het is" variant="quiet" hidden={{ decision: "keep" }} />
      </ButtonRow>
    </Card>
  );
}

function QuestionCard({ upload, group }: { upload: OfferedUpload; group: QuestionGroup }) {
  const { question, example } = group;
  const title = questionWords[question as FindingCode] ?? example.column;
  const said = sayFinding(example);
  const action = `${addressOf.upload(upload.id)}/antwoord`;
  const [accept, keep] = group.lines === 1 ? ["Voorstel overnemen", "Zo laten"] : ["Overal het voorstel overnemen", "Overal zo laten"];
  return (
    <Card title={title} tag={<Tag tone="soon">{lines(group.lines)}</Tag>}>
      <p>
        <b>{group.lines === 1 ? "" : "Bijvoorbeeld: "}</b>
        {said.reason} {said.proposal !== null && <>Voorstel: {said.proposal.charAt(0).toLowerCase() + said.proposal.slice(1)}</>}
      </p>
      <ButtonRow>
        <LinkButton href={addressOf.lines(upload.id, "twijfel", question)} label={`Bekijken: ${title}`}>
          Bekijken
        </LinkButton>
        <ActionForm action={action} button={accept} label={`${accept}: ${title}`} variant="quiet" hidden={{ question, choice: "accept" }} />
        {mayKeep(example) && (
          <ActionForm action={action} button={keep} label={`${keep}: ${title}`} variant="quiet" hidden={{ question, choice: "keep" }} />
        )}
      </ButtonRow>
    </Card>
  );
}
