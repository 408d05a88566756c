// Who works there: practices of 200 lines; youth health services of 12,500, of 100,000, and the rest. A person in each that is measured.
import { createHash } from "node:crypto";
import { id } from "./rows.store.ts";
import { caseloads, type Caseload, type Size } from "./size.ts";

/** Token of a person of the benchmark; the database keeps its hash as of any session. */
export const benchToken = (caseload: string): string => createHash("sha256").update(`bench ${caseload}`).digest("base64url");

const jobs: Readonly<Record<Caseload, { organisation: string; role: string }>> = {
  small: { organisation: id("practice", "1"), role: "midwife" },
  large: { organisation: id("youth", "1"), role: "youth_nurse" },
  huge: { organisation: id("youth", "2"), role: "youth_nurse" },
};

const person = (caseload: Caseload, place: number): readonly string[] => {
  const { organisation, role } = jobs[caseload];
  const professional = id("professional", String(place));
  const membership = id("membership", String(place));
  return [
    `insert into professional (id, principal, display_name) values (${professional}, ${500001 + place}, 'Bench ${caseload}')`,
    `insert into membership (id, principal, professional_id, organisation_id, role, since)
     values (${membership}, ${600001 + place}, ${professional}, ${organisation}, '${role}', '2020-01-01')`,
    `insert into session (token_hash, professional_id, membership_id, second_factor, idle_minutes, ends_at)
     values (sha256('${benchToken(caseload)}'), ${professional}, ${membership}, true, 720, now() + interval '30 days')`,
  ];
};

export function people({ lines }: Size): readonly string[] {
  const practices = Math.ceil(lines / caseloads.small);
  return [
    `insert into organisation (id, principal, kind, name, home_municipality)
     select ${id("practice", "i")}, 100000 + i, 'midwifery_practice', 'Praktijk ' || i, 'GM0917' from generate_series(1, ${practices}) i`,
    `insert into organisation (id, principal, kind, name, home_municipality)
     select ${id("youth", "i")}, 200000 + i, 'youth_health', 'JGZ ' || i, 'GM0917' from generate_series(1, 20) i`,
    `insert into team (organisation_id, role, principal)
     select ${id("practice", "i")}, 'midwife', 300000 + i from generate_series(1, ${practices}) i
     union all select ${id("youth", "i")}, 'youth_nurse', 400000 + i from generate_series(1, 20) i`,
    ...(Object.keys(caseloads) as Caseload[]).flatMap(person),
    // Colleagues, each signed in: who is asking is found among as many as there would be.
    `insert into professional (id, principal, display_name)
     select ${id("colleague", "i")}, 700000 + i, 'Collega ' || i from generate_series(1, ${4 * practices}) i`,
    `insert into membership (id, principal, professional_id, organisation_id, role, since)
     select ${id("colleague job", "i")}, 800000 + i, ${id("colleague", "i")}, ${id("practice", "((i - 1) / 4 + 1)")}, 'midwife', '2020-01-01' from generate_series(1, ${4 * practices}) i`,
    `insert into session (token_hash, professional_id, membership_id, second_factor, idle_minutes)
     select sha256(convert_to('colleague ' || i, 'UTF8')), ${id("colleague", "i")}, ${id("colleague job", "i")}, true, 15 from generate_series(1, ${4 * practices}) i`,
    `insert into principal (id, kind) overriding system value
     select principal, 'organisation' from organisation union select principal, 'team' from team
     union select principal, 'professional' from professional union select principal, 'membership' from membership on conflict do nothing`,
  ];
}

/** A session of the benchmark that was left alone for a night goes on. */
export const wakeSessions = "update session set seen_at = now(), ends_at = now() + interval '30 days' where idle_minutes = 720";
