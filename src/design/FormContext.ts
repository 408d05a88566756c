import { createContext } from "react";
import type { Errors, Values } from "./Errors.ts";

/** What a form tells its fields, so that they need not be told one by one. */
export type FormContext = Readonly<{ id: string; errors: Errors; values: Values }>;

export const FormContext = createContext<FormContext>({ id: "veld", errors: {}, values: {} });
