import type { Study } from "../../design/study.ts";
import { ordinalValue, type Instrument } from "../../instruments/instrument.ts";
import { ageLabels, armLabels, categoryLabels, insurerLabels, missingCodeOf, stateLabels, wayLabels, yesNo } from "../dataset.texts.ts";
import type { MissingReason, ValueLabel, Variable } from "../dataset.ts";
import { careMeasures } from "./careMeasures.ts";

/** What differs from a number without labels or missing reasons. */
type Given = Pick<Variable, "name" | "label" | "source" | "role"> & Partial<Variable>;
const variable = (given: Given): Variable => ({
  kind: "number",
  measure: given.values ? "nominal" : "scale",
  values: [],
  missing: [],
  decimals: 0,
  form: null,
  ...given,
});

const listReasons = ["declined", "not_due", "lost", "no_response"] as const;
const itemReasons = ["skipped", "declined", "not_reached", "not_due", "lost", "illegible", "no_response"] as const;
const scoreReasons = [...listReasons, "not_scored"] as const;
const codes = (reasons: readonly MissingReason[]) => reasons.map(missingCodeOf);

/** The variables of one row for each person and wave, in their order: who, in which group, the list, its items and scores, and what care did. */
export function longVariables(
  study: Study,
  instruments: readonly Instrument[],
  sites: readonly string[],
  languages: readonly string[],
): readonly Variable[] {
  return [...who(study, sites, languages), ...list(), ...formsOf(study, instruments).flatMap((form) => ofForm(study, form)), ...care()];
}

const who = (study: Study, sites: readonly string[], languages: readonly string[]): readonly Variable[] => [
  variable({
    name: "participant",
    label: "Deelnemer (pseudoniem)",
    kind: "text",
    measure: "nominal",
    role: "participant",
    source: "Toegekend bij de toestemming; wie het is, weet alleen de sleutelbeheerder.",
  }),
  variable({
    name: "wave",
    label: "Meting",
    measure: "ordinal",
    values: study.waves.map(({ code, name }, value) => ({ value, label: `${code}: ${name}` })),
    role: "wave",
    source: "Uit de opzet van het onderzoek.",
  }),
  variable({
    name: "arm",
    label: "Groep bij T0",
    values: armLabels,
    role: "arm",
    source: "Vastgelegd bij T0 uit categorie, kraamzorg, woonplaats en verzekeraar; leeg zolang T0 open staat.",
  }),
  variable({
    name: "arm_corrected",
    label: "Groep later verbeterd",
    values: yesNo,
    role: "check",
    source: "Ja als de deelnemer in de verkeerde groep stond en dat met reden is verbeterd.",
  }),
  variable({
    name: "site",
    label: "Locatie die om toestemming vroeg",
    values: sites.map((label, at) => ({ value: at + 1, label })),
    role: "site",
    source: "De organisatie van wie de toestemming vastlegde.",
  }),
  group(
    "language",
    "Taal van de lijsten",
    languages.map((label, at) => ({ value: at + 1, label })),
    "Gekozen bij de toestemming.",
  ),
  group("answers_by", "Hoe zij antwoordt", wayLabels, "Gekozen bij de toestemming."),
  group("category", "Categorie bij T0", categoryLabels, "Laatst vastgelegd door de verloskundige, op de dag van T0."),
  group("insurer", "Verzekeraar bij T0", insurerLabels, "Zoals gebruikt voor de groep, op de dag van T0."),
  group("age_band", "Leeftijd bij toestemming", ageLabels, "Uit de geboortedatum, die de onderzoekers niet zien.", "ordinal"),
  group("late", "Eerste lijst bij instroom, na het begin van de zorg", yesNo, "Vastgelegd bij de toestemming."),
];

const group = (name: string, label: string, values: readonly ValueLabel[], source: string, measure: Variable["measure"] = "nominal") =>
  variable({ name, label, values, source, measure, role: "group" });

