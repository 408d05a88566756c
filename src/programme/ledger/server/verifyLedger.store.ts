import type pg from "pg";

/** Where the ledger first says something else than the hours: which figure, what stands there and what should. */
export interface Difference {
  readonly figure: string;
  readonly of: Readonly<Record<string, string | number | null>>;
  readonly stands: number | null;
  readonly should: number | null;
}
export interface LedgerReport {
  readonly whole: boolean;
  readonly lines: number;
  readonly entries: number;
  readonly minutes: number;
  readonly cents: number;
  readonly difference: Difference | null;
}

/**
 * What each funder owes by month, pillar and municipality, from the raw lines of hours and the agreements alone. An amount is shared once,
 * however many lines have it: each by its parts, the cents that are left to the largest remainders in the order of the agreement.
 */
const rebuiltMoney = `
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
const rebuiltHours = `
  rebuilt_hours as (
    select programme_id, month, pillar, municipality_code, sum(minutes)::bigint as minutes, count(*) as lines,
      coalesce(sum(minutes) filter (where rate_cents is null), 0)::bigint as unknown_minutes,
      coalesce(sum(sign(minutes) * ((abs(minutes)::bigint * rate_cents + 30) / 60)), 0)::bigint as cents
    from booked_hours group by 1, 2, 3, 4
  )`;

/** Each looks for the first figure that is not what it should be. */
const looks: readonly { readonly figure: string; readonly sql: string }[] = [
  {
    figure: "ledger_month",
    sql: `with ${rebuiltMoney}, kept as (select programme_id, month, pillar, funder, municipality_code, sum(cents)::bigint as cents from ledger_month group by 1, 2, 3, 4, 5)
      select jsonb_build_object('programme', programme_id, 'month', month, 'pillar', pillar, 'funder', funder, 'municipality', municipality_code) as of, k.cents as stands, r.cents as should
      from rebuilt_money r full join kept k using (programme_id, month, pillar, funder, municipality_code) where coalesce(k.cents, 0) <> coalesce(r.cents, 0)
      order by programme_id, month, pillar, funder, municipality_code limit 1`,
  },
  {
    figure: "hour_month",
    sql: `with ${rebuiltHours}, kept as (select programme_id, month, pillar, municipality_code, sum(minutes)::bigint as minutes, sum(cents)::bigint as cents, sum(unknown_minutes)::bigint as unknown_minutes, sum(lines)::bigint as lines from hour_month group by 1, 2, 3, 4)
      select jsonb_build_object('programme', programme_id, 'month', month, 'pillar', pillar, 'municipality', municipality_code,
        'unit', case when coalesce(k.minutes, 0) <> coalesce(r.minutes, 0) then 'minutes' when coalesce(k.cents, 0) <> coalesce(r.cents, 0) then 'cents'
          when coalesce(k.unknown_minutes, 0) <> coalesce(r.unknown_minutes, 0) then 'unknown minutes' else 'lines' end) as of,
        case when coalesce(k.minutes, 0) <> coalesce(r.minutes, 0) then k.minutes when coalesce(k.cents, 0) <> coalesce(r.cents, 0) then k.cents
          when coalesce(k.unknown_minutes, 0) <> coalesce(r.unknown_minutes, 0) then k.unknown_minutes else k.lines end as stands,
        case when coalesce(k.minutes, 0) <> coalesce(r.minutes, 0) then r.minutes when coalesce(k.cents, 0) <> coalesce(r.cents, 0) then r.cents
          when coalesce(k.unknown_minutes, 0) <> coalesce(r.unknown_minutes, 0) then r.unknown_minutes else r.lines end as should
      from rebuilt_hours r full join kept k using (programme_id, month, pillar, municipality_code)
      where (coalesce(k.minutes, 0), coalesce(k.cents, 0), coalesce(k.unknown_minutes, 0), coalesce(k.lines, 0))
        <> (coalesce(r.minutes, 0), coalesce(r.cents, 0), coalesce(r.unknown_minutes, 0), coalesce(r.lines, 0))
      order by programme_id, month, pillar, municipality_code limit 1`,
  },
  {
    figure: "hour_balance",
    sql: `with sums as (select trajectory_id, programme_id, pillar, sum(minutes)::bigint as minutes, coalesce(sum(cents), 0)::bigint as cents from hour_line
        where programme_id is not null group by 1, 2, 3)
      select jsonb_build_object('line', trajectory_id, 'programme', programme_id, 'pillar', pillar, 'unit', case when k.minutes is distinct from r.minutes then 'minutes' else 'cents' end) as of,
        case when k.minutes is distinct from r.minutes then k.minutes else k.cents end as stands, case when k.minutes is distinct from r.minutes then r.minutes else r.cents end as should
      from sums r full join hour_balance k using (trajectory_id, programme_id, pillar)
      where (coalesce(k.minutes, 0), coalesce(k.cents, 0)) <> (coalesce(r.minutes, 0), coalesce(r.cents, 0)) order by trajectory_id, programme_id, pillar limit 1`,
  },
  {
    figure: "ledger_entry",
    sql: `with sums as (select hour_line_id, sum(case when reverses is null then cents else -cents end)::bigint as cents from ledger_entry group by 1)
      select jsonb_build_object('hour line', h.id, 'day', h.day) as of, coalesce(s.cents, 0) as stands, coalesce(h.cents, 0) as should
      from hour_line h left join sums s on s.hour_line_id = h.id where coalesce(s.cents, 0) <> coalesce(h.cents, 0) order by h.day, h.id limit 1`,
  },
  {
    figure: "ledger_entry by funder",
    sql: `with sums as (select programme_id, month, pillar, funder, municipality_code, sum(case when reverses is null then cents else -cents end)::bigint as cents from ledger_entry group by 1, 2, 3, 4, 5),
        kept as (select programme_id, month, pillar, funder, municipality_code, sum(cents)::bigint as cents from ledger_month group by 1, 2, 3, 4, 5)
      select jsonb_build_object('programme', programme_id, 'month', month, 'pillar', pillar, 'funder', funder, 'municipality', municipality_code) as of, s.cents as stands, k.cents as should
      from sums s full join kept k using (programme_id, month, pillar, funder, municipality_code) where coalesce(s.cents, 0) <> coalesce(k.cents, 0) order by 1 limit 1`,
  },
  {
    figure: "ledger_closing",
    sql: `select jsonb_build_object('programme', c.programme_id, 'month', c.month, 'unit', 'cents') as of, coalesce((select sum(m.cents) from ledger_month m where m.programme_id = c.programme_id and m.month = c.month), 0)::bigint as stands,
        c.cents as should
      from ledger_closing c where c.cents <> coalesce((select sum(m.cents) from ledger_month m where m.programme_id = c.programme_id and m.month = c.month), 0) order by c.month limit 1`,
  },
];

/** Recomputes every figure of the ledger from the lines of hours, and names the first that differs. Runs as the owner of the database. */
export async function verifyLedger(owner: pg.Client, say: (figure: string) => void = () => undefined): Promise<LedgerReport> {
  await owner.query("begin isolation level repeatable read read only");
  try {
    await owner.query("set local statement_timeout = 0; set local work_mem = '256MB'");
    const { rows: sizes } = await owner.query<{ lines: number; minutes: number; cents: number; entries: number }>(
      `select count(*)::float8 as lines, coalesce(sum(minutes), 0)::float8 as minutes, coalesce(sum(cents), 0)::float8 as cents, (select count(*)::float8 from ledger_entry) as entries from hour_line`,
    );
    const size = sizes[0] ?? { lines: 0, minutes: 0, cents: 0, entries: 0 };
    for (const { figure, sql } of looks) {
      say(figure);
      const { rows } = await owner.query<Omit<Difference, "figure">>(sql);
      if (rows[0])
        return {
          whole: false,
          ...size,
          difference: { figure, ...rows[0], stands: toNumber(rows[0].stands), should: toNumber(rows[0].should) },
        };
    }
    return { whole: true, ...size, difference: null };
  } finally {
    await owner.query("rollback");
  }
}

const toNumber = (value: unknown): number | null => (value === null ? null : Number(value));

/** Every monthly figure of the ledger from the raw lines, without looking at what is kept: what the benchmark measures. How many figures. */
export async function rebuildFigures(owner: pg.Client): Promise<{ money: number; hours: number }> {
  const count = async (sql: string) => Number((await owner.query<{ figures: string }>(sql)).rows[0]?.figures ?? 0);
  return {
    money: await count(`with ${rebuiltMoney} select count(cents) as figures from rebuilt_money`),
    hours: await count(`with ${rebuiltHours} select count(cents + minutes) as figures from rebuilt_hours`),
  };
}
