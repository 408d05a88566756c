import { createHash } from "node:crypto";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Db } from "../../../platform/db/withActor.ts";
import { withNobody } from "../../../platform/db/withNobody.ts";
import type { Origin } from "../../../platform/http/request.ts";
import type { Instrument } from "../../instruments/instrument.ts";
import { suppliedInstruments } from "../../instruments/server/door.ts";
import type { FixedInstrument } from "../../waves/ask.ts";
import type { AnswerPage, GivenAnswer, OpenList } from "../answers.ts";
import { pagesOf } from "../rules/pagesOf.ts";
import { atLink, endList, findLoadedText, findOpenList, keepAnswers, type Kept, type Way } from "./answers.store.ts";

/** Who fills in: she herself by her link, or a professional with her, about the family of this line. */
export type Filler = { readonly token: string; readonly origin: Origin } | { readonly actor: Actor; readonly trajectoryId: string };

export interface FillIn {
  readonly list: OpenList;
  readonly pages: readonly AnswerPage[];
}

const wayOf = (filler: Filler): Way =>
  "token" in filler ? { hash: createHash("sha256").update(filler.token).digest() } : { trajectoryId: filler.trajectoryId };

/** The list that is open for who fills in; null when there is none, for whatever reason. */
export function readFillIn(filler: Filler): Promise<FillIn | null> {
  const run = async (db: Db) => {
    const list = await findOpenList(db, wayOf(filler));
    return list && { list, pages: pagesOf(await Promise.all(list.instruments.map((fixed) => textOf(db, fixed)))) };
  };
  if ("token" in filler) return atLink(run);
  return withActor(filler.actor, "study.list-helped", async ({ db, about }) => {
    about({ trajectories: [filler.trajectoryId], part: "study" });
    return run(db);
  });
}

/** Keeps what was answered on a page. */
export function keepPage(filler: Filler, page: AnswerPage, answers: readonly GivenAnswer[], shownAt: string): Promise<Kept> {
  const run = (db: Db) => keepAnswers(db, wayOf(filler), answers, page.number, shownAt);
  if ("token" in filler) return atLink(run);
  return withActor(filler.actor, "study.list-helped", async ({ db, about }) => {
    about({ trajectories: [filler.trajectoryId], part: "study" });
    return run(db);
  });
}

/** Completes or declines the list; false when it was no longer open. The trail says that a list ended, and of nobody whose. */
export function endFillIn(filler: Filler, how: "answered" | "declined"): Promise<boolean> {
  const event = how === "answered" ? "study.list-answered" : "study.list-declined";
  const run = (db: Db) => endList(db, wayOf(filler), how);
  if ("token" in filler)
    return withNobody(event, { source: "study-link", requestId: filler.origin.requestId }, async (db) =>
      (await run(db)) ? { code: "done" } : { code: "gone" },
    ).then(({ code }) => code === "done");
  return withActor(filler.actor, event, async ({ db, about }) => {
    about({ trajectories: [filler.trajectoryId], part: "study" });
    return run(db);
  });
}

/** A version never changes: it is read once. */
const texts = new Map<string, Instrument>();

/** The text with which a list opened. */
export async function textOf(db: Db, fixed: FixedInstrument): Promise<Instrument> {
  const name = `${fixed.form}.${fixed.language} ${fixed.version}`;
  const known = texts.get(name) ?? suppliedInstruments.find((one) => same(one, fixed)) ?? (await findLoadedText(db, fixed));
  if (!known) throw new Error(`The text ${name} of an open list is not there.`);
  texts.set(name, known);
  return known;
}

const same = ({ scale, questionnaire }: Instrument, { form, language, version }: FixedInstrument): boolean =>
  scale.form === form && questionnaire.language === language && scale.version === version;
