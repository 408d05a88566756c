import type { Month } from "../steering.ts";

export const steeringAddress = "/geboortezorg-flex/sturing";

/** The monthly page of a programme, or a page below it. */
export function steeringHref(programmeCode: string, { below = "", month }: { below?: string; month?: Month } = {}): string {
  const query = new URLSearchParams({ programma: programmeCode, ...(month === undefined ? {} : { maand: month }) });
  return `${steeringAddress}${below}?${query}`;
}
