import { createHash, randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import type { Actor } from "../../platform/db/actor.ts";
import { connect, disconnect } from "../../platform/db/connection.ts";
import { urlFor } from "../../platform/db/roles.ts";
import { testDatabase } from "../../platform/testing/testDatabase.ts";
import type { Role } from "../../trust/access/rules/policy.ts";

/** Organisations of a small region, by the names tests use for them. */
export const testOrganisations = {
  practice: { kind: "midwifery_practice", name: "Praktijk De Maas", in: "GM0917" },
  otherPractice: { kind: "midwifery_practice", name: "Praktijk De Geul", in: "GM0935" },
  hospital: { kind: "hospital", name: "Ziekenhuis Heuvelland", in: "GM0917" },
  youthHealth: { kind: "youth_health", name: "JGZ Zuid", in: "GM0917" },
  maternityCare: { kind: "maternity_care", name: "Geboortezorg Limburg", in: "GM1883" },
  otherMaternityCare: { kind: "maternity_care", name: "Kraamzorg De Eerste Dag", in: "GM0935" },
  municipality: { kind: "municipality", name: "Gemeente Heerlen", in: "GM0917" },
  gp: { kind: "gp_practice", name: "Huisartsen Centrum", in: "GM0917" },
  support: { kind: "support_provider", name: "Kredietbank", in: "GM0917" },
  childcare: { kind: "childcare", name: "Kinderopvang Het Nest", in: "GM0917" },
  office: { kind: "programme_office", name: "Programmabureau", in: "GM0917" },
} as const;
export type TestOrganisation = keyof typeof testOrganisations;

export interface Region {
  readonly adminUrl: string;
  organisationId(which: TestOrganisation): string;
  /** A new professional with this role, signed in; may write any trail event. */
  actor(role: Role, at: TestOrganisation, name?: string): Promise<Actor>;
  /** Runs SQL as the owner: to look at what no role may see, or to set the day (`setToday`). */
  asOwner<Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  setToday(day: string): Promise<void>;
  close(): Promise<void>;
}

/** A region of its own for one test file: a database, organisations, and professionals made when asked for. */
export async function aRegion(): Promise<Region> {
  const database = await testDatabase();
  connect({
    app: urlFor("wieg_app", database.adminUrl),
    worker: urlFor("wieg_worker", database.adminUrl),
    family: urlFor("wieg_family", database.adminUrl),
  });
  const owner = new pg.Pool({ connectionString: urlFor("wieg_owner", database.adminUrl), max: 3 });
  owner.on("error", () => undefined); // a test may take the database away
  const ids = new Map<TestOrganisation, string>();
  for (const [key, organisation] of Object.entries(testOrganisations)) {
    const { rows } = await owner.query<{ id: string }>(
      "insert into organisation (kind, name, home_municipality, phone) values ($1, $2, $3, '045 000 00 00') returning id",
      [organisation.kind, organisation.name, organisation.in],
    );
    ids.set(key as TestOrganisation, rows[0]?.id ?? "");
    await owner.query(
      "insert into organisation_area (organisation_id, municipality_code) select $1, code from municipality where $2 not in ('municipality') or code = $3",
      [rows[0]?.id, organisation.kind, organisation.in],
    );
  }
  const organisationId = (which: TestOrganisation) => ids.get(which) ?? "";
  return {
    adminUrl: database.adminUrl,
    organisationId,
    actor: (role, at, name) =>
      anActor(owner, {
        role,
        organisationId: organisationId(at),
        organisation: testOrganisations[at],
        name: name ?? `${role} van ${testOrganisations[at].name}`,
      }),
    asOwner: async <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
      (await owner.query<Row>(sql, [...values])).rows,
    setToday: async (day) => {
      await owner.query("insert into app.clock (fixed_day) values ($1) on conflict (only_row) do update set fixed_day = $1", [day]);
    },
    close: async () => {
      await disconnect();
      await owner.end();
      await database.close();
    },
  };
}

async function anActor(
  owner: pg.Pool,
  who: { role: Role; organisationId: string; organisation: { kind: string; name: string }; name: string },
): Promise<Actor> {
  const { rows } = await owner.query<{ professional: string; membership: string }>(
    `with p as (insert into professional (display_name) values ($1) returning id)
     insert into membership (professional_id, organisation_id, role, since) select id, $2, $3, app.today() - 365 from p returning id as membership, professional_id as professional`,
    [who.name, who.organisationId, who.role],
  );
  const token = randomBytes(32).toString("base64url");
  const { professional = "", membership = "" } = rows[0] ?? {};
  await owner.query("insert into session (token_hash, professional_id, membership_id, second_factor) values ($1, $2, $3, true)", [
    createHash("sha256").update(token).digest(),
    professional,
    membership,
  ]);
  return {
    token,
    professionalId: professional,
    membershipId: membership,
    organisationId: who.organisationId,
    role: who.role,
    name: who.name,
    organisation: who.organisation.name,
    organisationKind: who.organisation.kind,
    idleMinutes: 15,
    source: "test",
    requestId: randomUUID(),
    requestKey: null,
    events: { includes: () => true } as never,
  };
}
