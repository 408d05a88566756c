import { type ReactNode, useContext } from "react";
import type { Errors, Values } from "./Errors.ts";
import { FormContext } from "./FormContext.ts";

/** What every field takes. Values and errors come from the form when they are not given. */
export type FieldProps = Readonly<{
  name: string;
  label: string;
  hint?: ReactNode;
  /** Marks the field "(niet verplicht)". A field is required unless this says otherwise. */
  optional?: boolean;
  values?: Values | undefined;
  errors?: Errors | undefined;
}>;

/** The address on the page of a field, where the summary of errors links to. */
export const fieldId = (form: string, name: string) => `${form}-${name}`;

/** Works out what a field shows and how it is tied to its hint and its error. */
export function useField({ name, hint, values, errors }: Pick<FieldProps, "name" | "hint" | "values" | "errors">) {
  const form = useContext(FormContext);
  const id = fieldId(form.id, name);
  const error = (errors ?? form.errors)[name];
  const raw = (values ?? form.values)[name];
  const describedBy = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-fout`].filter(Boolean).join(" ");
  return {
    id,
    error,
    value: typeof raw === "string" ? raw : raw?.[0],
    chosen: typeof raw === "string" ? [raw] : (raw ?? []),
    hintId: `${id}-hint`,
    errorId: `${id}-fout`,
    describedBy: describedBy === "" ? undefined : describedBy,
  };
}
