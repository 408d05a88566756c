import { instrumentFile, ordinalValue, type FileProblem, type Instrument } from "../instrument.ts";

export type Read =
  | { readonly code: "read"; readonly instrument: Instrument }
  | { readonly code: "problems"; readonly problems: readonly FileProblem[] };

/** Reads a file with an instrument. Text and scoring must fit each other: a slip there would make wrong numbers without anybody seeing it. */
export function readInstrument(content: string): Read {
  let json: unknown;
  try {
    json = JSON.parse(content.replace(/^\uFEFF/, ""));
  } catch {
    return { code: "problems", problems: [{ code: "no-json", at: "" }] };
  }
  const parsed = instrumentFile.safeParse(json);
  if (!parsed.success)
    return { code: "problems", problems: parsed.error.issues.map(({ path }) => ({ code: "form", at: path.map(String).join(".") })) };
  const problems = problemsOf(parsed.data);
  return problems.length === 0 ? { code: "read", instrument: parsed.data } : { code: "problems", problems };
}

function problemsOf(instrument: Instrument): readonly FileProblem[] {
  const { scale, questionnaire } = instrument;
  const linkIds = questionnaire.item.map(({ linkId }) => linkId);
  const twice = (names: readonly string[]) => names.filter((name, at) => names.indexOf(name) !== at);
  return [
    ...[...twice(linkIds), ...twice(scale.items)].map((at) => ({ code: "item-twice", at }) as const),
    ...scale.items.filter((item) => !linkIds.includes(item)).map((at) => ({ code: "item-unknown", at }) as const),
    ...scale.reversed.filter((item) => !scale.items.includes(item)).map((at) => ({ code: "reversed-unknown", at }) as const),
    ...questionnaire.item
      .filter((item) => scale.items.includes(item.linkId) && !covers(item, scale))
      .map(({ linkId: at }) => ({ code: "options-differ", at }) as const),
    ...(scale.mayMiss >= scale.items.length ? [{ code: "may-miss", at: String(scale.mayMiss) } as const] : []),
    ...(scale.method === "single" && scale.items.length !== 1 ? [{ code: "method", at: scale.method } as const] : []),
    ...bandProblems(instrument),
  ];
}

/** The options of an item count for each whole number from the least to the most, each once. */
function covers({ answerOption }: Instrument["questionnaire"]["item"][number], { least, most }: Instrument["scale"]): boolean {
  const values = answerOption
    .map(({ extension }) => extension.find(({ url }) => url === ordinalValue)?.valueDecimal)
    .sort((a, b) => Number(a) - Number(b));
  return values.length === most - least + 1 && values.every((value, at) => value === least + at);
}

/** Bands lie against each other and hold every score that can be. */
function bandProblems({ scale }: Instrument): readonly FileProblem[] {
  if (scale.bands.length === 0) return [];
  const times = scale.method === "sum" ? scale.items.length : 1;
  const step = scale.method === "mean" ? 0.01 : 1;
  const ends = scale.bands.map(({ to }) => to);
  const starts = scale.bands.map(({ from }) => from);
  const joined = starts.every((from, at) => at === 0 || Math.abs(from - (ends[at - 1] ?? 0) - step) < 1e-9);
  const whole = starts[0] === scale.least * times && ends.at(-1) === scale.most * times;
  return joined && whole ? [] : [{ code: "bands", at: scale.bands.map(({ label }) => label).join(", ") }];
}
