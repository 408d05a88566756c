import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";
import type { Line } from "../line.ts";
import type { BirthPlace, EndReason, Loss } from "../trajectory.texts.ts";
import { lineAndParents, lineColumns } from "./line.store.ts";

/** What the family page knows of the line beside `Line`. */
export interface LineDetails {
  readonly parity: string | null;
  readonly endedOn: Day | null;
  readonly endReason: EndReason | null;
  readonly loss: Loss | null;
  readonly maternityCare: string | null;
  readonly maternityCareOn: Day | null;
  readonly registeredOn: Day;
  /** A message about a loss stands on the asker's own list. */
  readonly lossUnread: boolean;
  readonly births: readonly Birth[];
  readonly involved: readonly Involved[];
  /** Other lines of the family that the asker may see, newest first. */
  readonly otherLines: readonly { id: string; day: Day | null; bornOn: Day | null; state: "open" | "ended" }[];
}

export interface Birth {
  readonly id: string;
  readonly childId: string;
  readonly bornOn: Day;
  readonly place: BirthPlace;
  readonly gestationalDays: number | null;
  readonly weightGrams: number | null;
  readonly smallForAge: boolean | null;
  readonly version: number;
}

/** An organisation that is involved today. */
export interface Involved {
  readonly organisation: string;
  readonly kind: string;
  readonly phone: string | null;
  readonly since: Day;
}

/** The line with its details, in one question; null when the line is not the asker's to see. */
export async function findLineDetails(db: Db, trajectoryId: string): Promise<(Line & LineDetails) | null> {
  const { rows } = await sql<Line & LineDetails>`
    select ${lineColumns}, t.parity, t.ended_on as "endedOn", t.end_reason as "endReason", t.loss, coalesce(o.name, t.maternity_care_text) as "maternityCare",
      t.maternity_care_registered_on as "maternityCareOn", coalesce((select min(r.since) from care_relation r where r.trajectory_id = t.id and r.basis = 'care'), (t.created_at at time zone 'Europe/Amsterdam')::date) as "registeredOn",
      exists (select from work_item w where w.trajectory_id = t.id and w.kind = 'loss' and w.closed_at is null) as "lossUnread",
      (select coalesce(json_agg(json_build_object('id', b.id, 'childId', b.child_id, 'bornOn', b.born_on, 'place', b.place, 'gestationalDays', b.gestational_days,
          'weightGrams', b.weight_grams, 'smallForAge', b.small_for_age, 'version', b.version) order by b.born_on, b.created_at), '[]')
        from birth b where b.trajectory_id = t.id and not b.taken_back) as births,
      (select coalesce(json_agg(json_build_object('organisation', i.name, 'kind', i.kind, 'phone', i.phone, 'since', i.since) order by i.since, i.name), '[]')
        from (select g.name, g.kind, g.phone, min(r.since) as since from care_relation r join organisation g on g.id = r.organisation_id
          where r.trajectory_id = t.id and (select today from app.day) between r.since and coalesce(r.until, 'infinity') group by g.id) i) as involved,
      (select coalesce(json_agg(json_build_object('id', l.id, 'day', l.day, 'bornOn', l.born_on, 'state', l.state) order by l.day desc nulls first), '[]')
        from trajectory l where l.family_id = t.family_id and l.id <> t.id) as "otherLines"
    from ${lineAndParents} left join organisation o on o.id = t.maternity_care_organisation_id where t.id = ${trajectoryId}`.execute(db);
  return rows[0] ?? null;
}
