import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { findLine } from "../../trajectory/server/door.ts";
import type { ChildcareKind, ChildcarePlace, ChildcareRefusal } from "../childcare.ts";
import { decidePlace } from "../rules/childcareMoves.ts";
import { insertPlace, listChildcare, listPlaces, savePlace, type PlaceFields } from "./childcare.store.ts";
import { listChildren, type NamedChild } from "./youthContact.store.ts";

export interface PlaceFormData {
  readonly place: ChildcarePlace | null;
  readonly children: readonly NamedChild[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
}

/** What the form of a place needs; null when there is nothing (of the asker) to record. */
export const readPlaceForm = (actor: Actor, trajectoryId: string, id: string | null): Promise<PlaceFormData | null> =>
  withActor(actor, "childcare.read", async ({ db, about }) => {
    const line = await findLine(db, trajectoryId);
    if (!line || line.state === "ended") return null;
    about({ trajectories: [trajectoryId], part: "referrals" });
    const place = id === null ? null : ((await listPlaces(db, trajectoryId)).find((one) => one.id === id) ?? null);
    const children = (await listChildren(db, trajectoryId)).filter(({ diedOn }) => diedOn === null);
    if ((id !== null && place === null) || children.length === 0) return null;
    return { place, children, organisations: await listChildcare(db, line.municipality) };
  });

export interface PlaceInput extends PlaceFields {
  readonly trajectoryId: string;
  readonly childId: string;
  readonly kind: ChildcareKind;
}

/** Records a place (no id), or how it goes on. */
export const keepPlace = (
  actor: Actor,
  seen: { id: string | null; version: number },
  input: PlaceInput,
): Promise<Done | Refusal<ChildcareRefusal>> =>
  withActor(actor, "childcare.recorded", async ({ db, today, about }) => {
    const line = await findLine(db, input.trajectoryId);
    if (!line) return refuse("childcare-not-found");
    about({ trajectories: [line.id], part: "referrals" });
    if (line.state === "ended") return refuse("childcare-line-ended");
    const place = (await listPlaces(db, line.id)).find(({ id }) => id === seen.id) ?? null;
    const child = (await listChildren(db, line.id)).find(({ childId }) => childId === input.childId);
    if ((seen.id !== null && !place) || (!place && (!child || child.diedOn !== null))) return refuse("childcare-not-found");
    const known = (await listChildcare(db, null)).find(({ id }) => id === input.organisationId);
    const fields = { ...input, organisationId: known?.id ?? null, placeName: known ? null : input.placeName };
    const decided = decidePlace(place?.state ?? null, { ...fields, where: known?.name ?? input.placeName }, today);
    if (decided !== "go") return decided;
    if (place === null) {
      await insertPlace(db, input, fields);
      return done({});
    }
    return (await savePlace(db, { id: place.id, version: seen.version }, fields)) ? done({}) : refuse("childcare-changed-meanwhile");
  });
