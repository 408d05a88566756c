import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Details } from "../../../design/Details.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { Form } from "../../../design/Form.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { formatDay } from "../../../kit/day.ts";
import { studyPurposes, type StudyPurpose } from "../../design/studyConsent.ts";
import { saySaid, studyPurposeNames } from "../participation.texts.ts";
import { askableOf } from "../server/askStudy.ts";
import type { StudyOfLine } from "../server/readStudyOfLine.ts";

type Props = Readonly<{ trajectoryId: string; study: StudyOfLine; mayAsk: boolean }>;
const at = (trajectoryId: string, below = ""): string => `/gezinnen/${trajectoryId}/onderzoek${below}`;

/** The studies and this family: what she said, what may be asked, and the way out. Never an arm, never an answer to a list. */
export function StudyOfLinePage({ trajectoryId, study, mayAsk }: Props) {
  const asks = askableOf(study);
  return (
    <Page
      title="Onderzoek"
      heading="Meedoen aan onderzoek"
      sub="Toestemming voor onderzoek staat los van de zorg. Wat zij ook kiest: aan haar zorg verandert niets."
      width="narrow"
      back={{ href: `/gezinnen/${trajectoryId}`, label: study.heading }}
    >
      <Card title="Wat zij zei">
        <Facts
          facts={studyPurposes.map((purpose) => ({
            label: studyPurposeNames[purpose],
            value: saySaid(study.said.find((one) => one.purpose === purpose)),
          }))}
        />
        <p className="wieg-note">U ziet hier niet wat zij invult, en niet met wie zij vergeleken wordt.</p>
        {mayAsk && takesPart(study) && <a href={`/gezinnen/${trajectoryId}/vragenlijst`}>Samen met haar een vragenlijst invullen</a>}
      </Card>
      {study.proposed && <ProposedCard trajectoryId={trajectoryId} study={study} mayAsk={mayAsk} />}
      {!study.proposed && asks.length > 0 && mayAsk && <AskCard trajectoryId={trajectoryId} study={study} asks={asks} />}
      {!study.proposed && asks.length === 0 && <WhyNotCard study={study} />}
      <StopCard trajectoryId={trajectoryId} study={study} mayAsk={mayAsk} />
    </Page>
  );
}

function ProposedCard({ trajectoryId, study, mayAsk }: Props) {
  const { proposed } = study;
  if (!proposed) return null;
  return (
    <Card title={`Gevraagd: zij denkt na tot en met ${formatDay(proposed.until)}`} tone="soon">
      <p>
        {proposed.way === "digital" ? "De vraag staat op haar eigen pagina." : "Op papier."} Gevraagd op {formatDay(proposed.askedOn)} door{" "}
        {proposed.askedBy}, {proposed.askedFor}. Tekst {proposed.textVersion} in het {proposed.language === "en" ? "Engels" : "Nederlands"}.
      </p>
      {mayAsk && (
        <ButtonRow>
          {proposed.way === "paper" && (
            <LinkButton href={at(trajectoryId, "/formulier.pdf")} download>
              Formulier openen (PDF)
            </LinkButton>
          )}
          <LinkButton href={at(trajectoryId, "/antwoord")} variant="primary">
            Antwoord vastleggen
          </LinkButton>
          <ActionForm action={at(trajectoryId, "/terugnemen")} button="Vraag terugnemen" variant="quiet" />
        </ButtonRow>
      )}
    </Card>
  );
}

