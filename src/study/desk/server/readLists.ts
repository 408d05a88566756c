import { toCsv } from "../../../kit/csv.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Db } from "../../../platform/db/withActor.ts";
import { pilotStudies } from "../../design/pilotStudies.ts";
import type { Arm } from "../../design/study.ts";
import { armNames } from "../../design/study.texts.ts";
import type { DeskList, Standing, WhyCode } from "../desk.ts";
import { shortName, standingNames, wayNames, whyNames } from "../desk.texts.ts";
import { standingOf } from "../rules/standingOf.ts";
import { countListsBy, listLists, listSites, type ListFilter, type ListOrder } from "./lists.store.ts";

/** What the desk chose to see. */
export interface ListChoice {
  readonly standing: Standing;
  readonly study: string | null;
  readonly wave: string | null;
  readonly arm: Arm | null;
  readonly site: string | null;
  readonly why: WhyCode | null;
  readonly order: ListOrder;
  readonly page: number;
}

export interface ShownList extends DeskList {
  readonly why: WhyCode;
}

export interface Lists {
  readonly choice: ListChoice;
  readonly lists: readonly ShownList[];
  readonly count: number;
  readonly pages: number;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly today: string;
}

const perPage = 50;
const mostInFile = 100_000;

/** One page of lists: who is due, who is missing, and why. */
export const readLists = (actor: Actor, choice: ListChoice): Promise<Lists> =>
  withActor(actor, "study.lists-read", async ({ db, today }) => {
    const filter = filterOf(choice);
    const count = await countListsBy(db, filter, today);
    const pages = Math.max(1, Math.ceil(count / perPage));
    const page = Math.min(choice.page, pages);
    return {
      choice: { ...choice, page },
      lists: await shown(db, { filter, order: choice.order, today, limit: perPage, offset: (page - 1) * perPage }),
      count,
      pages,
      sites: await listSites(db),
      today,
    };
  });

/** All of them as a table for a spreadsheet: pseudonyms, no date of anyone's life. */
export const writeLists = (actor: Actor, choice: ListChoice): Promise<string> =>
  withActor(actor, "study.lists-taken", async ({ db, today, about }) => {
    about({ purpose: choice.standing });
    const lists = await shown(db, { filter: filterOf(choice), order: choice.order, today, limit: mostInFile, offset: 0 });
    return toCsv([
      ["Pseudoniem", "Organisatie", "Deelstudie en meting", "Groep", "Stand", "Waarom", "Hoe", "Gaat open", "Laatste dag", "Herinneringen"],
      ...lists.map((list) => [
        list.code,
        list.site,
        wavesInWords(list),
        list.waves.map(({ arm }) => (arm === null ? "" : armNames[arm])).join(" / "),
        standingNames[standingOf(list, today).standing],
        whyNames[list.why],
        list.way === null ? "" : wayNames[list.way],
        list.opensOn,
        list.expiresOn,
        list.reminded,
      ]),
    ]);
  });

/** "Deelstudie 1 T1 / Deelstudie 2 T0" */
export const wavesInWords = ({ waves }: Pick<DeskList, "waves">): string =>
  waves.map(({ study, wave }) => `${shortName(pilotStudies.find(({ code }) => code === study)?.name ?? study)} ${wave}`).join(" / ");

async function shown(db: Db, asked: Parameters<typeof listLists>[1]): Promise<readonly ShownList[]> {
  const lists = await listLists(db, asked);
  return lists.map((list) => ({ ...list, why: standingOf(list, asked.today).why }));
}

function filterOf({ standing, study, wave, arm, site, why }: ListChoice): ListFilter {
  const waves =
    study === null && wave === null
      ? []
      : pilotStudies
          .filter(({ code }) => study === null || code === study)
          .flatMap(({ code, waves: own }) => own.filter((one) => wave === null || one.code === wave).map((one) => `${code}:${one.code}`));
  return { standing, waves, arm, siteId: site, why };
}
