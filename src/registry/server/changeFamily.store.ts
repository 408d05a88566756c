import type { Day } from "../../kit/day.ts";
import type { Db } from "../../platform/db/withActor.ts";
import type { Channel, MemberKind, PersonName } from "../family.ts";
import { stampedFromSession } from "../../platform/db/whoRecorded.ts";

export interface MemberFields extends PersonName {
  readonly birthDate: Day | null;
  readonly insurer?: string | null;
}

export async function insertMember(db: Db, familyId: string, kind: MemberKind, member: MemberFields): Promise<string> {
  const id = crypto.randomUUID();
  await db
    .insertInto("family_member")
    .values({
      id,
      family_id: familyId,
      kind,
      given_name: member.givenName,
      prefix: member.prefix,
      family_name: member.familyName,
      birth_date: member.birthDate,
      insurer: member.insurer ?? null,
      own_person: kind === "partner" ? id : null,
      author_organisation_id: stampedFromSession,
    })
    .execute();
  return id;
}

/** As every change here: it names the version it saw; false when someone else was first. Who may change what is the database's to say. */
export async function saveMember(db: Db, { id, version }: { id: string; version: number }, member: MemberFields): Promise<boolean> {
  const saved = await db
    .updateTable("family_member")
    .set({
      given_name: member.givenName,
      prefix: member.prefix,
      family_name: member.familyName,
      birth_date: member.birthDate,
      insurer: member.insurer,
      version: version + 1,
    })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

export async function endMembership(db: Db, { id, version }: { id: string; version: number }, lastDay: Day): Promise<boolean> {
  const saved = await db
    .updateTable("family_member")
    .set({ until: lastDay, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

export interface AddressFields {
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly postcode: string | null;
  readonly place: string | null;
  readonly municipality: string | null;
}

const columnsOf = (address: AddressFields) => ({
  street: address.street,
  house_number: address.houseNumber,
  postcode: address.postcode,
  place: address.place,
  municipality_code: address.municipality,
});

export async function insertAddress(db: Db, familyId: string, address: AddressFields, since: Day): Promise<void> {
  await db
    .insertInto("family_address")
    .values({ family_id: familyId, ...columnsOf(address), since, author_organisation_id: stampedFromSession })
    .execute();
}

export async function saveAddress(db: Db, { id, version }: { id: string; version: number }, address: AddressFields): Promise<boolean> {
  const saved = await db
    .updateTable("family_address")
    .set({ ...columnsOf(address), version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

export async function endAddress(db: Db, { id, version }: { id: string; version: number }, lastDay: Day): Promise<boolean> {
  const saved = await db
    .updateTable("family_address")
    .set({ until: lastDay, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

export interface ContactFields {
  readonly channel: Channel;
  readonly value: string;
  readonly safe: boolean | null;
  readonly safeMoments: string | null;
}

export async function insertContact(db: Db, familyId: string, contact: ContactFields): Promise<void> {
  await db
    .insertInto("family_contact")
    .values({
      family_id: familyId,
      channel: contact.channel,
      value: contact.value,
      safe: contact.safe,
      safe_moments: contact.safeMoments,
      author_organisation_id: stampedFromSession,
    })
    .execute();
}

export async function saveContact(db: Db, { id, version }: { id: string; version: number }, contact: ContactFields): Promise<boolean> {
  const saved = await db
    .updateTable("family_contact")
    .set({ channel: contact.channel, value: contact.value, safe: contact.safe, safe_moments: contact.safeMoments, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

export interface LanguageFields {
  readonly language: string | null;
  readonly interpreter: boolean;
  readonly readsLittle: boolean;
  readonly contactWish: string | null;
}

export async function saveLanguage(db: Db, { id, version }: { id: string; version: number }, wish: LanguageFields): Promise<boolean> {
  const saved = await db
    .updateTable("family")
    .set({
      language: wish.language,
      interpreter_needed: wish.interpreter,
      reads_little: wish.readsLittle,
      contact_wish: wish.contactWish,
      version: version + 1,
    })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

/** The municipalities of the region, to choose from. */
export const listMunicipalities = (db: Db): Promise<readonly { code: string; name: string }[]> =>
  db.selectFrom("municipality").select(["code", "name"]).orderBy("name").execute();
