import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { projectRoot } from "../../../../platform/projectRoot.ts";

/** Writes the start set of offers at each migration: codes that the database does not know yet. What a region made of them is not touched. */
export async function writeOffers(ownerUrl: string): Promise<void> {
  const file = readFileSync(path.join(projectRoot, "src/registry/data/support-offers.json"), "utf8");
  const { offers } = JSON.parse(file) as { offers: readonly object[] };
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(
      `insert into support_offer (code, name, provider, description, audience, topics, periods, pregnancy_from_week, pregnancy_before_week,
         child_before_months, minimum_age, maximum_age, first_child_only, categories, eligibility_description, fees_description, application_process, changed_by)
       select code, name, provider, description, audience, topics, periods, "pregnancyFromWeek", "pregnancyBeforeWeek", "childBeforeMonths", "minimumAge", "maximumAge",
         "firstChildOnly", categories, "eligibilityDescription", "feesDescription", "applicationProcess", null
       from jsonb_to_recordset($1::jsonb) as o(code text, name text, provider text, description text, audience text, topics text[], periods text[],
         "pregnancyFromWeek" smallint, "pregnancyBeforeWeek" smallint, "childBeforeMonths" smallint, "minimumAge" smallint, "maximumAge" smallint,
         "firstChildOnly" boolean, categories text[], "eligibilityDescription" text, "feesDescription" text, "applicationProcess" text)
       on conflict (code) do nothing`,
      [JSON.stringify(offers)],
    );
  } finally {
    await client.end();
  }
}
