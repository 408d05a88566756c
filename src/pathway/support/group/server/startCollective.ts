import type { Day } from "../../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../../kit/refusal.ts";
import type { Actor } from "../../../../platform/db/actor.ts";
import { withActor } from "../../../../platform/db/withActor.ts";
import type { Topic } from "../../directory/directory.ts";
import { mayKeep } from "../../directory/rules/mayKeep.ts";
import { insertOffer } from "../../directory/server/changeOffer.store.ts";
import { listMunicipalities, type Municipality } from "../../directory/server/municipality.store.ts";
import type { GroupRefusal } from "../group.ts";
import { sessionDays } from "../rules/sessionDays.ts";
import { insertGroup, insertSession } from "./group.store.ts";

export const readCollectiveForm = (actor: Actor): Promise<{ readonly municipalities: readonly Municipality[] } | null> =>
  withActor(actor, "group.read", async ({ db }) =>
    mayKeep(actor, actor.organisationId) ? { municipalities: await listMunicipalities(db) } : null,
  );

export interface CollectiveInput {
  readonly name: string;
  readonly description: string;
  readonly topic: Topic;
  readonly municipality: string | null;
  readonly location: string | null;
  readonly language: string;
  readonly places: number;
  readonly firstOn: Day;
  readonly begins: string;
  readonly ends: string;
  readonly sessions: number;
  readonly everyWeeks: number;
}

/** A question that many families have becomes an offer for all of them: on the service directory, with its first group [003]. */
export const startCollective = (
  actor: Actor,
  input: CollectiveInput,
): Promise<Done<{ readonly groupId: string }> | Refusal<GroupRefusal>> =>
  withActor(actor, "group.opened", async ({ db, today }) => {
    if (!mayKeep(actor, actor.organisationId)) return refuse("group-not-found");
    if (input.firstOn < today) return refuse("group-day-wrong");
    const known = (await listMunicipalities(db)).find(({ code }) => code === input.municipality);
    const offerId = await insertOffer(
      db,
      {
        ...nothingMore,
        ...fieldsOf(input),
        municipalities: known ? [known.code] : [],
        organisationId: actor.organisationId,
        contactMembershipId: actor.membershipId,
      },
      actor.membershipId,
      today,
    );
    const groupId = await insertGroup(db, {
      ...input,
      offerId,
      organisationId: actor.organisationId,
      leaderMembershipId: actor.membershipId,
    });
    for (const onDay of sessionDays(input.firstOn, input.sessions, input.everyWeeks))
      await insertSession(db, { groupId, onDay, begins: input.begins, ends: input.ends });
    return done({ groupId });
  });

const fieldsOf = ({ name, description, topic, location, language }: CollectiveInput) => ({
  name,
  description,
  topics: [topic],
  locationName: location,
  languages: [language],
});

/** What a new offer does not say yet: its keeper adds it on the service directory. */
const nothingMore = {
  audience: null,
  status: "active",
  url: null,
  periods: [],
  pregnancyFromWeek: null,
  pregnancyBeforeWeek: null,
  childBeforeMonths: null,
  minimumAge: null,
  maximumAge: null,
  firstChildOnly: false,
  categories: [],
  interpretationServices: null,
  eligibilityDescription: null,
  contactName: null,
  contactPhone: null,
  contactEmail: null,
  locationAddress: null,
  feesDescription: null,
  applicationProcess: null,
  waitWeeks: null,
  capacityAvailable: null,
  capacityMaximum: null,
} as const;
