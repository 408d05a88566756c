import type pg from "pg";
import { rebuiltHours, rebuiltMoney } from "./rebuildSums.store.ts";

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
    // A visit that was given has all its minutes in lines, and one that was not has none.
    figure: "care_visit",
    sql: `with sums as (select visit_id, sum(minutes)::bigint as minutes from hour_line group by 1)
      select jsonb_build_object('visit', v.id, 'state', v.state, 'unit', 'minutes') as of, coalesce(s.minutes, 0) as stands, v.should
      from (select id, state, case when state = 'delivered' then round(extract(epoch from ended_at - started_at) / 60)::bigint - break_minutes else 0 end as should from care_visit) v
      left join sums s on s.visit_id = v.id where abs(coalesce(s.minutes, 0) - v.should) > 1 order by v.id limit 1`,
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
