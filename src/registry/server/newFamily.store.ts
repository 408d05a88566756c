import { sql } from "kysely";
import type { Day } from "../../kit/day.ts";
import type { Db } from "../../platform/db/withActor.ts";

/** A family as it is registered: by hand, from a file, or after a question at the front door. */
export interface NewFamily {
  readonly mother: NewMember;
  readonly partner?: NewMember;
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

export interface NewMember {
  readonly givenName: string | null;
  readonly prefix: string | null;
  readonly familyName: string;
  readonly birthDate: Day | null;
  readonly insurer?: string | null;
}

const nobody = "00000000-0000-0000-0000-000000000000"; // who recorded it is stamped from the session

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
      author_organisation_id: nobody,
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

async function insertMember(db: Db, familyId: string, kind: "mother" | "partner", member: NewMember): Promise<string> {
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
      author_organisation_id: "00000000-0000-0000-0000-000000000000",
    })
    .execute();
  return id;
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
        author_organisation_id: nobody,
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
        author_organisation_id: nobody,
      })
      .execute();
  }
}