function AskCard({ trajectoryId, study, asks }: Readonly<{ trajectoryId: string; study: StudyOfLine; asks: readonly StudyPurpose[] }>) {
  const read = study.text?.languages[study.language];
  return (
    <Card title="Vraag of zij mee wil doen" tone="info">
      <p>U vraagt: {asks.map((purpose) => studyPurposeNames[purpose].toLowerCase()).join(", ")}. Zij kiest bij elke vraag apart.</p>
      {read && (
        <Details summary="De tekst die zij leest">
          {read.opening.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <ul>
            {read.know.items.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Details>
      )}
      <Form action={at(trajectoryId, "/vragen")} values={{ language: study.language, way: study.reads ? "digital" : "paper" }}>
        <RadioGroup
          name="way"
          label="Hoe?"
          options={[
            ...(study.reads ? [{ value: "digital", label: "Op haar eigen pagina" }] : []),
            { value: "paper", label: "Op papier", hint: "U print een formulier en legt het antwoord daarna vast." },
          ]}
        />
        <RadioGroup
          name="language"
          label="In welke taal?"
          inline
          options={[
            { value: "nl", label: "Nederlands" },
            { value: "en", label: "Engels" },
          ]}
        />
        <ButtonRow>
          <Button>Vraag het haar</Button>
        </ButtonRow>
      </Form>
    </Card>
  );
}

const factWords: Readonly<Record<string, string>> = {
  category: "de categorie",
  maternityCare: "de kraamzorg",
  residence: "waar zij woont",
};

/** Why nothing is asked now; an unknown fact is looked up by the professional anyway, for care. */
function WhyNotCard({ study }: Readonly<{ study: StudyOfLine }>) {
  const open = study.studies.flatMap(({ proposable }) => (proposable.may === "unknown" ? proposable.open : []));
  const answered = study.studies.every(({ code }) => study.said.some(({ purpose }) => purpose === code));
  const why = study.afterLoss
    ? "Na een verlies wordt er niets gevraagd."
    : !study.open
      ? "De lijn is gesloten."
      : answered
        ? "Zij gaf op elke vraag antwoord. Wij vragen het niet nog eens."
        : open.length > 0
          ? `Nog niet bekend: ${[...new Set(open)].map((fact) => factWords[fact] ?? fact).join(", ")}. Daarna ziet u hier of u het kunt vragen.`
          : "Dit onderzoek is voor andere gezinnen bedoeld.";
  return (
    <Card title="Nu niets te vragen">
      <p>{why}</p>
    </Card>
  );
}

function StopCard({ trajectoryId, study, mayAsk }: Props) {
  const now = study.said.filter(({ inForce }) => inForce);
  const gone = study.said.some(({ given, withdrawnOn }) => given && withdrawnOn !== null);
  if (now.length === 0 && !gone) return null;
  return (
    <Card title="Stoppen">
      {now.length > 0 && (
        <p>
          Stoppen mag altijd, zonder reden, en werkt meteen: open lijsten en links vervallen, er gaat geen bericht meer uit, en zij staat in
          geen volgende gegevensset.
        </p>
      )}
      {study.uses.length > 0 ? (
        <Alert title="Dit is al gemaakt en blijft" tone="info" level={3}>
          <ul>
            {study.uses.map(({ study: code, number, frozenOn }) => (
              <li key={`${code} ${number}`}>
                {studyPurposeNames[code as StudyPurpose] ?? code}, gegevensset {number} van {formatDay(frozenOn)}
              </li>
            ))}
          </ul>
        </Alert>
      ) : (
        <p className="wieg-note">Er is nog geen gegevensset met haar antwoorden gemaakt.</p>
      )}
      {mayAsk && now.length > 0 && (
        <ButtonRow>
          {now
            .filter(({ purpose }) => now.length > 1 || purpose.length > 8)
            .map(({ purpose }) => (
              <ActionForm
                key={purpose}
                action={at(trajectoryId, "/stoppen")}
                hidden={{ what: purpose }}
                button={`Stopt met: ${studyPurposeNames[purpose]}`}
              />
            ))}
          <ActionForm action={at(trajectoryId, "/stoppen")} hidden={{ what: "all" }} button="Stopt met alles" />
        </ButtonRow>
      )}
    </Card>
  );
}

/** As far as the reader may know it: who is at the table of a conference alone is told nothing, and helps with no list. */
const takesPart = ({ said }: StudyOfLine): boolean => said.some(({ purpose, inForce }) => inForce && /^study_\d+$/.test(purpose));
