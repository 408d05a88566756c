import type { Proposal, Source } from "../familyPlan.ts";

interface Known {
  readonly source: Source | null;
  readonly wording: string;
}

const asSaid = (wording: string): string => wording.trim().replace(/\s+/g, " ").toLocaleLowerCase("nl");
const same = (a: Source | null, b: Source): boolean => a !== null && a.kind === b.kind && a.id === b.id;

/** What is left to take over: not what stands in the plan already, nor what was said twice in the same words, nor what was set aside. */
export function proposalsLeft(
  all: readonly Proposal[],
  entries: readonly Known[],
  setAside: readonly Source[],
): { readonly open: readonly Proposal[]; readonly setAside: readonly Proposal[] } {
  const standing = new Set(entries.map(({ wording }) => asSaid(wording)));
  const left = all.filter(({ source, wording }) => {
    if (entries.some((entry) => same(entry.source, source)) || standing.has(asSaid(wording))) return false;
    standing.add(asSaid(wording));
    return true;
  });
  const isAside = ({ source }: Proposal) => setAside.some((one) => same(one, source));
  return { open: left.filter((one) => !isAside(one)), setAside: left.filter(isAside) };
}
