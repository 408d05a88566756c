/** What a `RadioGroup`, `CheckboxGroup` or `Select` offers: each code with its name, in the order of the codes. */
export const choicesOf = <Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, string>>) =>
  codes.map((value) => ({ value, label: names[value] }));
