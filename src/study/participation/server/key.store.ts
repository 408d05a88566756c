import { sql } from "kysely";
import type { Day } from "../../../kit/day.ts";
import type { Db } from "../../../platform/db/withActor.ts";

/** A request of the research desk to know who is behind a pseudonym. It holds no name. */
export interface Reveal {
  readonly id: string;
  readonly code: string;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedOn: Day;
  readonly state: "asked" | "granted" | "refused" | "over";
  readonly answer: string | null;
  /** Who granted it may still see the name, once. */
  readonly showable: boolean;
}

export async function listReveals(db: Db): Promise<readonly Reveal[]> {
  const { rows } = await sql<Reveal>`
    select r.id, coalesce(s.code, '') as code, r.reason, p.display_name as "askedBy", (r.asked_at at time zone 'Europe/Amsterdam')::date as "askedOn", r.state, r.answer,
      r.state = 'granted' and r.shown_until > now() and r.answered_by = trust.my_professional() as showable
    from study_reveal r join lateral study.code_of(r.participant_id) s(code) on true join professional p on p.id = r.asked_by order by r.asked_at desc limit 200`.execute(
    db,
  );
  return rows;
}

export async function askReveal(db: Db, code: string, why: string): Promise<"done" | "not-found" | "asked-already"> {
  const { rows } = await sql<{ code: "done" | "not-found" | "asked-already" }>`select study.ask_reveal(${code}, ${why}) as code`.execute(
    db,
  );
  return rows[0]?.code ?? "not-found";
}

/** False when it was answered already. */
export async function answerReveal(db: Db, id: string, yes: boolean, why: string | null): Promise<boolean> {
  const { rows } = await sql<{ answered: boolean }>`select study.answer_reveal(${id}, ${yes}, ${why}) as answered`.execute(db);
  return rows[0]?.answered ?? false;
}

/** Who she is, once, to the key keeper who granted it. */
export interface Revealed {
  readonly code: string;
  readonly name: string;
  readonly bornOn: Day | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly site: string;
}

export async function reveal(db: Db, id: string): Promise<Revealed | null> {
  const { rows } = await sql<Revealed>`select code, name, born_on as "bornOn", phone, email, site from study.reveal(${id})`.execute(db);
  return rows[0] ?? null;
}
