import { ActionForm } from "../../design/ActionForm.tsx";
import { Button } from "../../design/Button.tsx";
import { ButtonRow } from "../../design/ButtonRow.tsx";
import { Card } from "../../design/Card.tsx";
import type { Errors, Values } from "../../design/Errors.ts";
import { Form } from "../../design/Form.tsx";
import { LinkButton } from "../../design/LinkButton.tsx";
import { RadioGroup } from "../../design/RadioGroup.tsx";
import { studyPurposes, type StudyConsentWords } from "../../study/design/studyConsent.ts";
import type { Relative } from "../portal.ts";
import { portalTexts } from "../portal.texts.ts";
import { studyTexts, type OwnStudy } from "../studyOwn.texts.ts";
import { PortalFrame } from "./PortalFrame.tsx";

type Props = Readonly<{ me: Relative; study: OwnStudy; words: StudyConsentWords }>;

/** Research, in her consents: what is asked, what she said yes to, and one press to stop. */
export function StudyCard({ me, study, words }: Props) {
  const texts = studyTexts[me.language];
  const { day } = portalTexts[me.language];
  if (study.asked === null && study.given.length === 0 && !study.stopped) return null;
  return (
    <Card title={texts.title} tone={study.asked === null ? undefined : "soon"}>
      {study.asked !== null && (
        <>
          <p>{texts.asked(study.asked.by, day(study.asked.until))}</p>
          <ButtonRow>
            <LinkButton href="/mijn/toestemming/onderzoek" variant="primary">
              {texts.look}
            </LinkButton>
          </ButtonRow>
        </>
      )}
      {study.given.map(({ purpose, since }) => (
        <StudyRow key={purpose} purpose={purpose} since={day(since)} me={me} words={words} only={study.given.length === 1} />
      ))}
      {study.given.length > 0 && (
        <>
          <p>{texts.stopText}</p>
          <ActionForm action="/mijn/toestemming/onderzoek/stoppen" hidden={{ wat: "all" }} button={texts.stopAll} />
        </>
      )}
      {study.stopped && <p>{texts.didStop}</p>}
      <Used me={me} study={study} />
    </Card>
  );
}

function StudyRow({
  purpose,
  since,
  me,
  words,
  only,
}: Readonly<{ purpose: string; since: string; me: Relative; words: StudyConsentWords; only: boolean }>) {
  const texts = studyTexts[me.language];
  const known = studyPurposes.find((one) => one === purpose);
  if (!known) return null;
  return (
    <>
      <p>
        <b>{words.questions[known].heading}.</b> {/^study_\d+$/.test(purpose) ? texts.since(since) : words.questions[known].yes}
      </p>
      {!only && (
        <ActionForm
          action="/mijn/toestemming/onderzoek/stoppen"
          hidden={{ wat: purpose }}
          button={texts.stopOne}
          label={`${texts.stopOne}: ${words.questions[known].heading}`}
          variant="quiet"
        />
      )}
    </>
  );
}

function Used({ me, study }: Readonly<{ me: Relative; study: OwnStudy }>) {
  const texts = studyTexts[me.language];
  const { day } = portalTexts[me.language];
  if (study.used.length === 0) return study.stopped ? <p>{texts.nothingUsed}</p> : null;
  return (
    <>
      <p>{texts.used}</p>
      <ul>
        {study.used.map(({ study: code, number, frozenOn }) => (
          <li key={`${code} ${number}`}>{texts.usedOne(number, day(frozenOn))}</li>
        ))}
      </ul>
    </>
  );
}

/** The text, and each question with its own yes and no. */
export function AskedStudyPage({ me, study, words, values, errors }: Props & Readonly<{ values: Values; errors: Errors }>) {
  const texts = studyTexts[me.language];
  const asks = studyPurposes.filter((purpose) => study.asked?.asks.includes(purpose));
  return (
    <PortalFrame language={me.language} heading={words.title} sub={words.opening[0] ?? ""} errors={errors} me={me}>
      {words.opening.slice(1).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Card title={words.know.heading}>
        <ul>
          {words.know.items.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Card>
      <Form action="/mijn/toestemming/onderzoek" errors={errors} values={values}>
        {asks.map((purpose) => (
          <RadioGroup
            key={purpose}
            name={purpose}
            label={`${words.questions[purpose].heading}. ${words.questions[purpose].question}`}
            hint={words.questions[purpose].about.join(" ")}
            options={[
              { value: "ja", label: words.questions[purpose].yes },
              { value: "nee", label: words.questions[purpose].no },
            ]}
          />
        ))}
        <ButtonRow>
          <Button>{texts.send}</Button>
          <LinkButton href="/mijn/toestemming">{texts.back}</LinkButton>
        </ButtonRow>
      </Form>
    </PortalFrame>
  );
}
