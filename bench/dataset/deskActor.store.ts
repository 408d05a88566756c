import { createHash, randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import type { Actor } from "../../src/platform/db/actor.ts";

/** The research desk of the filled study, signed in. */
export async function deskActor(url: string): Promise<Actor> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const token = randomBytes(32).toString("base64url");
    const { rows } = await client.query<{ professional: string; membership: string; organisation: string }>(
      `insert into session (token_hash, professional_id, membership_id, second_factor) select $1, m.professional_id, m.id, true from membership m where m.role = 'research_desk' limit 1
       returning professional_id as professional, membership_id as membership, (select m.organisation_id from membership m where m.id = membership_id) as organisation`,
      [createHash("sha256").update(token).digest()],
    );
    const { professional = "", membership = "", organisation = "" } = rows[0] ?? {};
    return {
      token,
      professionalId: professional,
      membershipId: membership,
      organisationId: organisation,
      role: "research_desk",
      name: "Onderzoek",
      organisation: "Praktijk 01",
      organisationKind: "midwifery_practice",
      idleMinutes: 15,
      source: "bench",
      requestId: randomUUID(),
      requestKey: null,
      events: ["study.dataset-frozen", "study.dataset-exported", "analysis.plan-kept", "analysis.plan-locked", "analysis.read"],
    };
  } finally {
    await client.end();
  }
}
