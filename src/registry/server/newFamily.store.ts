import { sql } from "kysely";
import type { Day } from "../../kit/day.ts";
import type { Db } from "../../platform/db/withActor.ts";
import { insertMember, type MemberFields } from "./changeFamily.store.ts";
import { stampedFromSession } from "../../platform/db/whoRecorded.ts";

/** A family as it is registered: by hand, from a file, or after a question at the front door. */
export interface NewFamily {
  readonly mother: MemberFields;
  readonly partner?: MemberFields;
  readonly language?: string | null;
  readonly interpreterNeeded?: boolean;
  readonly readsLittle?: boolean;
  readonly contactWish?: string | null;
  readonly address?: {
    street: string | null;
    houseNumber: string | null;
    postcode: string | null;
    place: string | null;
    municipality: string | null;
  };
  readonly contacts?: readonly {
    channel: "phone" | "sms" | "email" | "letter";
    value: string;
    safe: boolean | null;
    safeMoments?: string | null;
    fromFile?: boolean;
  }[];
  readonly dueDate: Day | null;
  readonly parity?: string | null;
  /** Client number in the practice's own system. */
  readonly sourceReference?: string | null;
}

/** Registers a family with its first line. The registering organisation is its author and has a care relation with it. */
export async function insertFamily(
  db: Db,
  family: NewFamily,
): Promise<{ familyId: string; trajectoryId: string; motherId: string; partnerId: string | null }> {
  const { id: familyId } = await db
    .insertInto("family")
    .values({
      language: family.language ?? null,
      interpreter_needed: family.interpreterNeeded ?? false,
      reads_little: family.readsLittle ?? false,
      contact_wish: family.contactWish ?? null,
      author_organisation_id: stampedFromSession,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const motherId = await insertMember(db, familyId, "mother", family.mother);
  const partnerId = family.partner ? await insertMember(db, familyId, "partner", family.partner) : null;
  await insertWhereabouts(db, familyId, family);
  const { rows } = await sql<{
    id: string;
  }>`select trust.register_trajectory(${familyId}, ${family.dueDate}, ${family.parity ?? null}, ${family.sourceReference ?? null}) as id`.execute(
    db,
  );
  return { familyId, trajectoryId: rows[0]?.id ?? "", motherId, partnerId };
}

/** Where they live and how they are reached, as far as it is known. */
async function insertWhereabouts(db: Db, familyId: string, family: NewFamily): Promise<void> {
  if (family.address) {
    const { street, houseNumber, postcode, place, municipality } = family.address;
    await db
      .insertInto("family_address")
      .values({
        family_id: familyId,
        street,
        house_number: houseNumber,
        postcode,
        place,
        municipality_code: municipality,
        author_organisation_id: stampedFromSession,
      })
      .execute();
  }
  for (const contact of family.contacts ?? []) {
    await db
      .insertInto("family_contact")
      .values({
        family_id: familyId,
        channel: contact.channel,
        value: contact.value,
        safe: contact.safe,
        safe_moments: contact.safeMoments ?? null,
        from_file: contact.fromFile ?? false,
        author_organisation_id: stampedFromSession,
      })
      .execute();
  }
}
