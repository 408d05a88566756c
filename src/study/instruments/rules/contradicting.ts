import type { Answers, Instrument } from "../instrument.ts";
import { contradicts } from "./contradicts.ts";

/** The forms whose answers contradict each other. */
export const contradicting = (texts: readonly Instrument[], forms: readonly string[], answers: Answers): readonly string[] =>
  forms.filter((form) => {
    const scale = texts.find((text) => text.scale.form === form)?.scale;
    return scale !== undefined && contradicts(scale, answers);
  });
