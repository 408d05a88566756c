import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";

/** What the privacy officer looks for: a stretch of days, and who or which line or what. */
export interface TrailQuestion {
  readonly from: Day;
  readonly to: Day;
  readonly name: string | null;
  readonly line: string | null;
  /** Events looked for by their words; null: any. */
  readonly events: readonly string[] | null;
  /** What was typed to look for them. */
  readonly what: string | null;
  readonly page: number;
}

export interface TrailLine {
  readonly seq: number;
  readonly at: Date;
  readonly event: string;
  readonly outcome: "done" | "refused" | "failed";
  readonly who: string | null;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly ground: string;
  readonly part: string | null;
  readonly purpose: string | null;
  readonly source: string | null;
  readonly lines: readonly string[];
}

export const trailPageSize = 50;

/** Newest first, one more than a page so that the page knows whether there are more. Row-level security: the privacy officer alone. */
export async function searchTrail(db: Db, question: TrailQuestion): Promise<readonly TrailLine[]> {
  const { rows } = await sql<TrailLine>`
    select e.seq, e.at, e.event, e.outcome, coalesce(p.display_name, l.holder_name) as who, e.role, coalesce(o.name, l.holder_organisation) as organisation, e.ground, e.part, e.purpose, e.source, e.trajectory_ids as lines
    from trail_event e left join professional p on p.id = e.professional_id left join organisation o on o.id = e.organisation_id
      left join one_time_link l on l.id = e.session_id and e.role = 'link_holder'
    where e.at >= ${question.from}::date::timestamp at time zone 'Europe/Amsterdam' and e.at < (${question.to}::date + 1)::timestamp at time zone 'Europe/Amsterdam'
      and (${question.name}::text is null or app.plain_text(coalesce(p.display_name, l.holder_name)) like '%' || app.plain_text(${question.name}::text) || '%')
      and (${question.line}::uuid is null or e.trajectory_ids @> array[${question.line}::uuid])
      and (${question.events}::text[] is null or e.event = any(${question.events}::text[]))
    order by e.at desc, e.seq desc limit ${trailPageSize + 1} offset ${(question.page - 1) * trailPageSize}`.execute(db);
  return rows;
}
