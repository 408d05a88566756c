import type { Study } from "../../design/study.ts";
import type { Answers, Instrument, Score } from "../../instruments/instrument.ts";
import { missingCodes, type Cell, type DataSet, type MissingReason } from "../dataset.ts";
import { ageBands, type AnswersBy, type List, type ListState, type Person } from "../person.ts";
import { careMeasures } from "./careMeasures.ts";
import { formsOf, longVariables } from "./variablesOf.ts";

/** How a scale is scored: the rule of the questionnaires, passed in. */
export type ScoreScale = (scale: Instrument["scale"], answers: Answers) => Score;

/** What a data set is made with, apart from the people. */
export interface Frame {
  readonly study: Study;
  readonly instruments: readonly Instrument[];
  /** Every site and language there is, in an order that does not change. */
  readonly sites: readonly string[];
  readonly languages: readonly string[];
}

/** One row for each person and wave, also where nothing was asked: then each value says why it is not there. */
export function buildLong(frame: Frame, people: Iterable<Person>, score: ScoreScale): DataSet {
  const { study, instruments, sites, languages } = frame;
  const rowsOf = longRows(frame, score);
  const rows: Cell[][] = [];
  for (const person of people) for (const row of rowsOf(person)) rows.push(row);
  return { study: study.code, variables: longVariables(study, instruments, sites, languages), rows };
}

/** The rows of one person, one for each wave; for who reads the people piece by piece. */
export function longRows(frame: Frame, score: ScoreScale): (person: Person) => Cell[][] {
  const rowOf = rowMaker(frame, score);
  return (person) => frame.study.waves.map((_, wave) => rowOf(person, wave));
}

const states: readonly ListState[] = ["planned", "open", "answered", "declined", "expired", "stopped"];
const ways: readonly AnswersBy[] = ["link", "paper", "help"];
const insurers = ["CZ", "VGZ", "either", "other"];
const categories = ["a", "b", "c", "d"];
/** Numbers from 1; what is not in the list is not known. */
const numberIn = <Of>(list: readonly Of[], one: Of | null | undefined): number | null => {
  const at = one === null || one === undefined ? -1 : list.indexOf(one);
  return at < 0 ? null : at + 1;
};
const flag = (yes: boolean): number => (yes ? 1 : 0);

function rowMaker({ study, instruments, sites, languages }: Frame, score: ScoreScale): (person: Person, wave: number) => Cell[] {
  const forms = formsOf(study, instruments).map((instrument) => formCells(instrument, instruments, score));
  return (person, wave) => {
    const list = person.lists.find((one) => one.wave === study.waves[wave]?.code) ?? null;
    const absent = reasonOf(person, list);
    const cells: Cell[] = [
      person.code,
      wave,
      person.arm === null ? null : flag(person.arm === "intervention"),
      flag(person.armCorrected),
      numberIn(sites, person.site),
      numberIn(languages, person.language),
      numberIn(ways, person.answersBy),
      numberIn(categories, person.facts.category),
      numberIn(insurers, person.facts.insurer),
      numberIn(ageBands, person.ageBand),
      flag(person.late),
      list === null ? 1 : numberIn(states, list.state),
      absent === null ? numberIn(ways, list?.way) : missingCodes[absent],
      absent === null ? (list?.days ?? null) : missingCodes[absent],
    ];
    for (const form of forms) form(cells, list, absent);
    for (const { code } of careMeasures) cells.push(person.care[code] ?? null);
    return cells;
  };
}

/** Why a list has no answers; null when it has. A list that ran out half-way keeps what was answered. */
function reasonOf({ ended }: Person, list: List | null): MissingReason | null {
  if (list?.state === "answered" || (list && Object.keys(list.answers).length > 0 && list.state !== "open")) return null;
  const lost = ended === "loss" || ended === "moved" || ended === "other";
  if (list?.state === "declined") return "declined";
  if (list?.state === "expired") return "no_response";
  if (list?.state === "open") return "not_due";
  return lost ? "lost" : "not_due";
}

type FormCells = (to: Cell[], list: List | null, absent: MissingReason | null) => void;

/** The cells of one form: its items, its score, group, contradiction and text. */
function formCells(labels: Instrument, instruments: readonly Instrument[], score: ScoreScale): FormCells {
  const { form } = labels.scale;
  const items = labels.questionnaire.item.map(({ linkId }) => linkId);
  const texts = instruments.filter(({ scale }) => scale.form === form);
  const { bands, contradictsFrom } = labels.scale;
  const scaleFor = (asked: List["instruments"][number]) =>
    texts.find(({ scale, questionnaire }) => questionnaire.language === asked.language && scale.version === asked.version)?.scale ??
    labels.scale;
  return (to, list, absent) => {
    const asked = list?.instruments.find((one) => one.form === form);
    const why = absent ?? (asked ? null : "not_due");
    const given: Record<string, number> = {};
    for (const item of items) {
      const answer = why === null ? (list?.answers[item] ?? "not_reached") : why;
      if (typeof answer === "number") given[item] = answer;
      to.push(typeof answer === "number" ? answer : missingCodes[answer]);
    }
    const scored = why === null && asked ? score(scaleFor(asked), given) : null;
    const counts = scored?.outcome === "score" ? scored : null;
    const none = missingCodes[why ?? "not_scored"];
    to.push(counts ? tidy(counts.value) : none);
    if (bands.length > 0)
      to.push(
        counts
          ? (numberIn(
              bands.map(({ label }) => label),
              counts.band,
            ) ?? none)
          : none,
      );
    if (contradictsFrom !== null) to.push(counts ? flag(counts.contradicts) : none);
    to.push(why === null && asked ? `${form}.${asked.language} ${asked.version}` : null);
  };
}

/** A mean as it is told, without the rounding of binary fractions: the same number in each file. */
const tidy = (value: number): number => Math.round(value * 1e10) / 1e10;
