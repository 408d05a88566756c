import { sql } from "kysely";
import type { Db } from "../../../platform/db/withActor.ts";
import { paperForm, type FormToDo, type PaperAnswer, type PaperForm } from "../paper.ts";

export async function findForm(db: Db, code: string): Promise<PaperForm | null> {
  const { rows } = await sql<{ form: unknown }>`select study.find_form(${code}) as form`.execute(db);
  return rows[0]?.form ? paperForm.parse(rows[0].form) : null;
}

/** kept, differs or complete; or the step that says why not. */
export async function enterForm(db: Db, code: string, answers: readonly PaperAnswer[]): Promise<string> {
  const { rows } = await sql<{ outcome: string }>`select study.enter_form(${code}, ${JSON.stringify(answers)}::jsonb) as outcome`.execute(
    db,
  );
  return rows[0]?.outcome ?? "not-found";
}

/** The number on the form; null when the list is not open. */
export async function printForm(db: Db, askId: string): Promise<string | null> {
  const { rows } = await sql<{ code: string | null }>`select study.print_form(${askId}) as code`.execute(db);
  return rows[0]?.code ?? null;
}

export async function listFormsToDo(db: Db): Promise<readonly FormToDo[]> {
  const { rows } = await sql<FormToDo>`select * from study.forms_to_do()`.execute(db);
  return rows;
}

/** An open list that goes by post, or that could not be told of. */
export interface ToPrint {
  readonly askId: string;
  readonly participant: string;
  readonly told: string | null;
  readonly expiresOn: string;
  readonly printedOn: string | null;
}

export async function listToPrint(db: Db): Promise<readonly ToPrint[]> {
  const { rows } = await sql<ToPrint>`
    select a.id as "askId", p.code as participant, a.told, a.expires_on as "expiresOn", a.printed_on as "printedOn"
    from study_ask a join study_participant p on p.id = a.participant_id
    where a.state = 'open' and (a.way = 'paper' or a.told = 'no_address') order by a.printed_on nulls first, a.expires_on, p.code`.execute(
    db,
  );
  return rows;
}
