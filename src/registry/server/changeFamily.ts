import { addDays, type Day } from "../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../kit/refusal.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { withActor, type Db, type Work } from "../../platform/db/withActor.ts";
import { NotFound } from "../../platform/http/problems.ts";
import { outsideRegion, type Family, type MemberKind } from "../family.ts";
import { findMunicipality } from "../postcode/server/door.ts";
import { birthDateProblem, type BirthDateProblem } from "../rules/personBirthDate.ts";
import * as store from "./changeFamily.store.ts";
import { findFamilyOfLine } from "./family.store.ts";

export type ChangeRefusal = Refusal<"changed-meanwhile">;
export type MemberRefusal = Refusal<"birth-date"> & { facts: { readonly problem: BirthDateProblem } };
export type NewMemberRefusal = MemberRefusal | Refusal<"partner-already">;
export type AddressRefusal = Refusal<"municipality-unknown" | "moved-in-future" | "moved-before">;

/** The family of a line, for a form. Null when it is not the asker's to see. */
export function readFamily(
  actor: Actor,
  trajectoryId: string,
): Promise<{ family: Family; today: Day; municipalities: readonly { code: string; name: string }[] } | null> {
  return withActor(actor, "family.form-read", async ({ db, today, about }) => {
    const family = await findFamilyOfLine(db, trajectoryId);
    if (!family) return null;
    about({ trajectories: [trajectoryId], part: "identity" });
    return { family, today, municipalities: await store.listMunicipalities(db) };
  });
}

/** Runs a change on the family of a line; a line that is not the asker's to see does not exist. */
function changing<Result>(
  actor: Actor,
  event: string,
  trajectoryId: string,
  change: (family: Family, work: Work) => Promise<Result>,
): Promise<Result> {
  return withActor(actor, event, async (work) => {
    const family = await findFamilyOfLine(work.db, trajectoryId);
    if (!family) throw new NotFound();
    work.about({ trajectories: [trajectoryId], part: "identity" });
    return change(family, work);
  });
}

const answer = (saved: boolean): Done | ChangeRefusal => (saved ? done({}) : refuse("changed-meanwhile"));

export function addMember(
  actor: Actor,
  trajectoryId: string,
  typed: store.MemberFields & { kind: Exclude<MemberKind, "mother"> },
): Promise<Done | NewMemberRefusal> {
  return changing(actor, "member.added", trajectoryId, async (family, { db, today }) => {
    const problem = typed.birthDate && birthDateProblem(typed.kind, typed.birthDate, today);
    if (problem) return { code: "birth-date", facts: { problem } };
    if (typed.kind === "partner" && family.members.some(({ kind }) => kind === "partner")) return refuse("partner-already");
    await store.insertMember(db, family.id, typed.kind, typed);
    return done({});
  });
}

export function changeMember(
  actor: Actor,
  ids: { trajectory: string; member: string },
  typed: store.MemberFields & { version: number },
): Promise<Done | MemberRefusal | ChangeRefusal> {
  return changing(actor, "member.changed", ids.trajectory, async (family, { db, today }) => {
    const member = family.members.find(({ id }) => id === ids.member);
    if (!member) throw new NotFound();
    const problem = typed.birthDate && birthDateProblem(member.kind, typed.birthDate, today);
    if (problem) return { code: "birth-date", facts: { problem } };
    return answer(await store.saveMember(db, { id: member.id, version: typed.version }, typed));
  });
}

/** Someone no longer belongs to the family, or never did. What was recorded stays; the mother can't be left out. */
export function leaveOutMember(actor: Actor, ids: { trajectory: string; member: string }, version: number): Promise<Done | ChangeRefusal> {
  return changing(actor, "member.left-out", ids.trajectory, async (family, { db, today }) => {
    const member = family.members.find(({ id, kind }) => id === ids.member && kind !== "mother");
    if (!member) throw new NotFound();
    return answer(await store.endMembership(db, { id: member.id, version }, today));
  });
}

/** The family moved: the old address stays, with its last day. */
export function moveFamily(
  actor: Actor,
  trajectoryId: string,
  typed: store.AddressFields & { since: Day; version: number },
): Promise<Done | AddressRefusal | ChangeRefusal> {
  return changing(actor, "address.moved", trajectoryId, async (family, { db, today }) => {
    const present = family.addresses.find(({ until }) => until === null);
    if (typed.since > today) return refuse("moved-in-future");
    if (present && typed.since <= present.since) return refuse("moved-before", { since: present.since });
    const address = await withMunicipality(db, typed);
    if (address === null) return refuse("municipality-unknown");
    if (present && !(await store.endAddress(db, { id: present.id, version: typed.version }, addDays(typed.since, -1))))
      return refuse("changed-meanwhile");
    await store.insertAddress(db, family.id, address, typed.since);
    return done({});
  });
}

/** The present address was written wrong. */
export function correctAddress(
  actor: Actor,
  trajectoryId: string,
  typed: store.AddressFields & { version: number },
): Promise<Done | AddressRefusal | ChangeRefusal> {
  return changing(actor, "address.corrected", trajectoryId, async (family, { db }) => {
    const present = family.addresses.find(({ until }) => until === null);
    if (!present) throw new NotFound();
    const address = await withMunicipality(db, typed);
    if (address === null) return refuse("municipality-unknown");
    return answer(await store.saveAddress(db, { id: present.id, version: typed.version }, address));
  });
}

export function addContact(actor: Actor, trajectoryId: string, typed: store.ContactFields): Promise<Done> {
  return changing(actor, "contact.added", trajectoryId, async (family, { db }) => {
    await store.insertContact(db, family.id, typed);
    return done({});
  });
}

/** Also how someone records that a way of reaching the family is safe, or is not. */
export function changeContact(
  actor: Actor,
  ids: { trajectory: string; contact: string },
  typed: store.ContactFields & { version: number },
): Promise<Done | ChangeRefusal> {
  return changing(actor, "contact.changed", ids.trajectory, async (family, { db }) => {
    if (!family.contacts.some(({ id }) => id === ids.contact)) throw new NotFound();
    return answer(await store.saveContact(db, { id: ids.contact, version: typed.version }, typed));
  });
}

export function changeLanguage(
  actor: Actor,
  trajectoryId: string,
  typed: store.LanguageFields & { version: number },
): Promise<Done | ChangeRefusal> {
  return changing(actor, "family.changed", trajectoryId, async (family, { db }) =>
    answer(await store.saveLanguage(db, { id: family.id, version: typed.version }, typed)),
  );
}

/** The chosen municipality, or else the one of the postcode; null when there is a postcode that nobody knows. */
async function withMunicipality<Typed extends store.AddressFields>(db: Db, typed: Typed): Promise<Typed | null> {
  const known = await store.listMunicipalities(db);
  if (typed.municipality === outsideRegion || known.some(({ code }) => code === typed.municipality)) return typed;
  if (typed.postcode === null) return { ...typed, municipality: null };
  const number = /^\d+/.exec(typed.houseNumber ?? "");
  const municipality = await findMunicipality(db, typed.postcode, number ? Number(number[0]) : null);
  return municipality === null ? null : { ...typed, municipality };
}
