/** What is wrong, per field name; under `form` what concerns the whole. The sentence is what the person reads. */
export type Errors = Readonly<Record<string, string>>;

/** What was typed, per field name, exactly as it was typed. */
export type Values = Readonly<Record<string, string | readonly string[] | undefined>>;
