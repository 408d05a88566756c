import type pg from "pg";

/**
 * What each funder owes by month, pillar and municipality, from the raw lines of hours and the agreements alone. An amount is shared once,
 * however many lines have it: each by its parts, the cents that are left to the largest remainders in the order of the agreement.
 */
export const rebuiltMoney = `
  lots as materialized (
    select programme_id, version_id, month, pillar, insurer_group, municipality_code, rate_cents, minutes, count(*) as lines from booked_hours
    where programme_id is not null and rate_cents is not null group by 1, 2, 3, 4, 5, 6, 7, 8
  ), priced as (
    select programme_id, version_id, month, pillar, insurer_group, municipality_code, (abs(minutes)::bigint * rate_cents + 30) / 60 as amount, sum(sign(minutes) * lines)::bigint as times
    from lots group by 1, 2, 3, 4, 5, 6, 7
  ), agreed as (
    select v.id as version_id, p.pillar, s.place, s.share ->> 'funder' as funder, (s.share ->> 'parts')::bigint as parts,
      (sum((s.share ->> 'parts')::bigint) over (partition by v.id, p.pillar))::bigint as whole
    from programme_version v, (values (1), (2)) p (pillar), jsonb_array_elements(v.settings -> 'funding' -> 'shares' -> p.pillar::text) with ordinality s (share, place)
  ), floored as (
    select a.version_id, a.pillar, a.place, a.funder, m.amount, m.amount * a.parts / a.whole as cents, m.amount * a.parts % a.whole as rest
    from (select distinct version_id, pillar, amount from priced) m join agreed a using (version_id, pillar)
  ), shared as (
    select version_id, pillar, amount, funder, cents + (row_number() over (partition by version_id, pillar, amount order by rest desc, place)
      <= amount - sum(cents) over (partition by version_id, pillar, amount))::int as cents from floored
  ), rebuilt_money as (
    select p.programme_id, p.month, p.pillar, case s.funder when 'insurer' then coalesce(p.insurer_group, 'insurer-unnamed') when 'municipality' then p.municipality_code
      else substr(s.funder, 7) end as funder, p.municipality_code, sum(s.cents * p.times)::bigint as cents
    from priced p join shared s using (version_id, pillar, amount) group by 1, 2, 3, 4, 5
  )`;
/** Hours that a programme pays by month, pillar and municipality, from the raw lines. */
export const rebuiltHours = `
  rebuilt_hours as (
    select programme_id, month, pillar, municipality_code, sum(minutes)::bigint as minutes, count(*) as lines,
      coalesce(sum(minutes) filter (where rate_cents is null), 0)::bigint as unknown_minutes,
      coalesce(sum(sign(minutes) * ((abs(minutes)::bigint * rate_cents + 30) / 60)), 0)::bigint as cents
    from booked_hours group by 1, 2, 3, 4
  )`;

/** What each family cost, from the raw lines that are still there. */
const rebuiltBalances = `select trajectory_id, programme_id, pillar, sum(minutes)::bigint, coalesce(sum(cents), 0)::bigint, coalesce(sum(minutes) filter (where cents is null), 0)::bigint
  from hour_line where programme_id is not null group by 1, 2, 3`;

/** How many sums were made. */
export interface RebuiltSums {
  readonly money: number;
  readonly hours: number;
  readonly families: number;
}

/** Makes every sum of the ledger anew from the raw lines, in place of what is kept. Runs as the owner of the database; who books waits. */
export async function rebuildSums(owner: pg.Client): Promise<RebuiltSums> {
  const run = async (text: string): Promise<number> => (await owner.query(text)).rowCount ?? 0;
  await owner.query("begin");
  try {
    await owner.query("set local statement_timeout = 0; set local work_mem = '256MB'");
    await owner.query("lock table ledger_month, hour_month, hour_balance in exclusive mode");
    await owner.query("delete from ledger_month; delete from hour_month; delete from hour_balance");
    // Made in a table of its own first: only that is done by all processors.
    await owner.query(`create temp table sums_of_money on commit drop as with ${rebuiltMoney} select * from rebuilt_money`);
    await owner.query(`create temp table sums_of_hours on commit drop as with ${rebuiltHours} select * from rebuilt_hours`);
    await owner.query(
      `create temp table sums_of_families (trajectory_id, programme_id, pillar, minutes, cents, unknown_minutes) on commit drop as ${rebuiltBalances}`,
    );
    const made = {
      money: await run(
        "insert into ledger_month (programme_id, month, pillar, funder, municipality_code, cents) select programme_id, month, pillar, funder, municipality_code, cents from sums_of_money",
      ),
      hours: await run(
        "insert into hour_month (programme_id, month, pillar, municipality_code, minutes, cents, unknown_minutes, lines) select programme_id, month, pillar, municipality_code, minutes, cents, unknown_minutes, lines from sums_of_hours",
      ),
      families: await run(
        "insert into hour_balance (trajectory_id, programme_id, pillar, minutes, cents, unknown_minutes) select trajectory_id, programme_id, pillar, minutes, cents, unknown_minutes from sums_of_families",
      ),
    };
    await owner.query("commit");
    return made;
  } catch (error) {
    await owner.query("rollback");
    throw error;
  }
}
