import { Button } from "../../../design/Button.tsx";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { PublicPage } from "../../../design/PublicPage.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { ToTake } from "../server/familyFile.store.ts";
import { takeTexts } from "./takeFile.texts.ts";

/** Where the paper sends her: the letters that stand on it lead to her own page. */
export function TakeKeyPage({ language }: { language: "nl" | "en" }) {
  const said = takeTexts[language];
  return (
    <PublicPage title={said.title}>
      <Form action="/mijn-dossier">
        <TextField name="key" label={said.key} hint={said.keyHint} width="medium" maxLength={20} />
        <Button>{said.open}</Button>
      </Form>
    </PublicPage>
  );
}

/** What is behind a link, before its code was given: nothing. */
export function TakeCodePage({ token, language }: { token: string; language: "nl" | "en" }) {
  const said = takeTexts[language];
  return (
    <PublicPage title={said.title}>
      <p>{said.intro}</p>
      <Form action={`/mijn-dossier/${token}`}>
        <TextField name="code" label={said.code} type="tel" inputMode="numeric" width="short" maxLength={6} />
        <Button>{said.open}</Button>
      </Form>
      <p>{said.tries}</p>
    </PublicPage>
  );
}

export function TakePage({ token, code, left }: { token: string; code: string; left: ToTake }) {
  const said = takeTexts[left.language];
  const choices = [
    { format: "pdf", open: left.pdfLeft, button: said.read, hint: said.readHint },
    { format: "data", open: left.dataLeft, button: said.data, hint: said.dataHint },
  ];
  return (
    <PublicPage title={said.title} heading={said.choose}>
      <p>{said.once(formatDay(left.until))}</p>
      {choices.map(({ format, open, button, hint }) => (
        <section key={format}>
          {open ? (
            <Form action={`/mijn-dossier/${token}/${format}`} id={format} plain>
              <HiddenField name="code" value={code} />
              <Button>{button}</Button>
            </Form>
          ) : (
            <p>
              {button}: {said.taken}
            </p>
          )}
          <p>{hint}</p>
        </section>
      ))}
      {!left.pdfLeft && !left.dataLeft && <p>{said.all}</p>}
    </PublicPage>
  );
}

export function TakeGonePage({ language }: { language: "nl" | "en" }) {
  const said = takeTexts[language];
  return (
    <PublicPage title={said.gone}>
      <p>{said.goneText}</p>
    </PublicPage>
  );
}
