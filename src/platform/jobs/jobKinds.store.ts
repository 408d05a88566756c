import pg from "pg";

/** Writes which jobs may be asked for, at each migration. */
export async function writeJobKinds(ownerUrl: string, names: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("insert into app.job_kind (name) select unnest($1::text[]) on conflict do nothing", [names]);
  } finally {
    await client.end();
  }
}