const list = (): readonly Variable[] => [
  variable({
    name: "list_state",
    label: "Lijst",
    values: stateLabels,
    role: "list",
    source: "Stand van de lijst op de dag van vastleggen.",
  }),
  variable({
    name: "list_way",
    label: "Hoe beantwoord",
    values: wayLabels,
    missing: codes(listReasons),
    role: "list",
    source: "Vastgelegd bij het antwoorden.",
  }),
  variable({
    name: "list_days",
    label: "Dagen van toestemming tot antwoord",
    missing: codes(listReasons),
    role: "moment",
    source: "Dag van het antwoord min de dag van de toestemming.",
  }),
];

/** The forms that are asked in this study; of a text in more languages the Dutch one gives the labels. */
export function formsOf(study: Study, instruments: readonly Instrument[]): readonly Instrument[] {
  const asked = [...new Set(study.waves.flatMap((wave) => wave.instruments.map(({ form }) => form)))];
  return asked.flatMap((form) => {
    const texts = instruments.filter(({ scale }) => scale.form === form);
    return texts.find(({ questionnaire }) => questionnaire.language === "nl") ?? texts[0] ?? [];
  });
}

export const nameOf = (code: string): string => code.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
export const itemName = nameOf;
export const scoreName = (form: string): string => `${formName(form)}_score`;
/** A name begins with a letter, whatever a form is called. */
const formName = (form: string): string => nameOf(/^[a-z]/i.test(form) ? form : `f_${form}`);

function ofForm(study: Study, { scale, questionnaire, source }: Instrument): readonly Variable[] {
  const { form } = scale;
  const waves = study.waves.filter(({ instruments }) => instruments.some((one) => one.form === form)).map(({ code }) => code);
  const made = `${questionnaire.title} (${form}, ${scale.version}), gevraagd op ${waves.join(", ")}.`;
  const items = questionnaire.item.map((item) =>
    variable({
      name: itemName(item.linkId),
      label: item.text,
      measure: "ordinal",
      values: item.answerOption.map(({ valueCoding, extension }) => ({
        value: extension.find(({ url }) => url === ordinalValue)?.valueDecimal ?? 0,
        label: valueCoding.display,
      })),
      missing: codes(itemReasons),
      role: "item",
      form,
      source: `${made} Zoals geantwoord${scale.reversed.includes(item.linkId) ? "; telt omgekeerd mee in de score" : ""}.`,
    }),
  );
  return [...items, ...scoresOf(scale, made, source)];
}

const sayRule = ({ items, mayMiss, method }: Instrument["scale"]): string =>
  `${{ mean: "Gemiddelde", sum: "Som", single: "Het antwoord zelf" }[method]} van ${items.length} vragen, omgekeerde vragen gedraaid; hoogstens ${mayMiss} mogen ontbreken.`;

function scoresOf(scale: Instrument["scale"], made: string, source: string): readonly Variable[] {
  const { form, bands, method } = scale;
  const rule = `${made} ${sayRule(scale)} ${source}`;
  const common = { missing: codes(scoreReasons), form };
  const name = formName(form);
  return [
    variable({
      ...common,
      name: scoreName(form),
      label: `Score ${form}`,
      decimals: method === "single" ? 0 : 4,
      role: "score",
      source: rule,
    }),
    ...(bands.length === 0
      ? []
      : [
          variable({
            ...common,
            name: `${name}_band`,
            label: `Groep van de score ${form}`,
            measure: "ordinal",
            values: bands.map(({ label, from, to }, at) => ({ value: at + 1, label: `${label} (${from}-${to})` })),
            role: "check",
            source: rule,
          }),
        ]),
    ...(scale.contradictsFrom === null
      ? []
      : [
          variable({
            ...common,
            name: `${name}_contradicts`,
            label: `Antwoorden ${form} spreken elkaar tegen`,
            values: yesNo,
            role: "check",
            source: "Wie met beide richtingen van de vragen instemt, of met geen; de score verandert er niet door.",
          }),
        ]),
    variable({
      name: `${name}_text`,
      label: `Taal en versie van ${form}`,
      kind: "text",
      measure: "nominal",
      role: "check",
      form,
      source: made,
    }),
  ];
}

const care = (): readonly Variable[] =>
  careMeasures.map(({ code, label, decimals, source }) => variable({ name: code, label, decimals, source, role: "care" }));
