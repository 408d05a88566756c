import { pillars, type Places } from "../../configuration/programme.ts";

export interface PlaceLine {
  readonly name: string;
  readonly places: number;
  readonly taken: number;
  readonly free: number;
}

/** A line for each pillar, and for each way of entering where there is more than one. */
export function placeLines(places: readonly Places[]): readonly PlaceLine[] {
  return pillars.flatMap((pillar) => {
    const own = places.filter((one) => one.pillar === pillar);
    const sub = own.length > 1 ? own.map((one) => lineOf(`Pijler ${pillar}, ${entryWords[one.entry]}`, [one])) : [];
    return own.length === 0 ? [] : [lineOf(`Pijler ${pillar}`, own), ...sub];
  });
}

const entryWords = { direct: "directe instroom", flow_on: "doorstroom uit pijler 1" } as const;

function lineOf(name: string, some: readonly Places[]): PlaceLine {
  const all = some.reduce((sum, { places }) => sum + places, 0);
  const taken = some.reduce((sum, one) => sum + one.taken, 0);
  return { name, places: all, taken, free: Math.max(0, all - taken) };
}

/** Nearly: a tenth or less is free. */
export const placesState = ({ places, free }: PlaceLine): "full" | "nearly" | "free" =>
  free === 0 ? "full" : free * 10 <= places ? "nearly" : "free";
