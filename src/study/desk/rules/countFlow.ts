import {
  flowGroups,
  listStates,
  outReasons,
  type AskedCell,
  type Flow,
  type FlowCell,
  type FlowGroup,
  type GroupFlow,
  type ListState,
} from "../desk.ts";

/**
 * The flow of participants through a study, as CONSORT asks for it: of everyone in it, in each wave exactly one state, so that each row of boxes adds up
 * to the arm. Who is out before a list came is `stopped` there.
 */
export function countFlow(cells: readonly FlowCell[], waves: readonly string[], asked: readonly AskedCell[] | null): Flow {
  const consented = sum(cells);
  return {
    asked: asked && askedOf(asked, consented),
    consented,
    groups: flowGroups.flatMap((group) => {
      const own = cells.filter((cell) => groupOf(cell) === group);
      return sum(own) === 0 && (group === "open" || group === "none") ? [] : [countGroup(group, own, waves)];
    }),
  };
}

/** Who said yes is counted by her participation: a yes may be older than the count of who was asked. */
function askedOf(asked: readonly AskedCell[], consented: number): Flow["asked"] {
  const of = (answer: AskedCell["answer"]) => sum(asked.filter((cell) => cell.answer === answer));
  return { all: consented + of("no") + of("open"), no: of("no"), open: of("open") };
}

function countGroup(group: FlowGroup, cells: readonly FlowCell[], waves: readonly string[]): GroupFlow {
  const out = countBy(outReasons, cells, ({ out: reason }) => reason);
  const total = sum(cells);
  return {
    group,
    total,
    waves: waves.map((wave) => ({ wave, lists: countBy(listStates, cells, (cell) => listOf(cell, wave)) })),
    out,
    inStudy: total - outReasons.reduce((all, reason) => all + out[reason], 0),
  };
}

function listOf({ lists, out }: FlowCell, wave: string): ListState {
  const state = lists[wave] ?? "later";
  return out !== null && (state === "later" || state === "open") ? "stopped" : state;
}

const groupOf = ({ arm, armIsOver }: FlowCell): FlowGroup => arm ?? (armIsOver ? "none" : "open");

const sum = (cells: readonly { readonly count: number }[]): number => cells.reduce((all, { count }) => all + count, 0);

function countBy<Key extends string>(keys: readonly Key[], cells: readonly FlowCell[], keyOf: (cell: FlowCell) => Key | null) {
  const counted = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
  for (const cell of cells) {
    const key = keyOf(cell);
    if (key !== null) counted[key] += cell.count;
  }
  return counted;
}
