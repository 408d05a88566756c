import type { Errors, Values } from "../../../design/Errors.ts";
import { FormPage } from "../../../design/FormPage.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import { interviewKinds, strataKinds, usualNumber } from "../interviews.ts";
import { kindNames, strataNames } from "../interviews.texts.ts";
import type { DrawsView } from "../server/readInterviews.ts";
import { interviewsAddress } from "./address.ts";

type Props = Readonly<{ data: DrawsView; values: Values; errors: Errors }>;

/** Whom to draw, and by which seed. */
export function NewDrawPage({ data: { studies }, values, errors }: Props) {
  return (
    <FormPage
      title="Nieuwe loting"
      back={{ href: interviewsAddress, label: "Gesprekken" }}
      action={`${interviewsAddress}/nieuw`}
      values={{ aantal: String(usualNumber), ...values }}
      errors={errors}
      button="Loten"
      leave="Annuleren"
      sub="Wieg bewaart de lijst, het beginwoord en de volgorde. Wie opnieuw loot met dezelfde lijst en hetzelfde woord, vindt dezelfde mensen."
    >
      <RadioGroup name="deel" label="Voor welk deel" options={studies.map(({ code, name }) => ({ value: code, label: name }))} />
      <RadioGroup name="wie" label="Wie" options={choicesOf(interviewKinds, kindNames)} />
      <RadioGroup
        name="verdeling"
        label="Verdeling"
        options={choicesOf(strataKinds, strataNames)}
        hint="Professionals worden over hun rollen verdeeld; gezinnen kunnen over de armen worden verdeeld."
      />
      <TextField name="aantal" label="Hoeveel gesprekken" inputMode="numeric" width="short" />
      <TextField
        name="beginwoord"
        label="Beginwoord van de loting"
        hint="Kies het voordat u de lijst ziet, bijvoorbeeld de datum en de plaats van de vergadering."
        maxLength={100}
      />
    </FormPage>
  );
}
