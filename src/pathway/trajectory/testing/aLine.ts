import { withActor } from "../../../platform/db/withActor.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { insertFamily, type NewFamily } from "../../../registry/server/door.ts";

/** An invented family with an open line, registered by this actor. */
export function aLine(actor: Actor, change: Partial<NewFamily> = {}): ReturnType<typeof insertFamily> {
  return withActor(actor, "family.registered", async ({ db, today, about }) => {
    const made = await insertFamily(db, {
      mother: { givenName: "Sanne", prefix: null, familyName: "Frijns", birthDate: "1996-05-04", insurer: "CZ" },
      language: "nl",
      dueDate: Temporal.PlainDate.from(today).add({ days: 140 }).toString(),
      address: { street: "Akerstraat", houseNumber: "12", postcode: "6411AA", place: "Heerlen", municipality: "GM0917" },
      ...change,
    });
    about({ trajectories: [made.trajectoryId], part: "identity" });
    return made;
  });
}
