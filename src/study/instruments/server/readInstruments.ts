import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Db } from "../../../platform/db/withActor.ts";
import { instrumentId, type Instrument } from "../instrument.ts";
import { suppliedInstruments } from "../suppliedInstruments.ts";
import { listLoaded } from "./instrument.store.ts";

export interface ListedInstrument {
  readonly id: string;
  readonly instrument: Instrument;
  /** Null for what came with Wieg. */
  readonly loaded: { readonly by: string; readonly at: Date } | null;
}

/** Every instrument in every language, by measure; what was loaded takes the place of what came with Wieg in the same form and language. */
export const readInstruments = (actor: Actor): Promise<readonly ListedInstrument[]> =>
  withActor(actor, "instrument.read", ({ db }) => listInstruments(db));

/** One of them; null when there is none by this name. */
export const readInstrumentById = async (actor: Actor, id: string): Promise<ListedInstrument | null> =>
  (await readInstruments(actor)).find((one) => one.id === id) ?? null;

export async function listInstruments(db: Db): Promise<readonly ListedInstrument[]> {
  const loaded = (await listLoaded(db)).map(({ instrument, loadedBy, loadedAt }) => ({
    id: instrumentId(instrument),
    instrument,
    loaded: { by: loadedBy, at: loadedAt },
  }));
  const supplied = suppliedInstruments.map((instrument) => ({ id: instrumentId(instrument), instrument, loaded: null }));
  return [...loaded, ...supplied.filter(({ id }) => !loaded.some((one) => one.id === id))].sort((one, other) =>
    orderOf(one).localeCompare(orderOf(other)),
  );
}

const orderOf = ({ instrument: { scale }, id }: ListedInstrument): string => `${scale.measure} ${id}`;
