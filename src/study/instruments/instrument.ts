import { z } from "zod";

/** How much an answer counts, in FHIR R4: the extension that every questionnaire of Wieg uses for its options. */
export const ordinalValue = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

const text = z.string().trim().min(1);
const linkId = z.string().regex(/^[a-z0-9-]{1,40}$/);
const code = z.string().regex(/^[a-z0-9-]{2,40}$/);

const option = z.object({
  valueCoding: z.object({ code: z.string().min(1).max(40), display: text.max(200) }),
  extension: z.array(z.object({ url: z.literal(ordinalValue), valueDecimal: z.number() })).length(1),
});
const item = z.object({
  linkId,
  text: text.max(1000),
  type: z.literal("choice"),
  required: z.literal(false).optional(),
  answerOption: z.array(option).min(2).max(20),
});

/** A questionnaire as HL7 FHIR R4 has it; of all that FHIR allows, what an instrument of a study needs. */
export const questionnaire = z.object({
  resourceType: z.literal("Questionnaire"),
  url: z.url().max(300),
  version: text.max(40),
  name: z.string().regex(/^[A-Z][A-Za-z0-9_]{0,60}$/),
  title: text.max(200),
  status: z.enum(["draft", "active", "retired"]),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,8})?$/),
  copyright: text.max(2000),
  /** What is said above the questions. */
  description: text.max(2000),
  item: z.array(item).min(1).max(100),
});

const band = z.object({ label: text.max(80), from: z.number(), to: z.number() });

/** How answers become one number. A score names the form and version of its scale: forms of one measure are never mixed [domain 5.3]. */
export const scale = z.object({
  measure: code,
  form: code,
  version: text.max(40),
  /** `single`: the answer itself. */
  method: z.enum(["mean", "sum", "single"]),
  items: z.array(linkId).min(1),
  /** Counted the other way round: least + most - answer. */
  reversed: z.array(linkId),
  least: z.number().int(),
  most: z.number().int(),
  /** Items that may be missing; the score is then made of the others. The default is none [domain 5.4]. */
  mayMiss: z.number().int().nonnegative(),
  /** What the number means, from low to high; every possible score lies in one. May be none. */
  bands: z.array(band),
  /** From what distance between the two directions of wording an answer contradicts itself, as a part of the whole range; null: not looked at. */
  contradictsFrom: z.number().positive().max(1).nullable(),
});

/** A file with an instrument: its text in one language, and how it is scored. Wieg's own and a licensed text have the same form. */
export const instrumentFile = z.object({
  wieg: z.literal("instrument 1"),
  /** The wording was validated in this language: only then it may be sent. */
  validated: z.boolean(),
  source: text.max(500),
  scale,
  questionnaire,
});

export type Questionnaire = z.infer<typeof questionnaire>;
export type Scale = z.infer<typeof scale>;
export type Instrument = z.infer<typeof instrumentFile>;

/** By what an instrument is known: `brs-6.en`. */
export const instrumentId = ({ scale: { form }, questionnaire: { language } }: Instrument): string => `${form}.${language}`;

/** Of each item what was answered; what was not answered is null or left out. */
export type Answers = Readonly<Record<string, number | null | undefined>>;

export type Score =
  | {
      readonly outcome: "score";
      readonly value: number;
      readonly band: string | null;
      readonly missing: readonly string[];
      readonly contradicts: boolean;
    }
  | { readonly outcome: "no-score"; readonly missing: readonly string[] }
  | { readonly outcome: "out-of-range"; readonly item: string };

/** What is wrong with a file, with the place in it. */
export interface FileProblem {
  readonly code:
    | "no-json"
    | "form"
    | "item-unknown"
    | "item-twice"
    | "options-differ"
    | "reversed-unknown"
    | "bands"
    | "may-miss"
    | "method";
  readonly at: string;
}
