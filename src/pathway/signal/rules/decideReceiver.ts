/** An organisation that may answer questions of the front door. */
export interface Receiver {
  readonly id: string;
  /** youth_health (JGZ), municipality (Knooppunt, access team), or another. */
  readonly kind: string;
  readonly municipalities: readonly string[];
  /** Chosen for this municipality by an administrator. */
  readonly chosenFor: readonly string[];
  /** Somebody works there today in a role that answers questions. */
  readonly answers: boolean;
}

/** The JGZ first: she is with every family from the beginning; then the municipality's own Knooppunt [003]. */
const order = ["youth_health", "municipality"];

/** Who answers someone of this municipality: the one that was chosen, else the JGZ, else the municipality itself; null when nobody does. */
export function decideReceiver(municipality: string, organisations: readonly Receiver[]): string | null {
  const able = organisations.filter(({ answers }) => answers);
  const chosen = able.find(({ chosenFor }) => chosenFor.includes(municipality));
  if (chosen) return chosen.id;
  const serving = able.filter(({ municipalities }) => municipalities.includes(municipality));
  const first = order.flatMap((kind) => serving.find((one) => one.kind === kind) ?? [])[0];
  return first?.id ?? null;
}
