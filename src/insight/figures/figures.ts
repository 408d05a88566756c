/** The words of the group in figures. Source: [001 summary, 6.1; 002 "van de 2e lijn naar de 1e lijn"; domain 5.4]. */

export const figureCodes = [
  "preterm",
  "low_weight",
  "small_for_age",
  "category",
  "route",
  "uptake",
  "less_reason",
  "hours",
  "birth_place",
  "care_line",
  "births",
] as const;
export type FigureCode = (typeof figureCodes)[number];

/** How one figure divides the children that were born: each child has one value. */
export interface Figure {
  readonly code: FigureCode;
  readonly values: readonly string[];
  /** The figure in whose areas this one is told: a coarser division of the same children. Births have none. */
  readonly within: FigureCode | null;
  /** Ways to tell it, the finest first: values that stand in one class are told together. */
  readonly gradings: readonly (readonly (readonly string[])[])[];
  /** What the picture shows a share of. */
  readonly about: readonly string[];
  /** The value of whom it is not known: it is left out of the shares where it stands apart. */
  readonly unknown: string | null;
}

const each = (values: readonly string[]) => values.map((value) => [value]);
const yesNo = (code: FigureCode, yes: string, no: string): Figure => ({
  code,
  values: [yes, no, "unknown"],
  within: "births",
  gradings: [each([yes, no, "unknown"]), [[yes], [no, "unknown"]]],
  about: [yes],
  unknown: "unknown",
});

const reasons = [
  "co_payment",
  "own_help",
  "no_stranger",
  "earlier_experience",
  "no_room",
  "not_needed",
  "away_from_home",
  "other",
  "several",
  "not_said",
];

/** Every figure. Route and category are one division, coarse and fine, and so are uptake and its reasons: the fine one is told in areas of the coarse one. */
export const figures: Readonly<Record<FigureCode, Figure>> = {
  births: { code: "births", values: ["all"], within: null, gradings: [[["all"]]], about: ["all"], unknown: null },
  preterm: yesNo("preterm", "preterm", "term"),
  low_weight: yesNo("low_weight", "low", "not_low"),
  small_for_age: yesNo("small_for_age", "small", "not_small"),
  route: {
    code: "route",
    values: ["route_1", "route_2", "route_3", "unknown"],
    within: "births",
    gradings: [
      each(["route_1", "route_2", "route_3", "unknown"]),
      [["route_1", "unknown"], ["route_2"], ["route_3"]],
      [
        ["route_1", "unknown"],
        ["route_2", "route_3"],
      ],
    ],
    about: ["route_2", "route_3"],
    unknown: "unknown",
  },
  category: {
    code: "category",
    values: ["a", "b", "c", "d", "unknown"],
    within: "route",
    gradings: [each(["a", "b", "c", "d", "unknown"]), [["a", "unknown"], ["b"], ["c"], ["d"]], [["a", "unknown"], ["b"], ["c", "d"]]],
    about: ["c", "d"],
    unknown: "unknown",
  },
  uptake: {
    code: "uptake",
    values: ["full", "less", "none", "unknown"],
    within: "births",
    gradings: [
      each(["full", "less", "none", "unknown"]),
      [["full", "unknown"], ["less"], ["none"]],
      [
        ["full", "unknown"],
        ["less", "none"],
      ],
    ],
    about: ["less", "none"],
    unknown: "unknown",
  },
  less_reason: {
    code: "less_reason",
    values: ["no_less", ...reasons],
    within: "uptake",
    gradings: [
      each(["no_less", ...reasons]),
      [
        ["no_less"],
        ["co_payment"],
        ["own_help"],
        ["not_needed"],
        reasons.filter((one) => !["co_payment", "own_help", "not_needed"].includes(one)),
      ],
      [["no_less"], ["co_payment"], reasons.filter((one) => one !== "co_payment")],
    ],
    about: ["co_payment"],
    unknown: "no_less",
  },
  hours: {
    code: "hours",
    values: ["from_42", "under_42", "under_24", "none", "unknown"],
    within: "births",
    gradings: [
      [["from_42"], ["under_42"], ["under_24"], ["none", "unknown"]],
      [["from_42"], ["under_42"], ["under_24", "none", "unknown"]],
      [
        ["from_42", "under_42"],
        ["under_24", "none", "unknown"],
      ],
    ],
    about: ["under_24"],
    unknown: "unknown",
  },
  birth_place: {
    code: "birth_place",
    values: ["hospital", "birth_centre", "home", "elsewhere", "unknown"],
    within: "births",
    gradings: [
      each(["hospital", "birth_centre", "home", "elsewhere", "unknown"]),
      [["hospital"], ["birth_centre", "home"], ["elsewhere", "unknown"]],
      [["hospital"], ["birth_centre", "home", "elsewhere", "unknown"]],
    ],
    about: ["birth_centre", "home"],
    unknown: "unknown",
  },
  care_line: yesNo("care_line", "first_line", "hospital"),
};

export const isFigure = (code: string): code is FigureCode => (figureCodes as readonly string[]).includes(code);

/** Children of one municipality with one value. Raw: it never leaves the job, but for who sees figures uncut. */
export interface RawCell {
  readonly figure: string;
  readonly municipality: string;
  readonly value: string;
  readonly children: number;
}

/** A number that is told: of these municipalities, with one of these values. */
export interface ToldBlock {
  readonly year: number;
  readonly figure: string;
  readonly codes: readonly string[];
  readonly values: readonly string[];
  readonly children: number;
}

/** Of the year that is over the figures are told from this month on: what was recorded late in December counts along. */
export const toldFromMonth = 3; // March
