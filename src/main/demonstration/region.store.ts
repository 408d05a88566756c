import { createHash, randomBytes } from "node:crypto";
import pg from "pg";
import type { Actor } from "../../platform/db/actor.ts";
import { demonstrationOrganisations } from "./organisations.ts";

/** The demonstration region while it is filled: its people by name, and the clock that is set back to tell their stories. */
export interface RegionUnderConstruction {
  actor(name: string): Actor;
  organisationId(key: string): string;
  setDay(day: string | null): Promise<void>;
  /** The owner's SQL: for configuration, never for a family. */
  asOwner<Row extends object>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  finish(): Promise<void>;
}

/** none: not a demonstration, or in use. empty: may be filled. half: a filling was broken off. full: done. */
export async function demonstrationState(ownerUrl: string): Promise<"none" | "empty" | "half" | "full"> {
  return withOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ demonstration: boolean | null; finished: boolean; people: boolean }>(
      "select (select demonstration from app.installation) as demonstration, not exists (select from app.clock) as finished, exists (select from professional) as people",
    );
    const { demonstration = null, finished = true, people = false } = rows[0] ?? {};
    if (demonstration === null) return people ? "none" : "empty";
    if (!demonstration) return "none";
    return finished ? "full" : "half";
  });
}

/** Makes the organisations and their people, and marks the database as a demonstration. */
export async function buildRegion(ownerUrl: string, firstDay: string): Promise<RegionUnderConstruction> {
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  owner.on("error", () => undefined);
  await owner.query("insert into app.installation (demonstration) values (true)");
  await owner.query("insert into app.clock (fixed_day) values ($1)", [firstDay]);
  const organisations = new Map<string, string>();
  const actors = new Map<string, Actor>();
  for (const organisation of demonstrationOrganisations) {
    const id = await one(
      owner,
      "insert into organisation (kind, name, phone, email, home_municipality) values ($1, $2, $3, $4, $5) returning id",
      [organisation.kind, organisation.name, "045 000 00 00", `${organisation.key}@example.org`, organisation.in],
    );
    organisations.set(organisation.key, id);
    await owner.query(
      "insert into organisation_area (organisation_id, municipality_code) select $1, code from municipality where $2::text[] is null or code = any($2)",
      [id, organisation.serves === "region" ? null : organisation.serves],
    );
    for (const [name, role] of organisation.people) actors.set(name, await aProfessional(owner, name, role, { id, ...organisation }));
  }
  return {
    actor: (name) => known(actors, name),
    organisationId: (key) => known(organisations, key),
    setDay: async (day) => void (await owner.query("update app.clock set fixed_day = $1", [day])),
    asOwner: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await owner.query(text, [...values])).rows as Row[],
    finish: async () => {
      await owner.query("delete from session");
      await owner.query("update work_item set since = least(since, app.today())");
      await owner.query("delete from app.clock");
      await owner.end();
    },
  };
}

async function aProfessional(owner: pg.Pool, name: string, role: string, at: { id: string; name: string; kind: string }): Promise<Actor> {
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@example.org`;
  const professionalId = await one(
    owner,
    "insert into professional (display_name, email, phone) values ($1, $2, '06 0000 0000') returning id",
    [name, email],
  );
  const membershipId = await one(
    owner,
    "insert into membership (professional_id, organisation_id, role, since) values ($1, $2, $3, app.today() - 90) returning id",
    [professionalId, at.id, role],
  );
  const token = randomBytes(32).toString("base64url");
  await owner.query(
    "insert into session (token_hash, professional_id, membership_id, second_factor, idle_minutes) values ($1, $2, $3, true, 720)",
    [createHash("sha256").update(token).digest(), professionalId, membershipId],
  );
  return {
    token,
    professionalId,
    membershipId,
    organisationId: at.id,
    role,
    name,
    organisation: at.name,
    organisationKind: at.kind,
    idleMinutes: 720,
    source: "demonstration",
    requestId: "demonstration",
    requestKey: null,
    events: { includes: () => true } as never,
  };
}

async function one(owner: pg.Pool, text: string, values: readonly unknown[]): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(text, [...values]);
  return rows[0]?.id ?? "";
}

function known<Value>(from: ReadonlyMap<string, Value>, key: string): Value {
  const value = from.get(key);
  if (value === undefined) throw new Error(`The demonstration region has no ${key}.`);
  return value;
}

async function withOwner<Answer>(url: string, ask: (owner: pg.Client) => Promise<Answer>): Promise<Answer> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    return await ask(owner);
  } finally {
    await owner.end();
  }
}
