import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { ButtonRow } from "./ButtonRow.tsx";
import { Form } from "./Form.tsx";
import { HiddenField } from "./HiddenField.tsx";
import { TextField } from "./TextField.tsx";

type Props = Readonly<{
  /** Posting here gives the question for the device. */
  ask: string;
  /** Where its answer goes, in the field `antwoord`. */
  send: string;
  use: "get" | "create";
  button: string;
  hidden?: Readonly<Record<string, string>>;
  /** Asks a name for the passkey too, in the field `naam`. */
  nameLabel?: string;
  /** Puts it on a card of its own. */
  card?: Readonly<{ title: string; text: string }>;
}>;

/** Signing in with, or making, a passkey. Only a script can ask the device: without one (or without passkeys) nothing of this is shown. */
export function PasskeyButton({ ask, send, use, button, hidden = {}, nameLabel, card }: Props) {
  const form = (
    <Form action={send} id="toegangssleutel">
      {Object.entries(hidden).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <HiddenField name="antwoord" value="" />
      {nameLabel !== undefined && <TextField name="naam" label={nameLabel} maxLength={60} width="medium" optional />}
      <ButtonRow>
        <Button variant={card === undefined ? "secondary" : "primary"}>{button}</Button>
      </ButtonRow>
      <output className="wieg-passkey__said" data-said="" />
    </Form>
  );
  return (
    <div className="wieg-passkey" data-island="passkey" data-ask={ask} data-use={use} hidden>
      {card === undefined ? form : <PasskeyCard {...card}>{form}</PasskeyCard>}
    </div>
  );
}

function PasskeyCard({ title, text, children }: Readonly<{ title: string; text: string; children: ReactNode }>) {
  return (
    <section className="wieg-card wieg-card--ok">
      <div className="wieg-card__top">
        <h2>{title}</h2>
      </div>
      <p>{text}</p>
      {children}
    </section>
  );
}
