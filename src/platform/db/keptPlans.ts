import type { PostgresPool } from "kysely";
import type pg from "pg";

/**
 * The same connections, with every statement prepared under a name: it is planned a few times and not each time, which is a third of the
 * work where the same statements come by the thousand. Not through PgBouncer in transaction mode, and not over tables that grow from empty
 * to large: the first plans stay.
 */
export function keepPlans(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>();
  const nameOf = (text: string): string => {
    const name = names.get(text) ?? `kept_${names.size}`;
    names.set(text, name);
    return name;
  };
  return {
    options: {},
    connect: async () => {
      const client = await pool.connect();
      const query = (text: string, values: readonly unknown[] = []) =>
        client.query(values.length > 0 ? { name: nameOf(text), text, values: [...values] } : { text });
      return new Proxy(client, {
        get: (of, key): unknown => (key === "query" ? query : key === "release" ? () => of.release() : Reflect.get(of, key)),
      });
    },
    end: () => pool.end(),
  };
}
