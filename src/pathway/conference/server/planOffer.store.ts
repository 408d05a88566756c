import { sql } from "kysely";
import type { ConferenceOffer } from "../../plan/conferenceOffer.ts";

/** What the plan asks of the conference when an evaluation scales up [domain 3.5]. */
export const planOffer: ConferenceOffer = {
  async waits({ db }, trajectoryId) {
    const { rows } = await sql<{ waits: boolean }>`select trust.case_waits(${trajectoryId}) as waits`.execute(db);
    return rows[0]?.waits ?? false;
  },
  async list({ db }, { trajectoryId, question, sittingBy }) {
    const { rows } = await sql<{
      listed: boolean;
    }>`select trust.list_case_again(${trajectoryId}, ${question}, ${sittingBy}) as listed`.execute(db);
    return rows[0]?.listed ?? false;
  },
};
