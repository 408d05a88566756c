import { done, type Done } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { decideReceiver } from "../rules/decideReceiver.ts";
import { listMunicipalities } from "./frontDoor.store.ts";
import { chooseReceiver, listAllReceivers, type NamedReceiver } from "./receivers.store.ts";

export interface MunicipalityReceiver {
  readonly code: string;
  readonly name: string;
  /** What an administrator chose; null leaves it to the rule. */
  readonly chosen: string | null;
  /** Who answers today; null: nobody, and the front door tells her to call. */
  readonly answers: string | null;
  readonly possible: readonly NamedReceiver[];
}

/** Who answers questions of the front door, for each municipality. */
export function readReceivers(actor: Actor): Promise<readonly MunicipalityReceiver[]> {
  return withActor(actor, "front-door.read", async ({ db }) => {
    const all = await listAllReceivers(db);
    const nameOf = (id: string | null) => all.find((one) => one.id === id)?.name ?? null;
    return (await listMunicipalities(db)).map(({ code, name }) => ({
      code,
      name,
      chosen: all.find(({ chosenFor }) => chosenFor.includes(code))?.id ?? null,
      answers: nameOf(decideReceiver(code, all)),
      possible: all,
    }));
  });
}

/** Sets who answers, for the municipalities of which the choice changed. */
export function chooseReceivers(actor: Actor, choices: ReadonlyMap<string, string | null>): Promise<Done> {
  return withActor(actor, "front-door.changed", async ({ db }) => {
    const all = await listAllReceivers(db);
    const known = (await listMunicipalities(db)).map(({ code }) => code);
    for (const [municipality, organisationId] of choices)
      if (known.includes(municipality) && (organisationId === null || all.some(({ id }) => id === organisationId)))
        await chooseReceiver(db, municipality, organisationId);
    return done({});
  });
}
