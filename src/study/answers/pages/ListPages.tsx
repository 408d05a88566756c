import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { PublicPage } from "../../../design/PublicPage.tsx";
import { answerTexts, type AnswerLanguage } from "../answer.texts.ts";
import type { FillIn } from "../server/fillIn.ts";
import { AnswerForm, type Filling } from "./AnswerForm.tsx";

type Props = Readonly<{ fillIn: FillIn; language: AnswerLanguage; base: string }>;

/** The first page of a personal link: what this is, until when, and the way out. */
export function StartPage({ fillIn: { list, pages }, language, base }: Props) {
  const words = answerTexts[language];
  const questions = pages.reduce((sum, page) => sum + page.questions.length, 0);
  const reached = Math.min(Number(list.reached ?? 0) + 1, pages.length);
  return (
    <PublicPage title={words.title}>
      <p>{words.start.intro}</p>
      <p>{words.start.how(questions, list.expiresOn)}</p>
      <p>{words.start.privacy}</p>
      <ButtonRow>
        <LinkButton href={`${base}/${reached}`} variant="primary">
          {list.reached === null ? words.start.begin : words.start.goOn}
        </LinkButton>
        <LinkButton href={`${base}/stoppen`} variant="quiet">
          {words.start.decline}
        </LinkButton>
      </ButtonRow>
    </PublicPage>
  );
}

/** One page of questions, by link. */
export function QuestionsPage(props: Filling) {
  const words = answerTexts[props.language];
  return (
    <PublicPage title={words.title} above={words.progress(props.page.number, props.page.of)} heading={words.title} errors={props.errors}>
      <AnswerForm {...props} />
    </PublicPage>
  );
}

/** Asks once more: whoever presses by mistake loses nothing. */
export function StopPage({ language, base }: Omit<Props, "fillIn">) {
  const words = answerTexts[language].stopPage;
  return (
    <PublicPage title={words.title}>
      <p>{words.text}</p>
      <p>{words.all}</p>
      <Form action={`${base}/stoppen`}>
        <ButtonRow>
          <Button>{words.yes}</Button>
          <LinkButton href={base} variant="quiet">
            {words.no}
          </LinkButton>
        </ButtonRow>
      </Form>
    </PublicPage>
  );
}

/** The same for everyone, whatever link leads here: it says nothing of anybody. */
export function DonePage({ language, stopped = false }: Readonly<{ language: AnswerLanguage; stopped?: boolean }>) {
  const words = answerTexts[language].done;
  return (
    <PublicPage title={stopped ? answerTexts[language].title : words.title}>
      <p>{stopped ? words.stopped : words.text}</p>
    </PublicPage>
  );
}

/** For a link that is made up, forwarded after the end, expired or revoked: one page, in both languages, as nobody is known here. */
export function NeutralPage({ why }: Readonly<{ why: "gone" | "lost" }>) {
  return (
    <PublicPage title={answerTexts.nl.neutral.title}>
      {(["nl", "en"] as const).map((language) => {
        const words = answerTexts[language].neutral;
        return (
          <div key={language} lang={language}>
            {why === "lost" && <p>{words.lost}</p>}
            <p>{words.text}</p>
          </div>
        );
      })}
    </PublicPage>
  );
}

type BusyProps = Readonly<{
  address: string;
  language: AnswerLanguage;
  posted: readonly (readonly [name: string, value: string])[] | null;
}>;

/**
 * Too many at once, or the database is away: what she chose travels along unseen, and one press sends it again. Her own language is not known
 * here, so it is that of her browser.
 */
export function BusyPage({ address, language, posted }: BusyProps) {
  const words = answerTexts[language].busy;
  return (
    <PublicPage title={words.title}>
      <p>{words.text}</p>
      <p>{posted === null ? words.later : words.kept}</p>
      {posted === null ? (
        <LinkButton href={address}>{words.open}</LinkButton>
      ) : (
        <Form action={address}>
          {posted.map(([name, value]) => (
            <HiddenField key={name} name={name} value={value} />
          ))}
          <ButtonRow>
            <Button>{words.again}</Button>
          </ButtonRow>
        </Form>
      )}
    </PublicPage>
  );
}
