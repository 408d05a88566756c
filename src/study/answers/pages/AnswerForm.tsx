import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { answerTexts, type AnswerLanguage } from "../answer.texts.ts";
import { ratherNot, type AnswerPage } from "../answers.ts";
import type { FillIn } from "../server/fillIn.ts";

export type Filling = Readonly<{
  fillIn: FillIn;
  page: AnswerPage;
  language: AnswerLanguage;
  /** Address below which the pages stand. */
  base: string;
  /** Items that another device answered meanwhile. */
  changed?: readonly string[];
  values?: Values;
  errors?: Errors;
}>;

/** The questions of one page. What was answered before is never shown, only that it was: a phone is looked at by others too. */
export function AnswerForm({ fillIn, page, language, base, changed = [], values = {}, errors = {} }: Filling) {
  const words = answerTexts[language];
  const numbers = fillIn.pages.flatMap(({ questions }) =>
    questions.filter(({ item }) => changed.includes(item)).map(({ number }) => number),
  );
  return (
    <>
      {numbers.length > 0 && (
        <Alert title={words.changed.title} tone="soon">
          <p>{words.changed.text(numbers)}</p>
        </Alert>
      )}
      {!page.validated && (
        <Alert title={words.demonstration.title} tone="soon">
          <p>{words.demonstration.text}</p>
        </Alert>
      )}
      <p lang={page.language}>{page.introduction}</p>
      <Form action={`${base}/${page.number}`} values={values} errors={errors}>
        <HiddenField name="getoond" value={fillIn.list.shownAt} />
        {page.questions.map(({ item, number, text, options }) => (
          <div key={item} lang={page.language}>
            <RadioGroup
              name={item}
              label={`${number}. ${text}`}
              optional
              {...(fillIn.list.answered.includes(item) && { hint: <span lang={language}>{words.answered}</span> })}
              options={[
                ...options.map(({ code, label }) => ({ value: code, label })),
                { value: ratherNot, label: <span lang={language}>{words.ratherNot}</span> },
              ]}
            />
          </div>
        ))}
        <ButtonRow>
          <Button>{page.number === page.of ? words.finish : words.next}</Button>
          <LinkButton href={page.number === 1 ? base : `${base}/${page.number - 1}`} variant="quiet">
            {words.back}
          </LinkButton>
          <LinkButton href={`${base}/stoppen`} variant="quiet">
            {words.stop}
          </LinkButton>
        </ButtonRow>
        <p className="wieg-hint">{words.later}</p>
      </Form>
    </>
  );
}
