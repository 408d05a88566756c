import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { topics, type Topic } from "../../../pathway/support/directory/directory.ts";
import { findOwnMunicipality, listFigures, listMunicipalities, listQuarters } from "./sharedQuestions.store.ts";

/** One theme, as it may be seen. `null`: fewer than ten, or hidden with it. */
export interface ThemeLine {
  readonly theme: Topic;
  readonly here: number | null;
  readonly region: number | null;
  /** The quarter before, in the same municipality. */
  readonly before: number | null;
}

export interface SharedQuestions {
  readonly quarters: readonly Day[];
  readonly quarter: Day | null;
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
  readonly municipality: { readonly code: string; readonly name: string } | null;
  readonly lines: readonly ThemeLine[];
}

/** The figures of one quarter: of the chosen municipality, else the asker's own, beside the region. */
export const readSharedQuestions = (actor: Actor, chosen: { quarter: Day | null; municipality: string | null }): Promise<SharedQuestions> =>
  withActor(actor, "shared-questions.read", async ({ db }) => {
    const [quarters, municipalities, own] = await Promise.all([
      listQuarters(db),
      listMunicipalities(db),
      findOwnMunicipality(db, actor.organisationId),
    ]);
    const quarter = quarters.find((one) => one === chosen.quarter) ?? quarters[0] ?? null;
    const municipality = municipalities.find(({ code }) => code === (chosen.municipality ?? own)) ?? municipalities[0] ?? null;
    const previous = quarter === null ? null : (quarters[quarters.indexOf(quarter) + 1] ?? null);
    const figures = await listFigures(
      db,
      [quarter, previous].filter((one) => one !== null),
      municipality?.code ?? null,
    );
    const familiesOf = (theme: Topic, when: Day | null, where: string | null) =>
      figures.find((one) => one.theme === theme && one.quarter === when && one.municipality === where)?.families ?? null;
    const lines = topics.map((theme) => ({
      theme,
      here: municipality && familiesOf(theme, quarter, municipality.code),
      region: familiesOf(theme, quarter, null),
      before: municipality && familiesOf(theme, previous, municipality.code),
    }));
    return { quarters, quarter, municipalities, municipality, lines: lines.toSorted((one, other) => weight(other) - weight(one)) };
  });

/** What is told comes first, the most first; what is hidden stays in the order of the themes. */
const weight = ({ here, region }: ThemeLine): number => (here ?? 0) * 1_000_000 + (region ?? 0);
