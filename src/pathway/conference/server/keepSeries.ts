import type { Day } from "../../../kit/day.ts";
import { done, refuse } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Series } from "../sitting.ts";
import { findSeries, listMySeries, listSeriesChoices, saveSeries, type SeriesChoices, type SeriesInput } from "./series.store.ts";
import { listSittings, type ListedSitting } from "./sitting.store.ts";

/** Makes a series, or changes who chairs it, who sits in it and for which municipalities. */
export const keepSeries = (actor: Actor, seen: { readonly id: string | null; readonly version: number }, input: SeriesInput) =>
  withActor(actor, seen.id === null ? "conference.series-made" : "conference.series-changed", async ({ db }) => {
    if (seen.id !== null && !(await findSeries(db, seen.id))?.mine) return refuse("not-visible");
    const { code, series } = await saveSeries(db, seen, input);
    return code === "done" && series !== null ? done({ series }) : refuse(code === "done" ? "not-visible" : code);
  });

export interface SeriesForm extends SeriesChoices {
  readonly series: Series | null;
}

/** The form of a series; null when it is not the asker's to change. */
export const readSeriesForm = (actor: Actor, id: string | null): Promise<SeriesForm | null> =>
  withActor(actor, "conference.series-read", async ({ db }) => {
    const series = id === null ? null : await findSeries(db, id);
    if (id !== null && !series?.mine) return null;
    return { series, ...(await listSeriesChoices(db, id)) };
  });

export interface SeriesPageData {
  readonly series: Series;
  readonly coming: readonly ListedSitting[];
  readonly past: readonly ListedSitting[];
  readonly today: Day;
}

export const readSeries = (actor: Actor, id: string): Promise<SeriesPageData | null> =>
  withActor(actor, "conference.series-read", async ({ db, today }) => {
    const series = await findSeries(db, id);
    if (!series?.mine) return null;
    return { today, series, coming: await listSittings(db, "coming", id), past: await listSittings(db, "past", id) };
  });

export interface MyConferences {
  readonly series: readonly Series[];
  readonly coming: readonly ListedSitting[];
  readonly past: readonly ListedSitting[];
  readonly mayConvene: boolean;
  readonly today: Day;
}

/** The asker's own sittings, those to come and the last ones, and the series that she chairs or convenes. */
export const readMyConferences = (actor: Actor): Promise<MyConferences> =>
  withActor(actor, "conference.sittings-read", async ({ db, today }) => ({
    today,
    series: await listMySeries(db),
    coming: await listSittings(db, "coming"),
    past: (await listSittings(db, "past")).slice(0, 5),
    mayConvene: ["conference_chair", "knooppunt_coordinator"].includes(actor.role),
  }));
