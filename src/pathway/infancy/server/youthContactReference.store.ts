import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { projectRoot } from "../../../platform/projectRoot.ts";

/** Writes the start set of contact moments at each migration: codes that the database does not know yet. What a region made of them is not touched. */
export async function writeContactMoments(ownerUrl: string): Promise<void> {
  const file = readFileSync(path.join(projectRoot, "src/registry/data/youth-contact-moments.json"), "utf8");
  const { source, moments } = JSON.parse(file) as { source: string; moments: readonly object[] };
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(
      `insert into youth_contact_moment (code, label, age_months, age_days, opens_days_before, closes_days_after, corrected, done_by, source)
       select code, label, "ageMonths", "ageDays", "opensDaysBefore", "closesDaysAfter", corrected, "doneBy", $2
       from jsonb_to_recordset($1::jsonb) as m(code text, label text, "ageMonths" smallint, "ageDays" smallint, "opensDaysBefore" smallint, "closesDaysAfter" smallint,
         corrected boolean, "doneBy" text)
       on conflict (code) do nothing`,
      [JSON.stringify(moments), source],
    );
  } finally {
    await client.end();
  }
}
