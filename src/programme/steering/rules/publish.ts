import { closeBlocks, type Block } from "../../../insight/disclosure/blocks.ts";
import type { Pillar } from "../../configuration/programme.ts";
import type { Month, PublishedBlock } from "../steering.ts";
import { endsQuarter } from "./months.ts";

/** Places given that no publication counted yet. */
export interface Pending {
  readonly pillar: Pillar;
  readonly municipality: string;
  readonly families: number;
}

export interface NewBlock extends Block {
  readonly pillar: Pillar;
}

/**
 * What a publication up to and with this month adds: a municipality with ten or more since it was last told, and at the end of a quarter the
 * small ones together. What is not told now waits, and counts along next time.
 */
export function blocksFor(pending: readonly Pending[], month: Month): readonly NewBlock[] {
  return ([1, 2] as const).flatMap((pillar) =>
    closeBlocks(
      pending.filter((one) => one.pillar === pillar).map(({ municipality, families }) => ({ code: municipality, count: families })),
    )
      .filter(({ codes }) => codes.length === 1 || endsQuarter(month))
      .map((block) => ({ pillar, ...block })),
  );
}

/** What anybody reads of one municipality and pillar, up to and with a publication. */
export interface PublicLine {
  readonly code: string;
  readonly pillar: Pillar;
  /** Null: nothing told yet. */
  readonly families: number | null;
  readonly untilMonth: Month | null;
}

export interface PublicFigures {
  readonly lines: readonly PublicLine[];
  /** By pillar: told of small municipalities together, and all that was told. */
  readonly sums: readonly { readonly pillar: Pillar; readonly together: number; readonly all: number }[];
}

/** The page as it was when that month was published: only blocks of that publication and of earlier ones. */
export function publicFigures(blocks: readonly PublishedBlock[], codes: readonly string[], month: Month): PublicFigures {
  const told = blocks.filter(({ untilMonth }) => untilMonth <= month);
  const sum = (some: readonly PublishedBlock[]) => some.reduce((all, { families }) => all + families, 0);
  return {
    lines: codes.flatMap((code) =>
      ([1, 2] as const).map((pillar) => {
        const own = told.filter((block) => block.pillar === pillar && block.codes.length === 1 && block.codes[0] === code);
        return {
          code,
          pillar,
          families: own.length === 0 ? null : sum(own),
          untilMonth:
            own
              .map(({ untilMonth }) => untilMonth)
              .toSorted()
              .at(-1) ?? null,
        };
      }),
    ),
    sums: ([1, 2] as const).map((pillar) => {
      const own = told.filter((block) => block.pillar === pillar);
      return { pillar, together: sum(own.filter(({ codes: some }) => some.length > 1)), all: sum(own) };
    }),
  };
}
