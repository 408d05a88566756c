import { z } from "zod";
import { programmeSettings, type ProgrammeSettings } from "./programme.ts";

/** What a setting looks like, read from its schema: the editor shows and asks any section by this, also one it never saw. */
export type Shape =
  | { readonly kind: "object"; readonly fields: readonly (readonly [name: string, shape: Shape])[]; readonly empty: boolean }
  | { readonly kind: "list"; readonly item: Shape }
  | { readonly kind: "choice"; readonly options: readonly string[]; readonly empty: boolean }
  | { readonly kind: "text" | "number" | "day" | "yes" | "other"; readonly empty: boolean };

export type SectionName = keyof ProgrammeSettings;
export const sectionNames = Object.keys(programmeSettings.shape) as readonly SectionName[];
export const isSection = (name: string): name is SectionName => (sectionNames as readonly string[]).includes(name);

export const sectionShape = (section: SectionName): Shape => shapeOf(programmeSettings.shape[section], false);

/** What is not right in a section, by the place in it; empty when it is right. */
export interface SettingFault {
  readonly path: readonly string[];
  readonly code: string;
  readonly message: string;
  readonly least: number | null;
}
export function faultsOf(section: SectionName, value: unknown): readonly SettingFault[] {
  const read = programmeSettings.shape[section].safeParse(value);
  if (read.success) return [];
  return read.error.issues.map((issue) => ({
    path: issue.path.map(String),
    code: issue.code,
    message: issue.message,
    least: issue.code === "too_small" && typeof issue.minimum === "number" ? issue.minimum : null,
  }));
}

function shapeOf(schema: unknown, empty: boolean): Shape {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return shapeOf(schema.unwrap(), true);
  if (schema instanceof z.ZodReadonly || schema instanceof z.ZodDefault) return shapeOf(schema.def.innerType, empty);
  if (schema instanceof z.ZodObject)
    return {
      kind: "object",
      empty,
      fields: Object.entries(schema.shape as Readonly<Record<string, unknown>>).map(([name, field]) => [name, shapeOf(field, false)]),
    };
  if (schema instanceof z.ZodArray) return { kind: "list", item: shapeOf(schema.element, false) };
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral)
    return { kind: "choice", options: [...new Set(schema instanceof z.ZodEnum ? schema.options : schema.values)].map(String), empty };
  if (schema instanceof z.ZodNumber) return { kind: "number", empty };
  if (schema instanceof z.ZodBoolean) return { kind: "yes", empty };
  if (schema instanceof z.ZodISODate) return { kind: "day", empty };
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return { kind: "text", empty };
  return { kind: "other", empty };
}
