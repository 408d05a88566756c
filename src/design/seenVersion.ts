import type { Errors, Values } from "./Errors.ts";

/**
 * The version of a record that a form sends along: the one that was looked at when it was opened, so that a change by someone else
 * meanwhile is noticed; once the form as a whole says so, the record as it is now.
 */
export const seenVersion = <Version extends number | undefined>(values: Values, errors: Errors, version: Version): string | Version =>
  typeof values["version"] === "string" && errors["form"] === undefined ? values["version"] : version;
