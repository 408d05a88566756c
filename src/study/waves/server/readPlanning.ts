import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { contradicting, listInstruments } from "../../instruments/server/door.ts";
import type { Answers } from "../../instruments/instrument.ts";
import { askStates, type Ask, type AskState } from "../ask.ts";
import { listAnswers, listAsks, listCodes } from "./ask.store.ts";

export interface PlanningRow {
  readonly code: string;
  readonly ask: Ask;
  /** Forms of which the answers contradict each other: for who cleans the data, never for her. */
  readonly contradicts: readonly string[];
}
export interface Planning {
  readonly filter: { readonly state: AskState | ""; readonly code: string };
  readonly rows: readonly PlanningRow[];
}

/** Lists by pseudonym, the next first; filtered. */
export const readPlanning = (actor: Actor, typed: { state: string; code: string }): Promise<Planning> =>
  withActor(actor, "study.planning-read", async ({ db }) => {
    const state = askStates.find((one) => one === typed.state) ?? "";
    const code = typed.code.trim().toUpperCase();
    const codes = await listCodes(db);
    const answers = await listAnswers(db);
    const texts = (await listInstruments(db)).map(({ instrument }) => instrument);
    const rows = (await listAsks(db))
      .map((ask) => ({ code: codes.get(ask.participantId) ?? "", ask }))
      .filter((row) => (state === "" || row.ask.state === state) && (code === "" || row.code.includes(code)))
      .sort((one, other) => one.ask.opensOn.localeCompare(other.ask.opensOn) || one.code.localeCompare(other.code));
    const byAsk = Map.groupBy(answers, ({ askId }) => askId);
    return {
      filter: { state, code },
      rows: rows.map((row) => {
        const given: Answers = Object.fromEntries((byAsk.get(row.ask.id) ?? []).map(({ item, value }) => [item, value]));
        return {
          ...row,
          contradicts: contradicting(
            texts,
            row.ask.instruments.map(({ form }) => form),
            given,
          ),
        };
      }),
    };
  });
