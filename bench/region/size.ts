/** The sizes that are measured: a region and the country. */
export interface Size {
  readonly name: "region" | "country";
  readonly lines: number;
}

export const region: Size = { name: "region", lines: 5_000 };
export const country: Size = { name: "country", lines: 500_000 };

/** People with small, large and very large caseloads. `small` is a midwife's practice; the others are nurses of youth health services. */
export const caseloads = { small: 200, large: 12_500, huge: 100_000 } as const;
export type Caseload = keyof typeof caseloads;
