import type { Day } from "../../../kit/day.ts";
import { done, refuse, type Done } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { LedgerRefusal } from "../ledger.ts";
import { bookAnew } from "./bookHours.ts";
import { closeMonthOf, listUnknownLines } from "./money.store.ts";

/** Closes a month that is over, and each before it: what comes later is booked in the open month. */
export const closeMonth = (actor: Actor, programmeId: string, month: Day): Promise<Done | LedgerRefusal> =>
  withActor(actor, "ledger.month-closed", async ({ db }) => {
    if (actor.role !== "maternity_coordinator") return refuse("not-your-role");
    const code = await closeMonthOf(db, programmeId, month);
    return code === "done" ? done({}) : refuse(code);
  });

/** So many families at once: the rest with the next press. */
const most = 200;

/** Books hours anew whose rate or insurer was unknown when they were delivered, and may be known now. */
export const bookUnknown = (actor: Actor, programmeId: string): Promise<Done<{ families: number; left: boolean }> | LedgerRefusal> =>
  withActor(actor, "hours.booked-anew", async (work) => {
    if (actor.role !== "maternity_coordinator") return refuse("not-your-role");
    const lines = await listUnknownLines(work.db, programmeId, most + 1);
    const asked = lines.slice(0, most);
    work.about({ trajectories: asked, part: "maternity_care" });
    let families = 0;
    for (const trajectoryId of asked) if ((await bookAnew(work, trajectoryId)) > 0) families += 1;
    return done({ families, left: lines.length > most });
  });
