import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { instrumentId, type FileProblem } from "../instrument.ts";
import { readInstrument } from "../rules/readInstrument.ts";
import { suppliedInstruments } from "../suppliedInstruments.ts";
import { insertInstrument } from "./instrument.store.ts";

export type LoadRefusal = Refusal<"version-there"> | { readonly code: "problems"; readonly problems: readonly FileProblem[] };

/** Loads a file with an instrument. A version that is there stays as it is: answers were given to it. */
export const loadInstrument = (actor: Actor, content: string): Promise<Done<{ id: string }> | LoadRefusal> =>
  withActor(actor, "instrument.loaded", async ({ db, about }) => {
    const read = readInstrument(content);
    if (read.code === "problems") return read;
    const { instrument } = read;
    const id = instrumentId(instrument);
    about({ purpose: id });
    const there = suppliedInstruments.some((one) => instrumentId(one) === id && one.scale.version === instrument.scale.version);
    if (there || !(await insertInstrument(db, instrument))) return refuse("version-there", { id });
    return done({ id });
  });
