import type { FastifyRequest } from "fastify";
import { Alert } from "../../../design/Alert.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import type { Errors } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { Page } from "../../../design/Page.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { mostTries } from "../server/door.ts";

/** A field of a form behind a link. */
export const typedIn = (request: FastifyRequest, name: string): string => {
  const value = ((request.body ?? {}) as Record<string, unknown>)[name];
  return typeof value === "string" ? value.replaceAll("\0", "").trim() : "";
};
/** The code as it was typed: spaces and dashes of who says it aloud left out. */
export const codeIn = (request: FastifyRequest): string => typedIn(request, "code").replace(/\D/g, "");
/** The secret in the address. */
export const tokenIn = (request: FastifyRequest): string => {
  const value = ((request.params ?? {}) as Record<string, unknown>)["link"];
  return typeof value === "string" ? value : "";
};

/** What is behind a link, before its code was given: nothing. */
export function LinkCodePage({ action, errors = {} }: Readonly<{ action: string; errors?: Errors }>) {
  return (
    <Page title="Een vraag van een collega" width="narrow" sub="Vul de code in die de collega u aan de telefoon voorlas." errors={errors}>
      <Form action={action} errors={errors} plain>
        <TextField name="code" label="Code van zes cijfers" type="tel" inputMode="numeric" width="short" maxLength={8} />
        <ButtonRow>
          <Button>Vraag lezen</Button>
        </ButtonRow>
      </Form>
      <p className="wieg-note">Na {mostTries} verkeerde codes werkt de link niet meer. Vraag de collega dan om een nieuwe.</p>
    </Page>
  );
}

/** One page for every link that does not work: never made, used, replaced, too late, taken back, guessed too often. It tells nothing apart. */
export const LinkGonePage = ({ again }: Readonly<{ again: string | null }>) => (
  <Page title="Dit werkt niet (meer)" width="narrow">
    <Alert title="De code klopt niet, of de link werkt niet meer" tone="info">
      <ul>
        <li>Keek u goed? De code heeft zes cijfers. Vul haar dan nog een keer in.</li>
        <li>Was u al klaar, is het lang geleden, of is de vraag intussen ingetrokken? Dan hoeft u niets te doen.</li>
        <li>Twijfelt u? Bel de collega die u de code voorlas. Zij ziet hoe het staat, en kan een nieuwe link sturen.</li>
      </ul>
    </Alert>
    {again === null ? null : (
      <p>
        <a href={again}>Code opnieuw invullen</a>
      </p>
    )}
  </Page>
);
