import { aSignal } from "../../../pathway/signal/testing/aSignal.ts";
import { raiseSignal } from "../../../pathway/signal/server/raiseSignal.ts";
import { aLine } from "../../../pathway/trajectory/testing/aLine.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import type { Region } from "../../../registry/testing/aRegion.ts";

/** An invented family of which this professional recorded a signal; with a partner, and a signal about him. */
export async function aFile(region: Region, actor: Actor) {
  const [now] = await region.asOwner<{ today: string }>("select app.today()::text as today");
  const today = now?.today ?? "";
  const line = await aLine(actor);
  const raised = await raiseSignal(actor, aSignal(line, { today, seen: "Schulden bij de buurvrouw" }));
  return { ...line, today, signal: raised.code };
}

/** What stands of a line: rows of care data, history and work, by table. */
export async function whatStands(region: Region, trajectoryId: string, familyId: string): Promise<Readonly<Record<string, number>>> {
  const tables = await region.asOwner<{ name: string; key: string }>(
    `select c.relname as name, a.attname as key from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname in ('trajectory_id', 'family_id')
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and c.relname not in ('destroyed_file', 'retention_due', 'destruction_request') order by 1`,
  );
  const found: Record<string, number> = {};
  for (const { name, key } of tables) {
    const [row] = await region.asOwner<{ n: number }>(`select count(*)::integer as n from ${name} where ${key} = $1`, [
      key === "family_id" ? familyId : trajectoryId,
    ]);
    if (row && row.n > 0) found[name] = (found[name] ?? 0) + row.n;
  }
  return found;
}
