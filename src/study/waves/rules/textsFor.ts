import type { Instrument } from "../../instruments/instrument.ts";
import type { FixedInstrument } from "../ask.ts";

/**
 * The texts of a list in her language, fixed on this day. A text that was not validated in her language is not sent; in a demonstration the
 * published one stands in its place, and the screen says so. Nobody translates an instrument [domain 5.3].
 */
export function textsFor(
  asked: readonly { readonly form: string }[],
  language: string,
  texts: readonly Instrument[],
  demonstration: boolean,
): readonly FixedInstrument[] {
  return asked.flatMap(({ form }) => {
    const ofForm = texts.filter(({ scale }) => scale.form === form);
    const inHers = ofForm.find(({ questionnaire, validated }) => questionnaire.language === language && validated);
    const found = inHers ?? (demonstration ? ofForm[0] : undefined);
    return found ? [fixed(found)] : [];
  });
}

const fixed = ({ scale, questionnaire, validated }: Instrument): FixedInstrument => ({
  form: scale.form,
  language: questionnaire.language,
  version: scale.version,
  validated,
  items: questionnaire.item.map(({ linkId }) => linkId),
});
