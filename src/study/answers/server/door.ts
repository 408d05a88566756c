import type { Db } from "../../../platform/db/withActor.ts";
import type { FixedInstrument } from "../../waves/ask.ts";
import type { AnswerPage } from "../answers.ts";
import { pagesOf } from "../rules/pagesOf.ts";
import { textOf } from "./fillIn.ts";

/** The questions of a list, in the texts with which it opened. */
export const findPages = async (db: Db, instruments: readonly FixedInstrument[]): Promise<readonly AnswerPage[]> =>
  pagesOf(await Promise.all(instruments.map((fixed) => textOf(db, fixed))));
