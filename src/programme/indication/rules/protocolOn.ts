import type { Day } from "../../../kit/day.ts";
import type { Protocol } from "../../configuration/settings/indication.ts";

/** The protocol by which hours are indicated on a day: the one that began last. Null before the first. */
export const protocolOn = (protocols: readonly Protocol[], day: Day): Protocol | null =>
  protocols.filter(({ from }) => from <= day).toSorted((one, other) => other.from.localeCompare(one.from))[0] ?? null;

/** "LIP versie 3": as people name it, and as it is kept. */
export const protocolName = ({ name, version }: Protocol): string => `${name} versie ${version}`;
