import pg from "pg";
import { id } from "../region/rows.store.ts";

/** Families of the large caseload that get a full history: as many as are asked in turn, and none that another measurement opens. */
const [first, last] = [4_801, 4_824] as const;
export const fullHistory = { signals: 200, agreements: 60, referrals: 40, messages: 300 } as const;
const inThread = 20;

const who = id("professional", "0");
const job = id("membership", "0");
const practice = id("practice", "25");
const nurse = {
  professional: id("professional", "1"),
  membership: id("membership", "1"),
  principal: 600_002,
  team: 400_001,
  organisation: id("youth", "1"),
};
const line = id("line", "i");
const author = `${practice}, ${who}`;
const families = `generate_series(${first}, ${last}) i`;
const offer = (k: string) => id("bench offer", k);
const thread = id("bench thread", "i || '/' || k");

/** What the triggers would have made is made here in bulk, as in region/rows.store.ts; made again it changes nothing. */
const statements: readonly string[] = [
  "set session_replication_role = replica",
  `insert into signal (id, trajectory_id, noted_together, about_person, care_kind, factors, seen, observed_on, discussed_on, author_role, recorded_on, author_organisation_id, author_id)
   select ${id("signal", "i || '/' || k")}, ${line}, ${id("note", "i || '/' || k")}, ${id("mother", "i")}, 'social',
     array[(array['debt','network','limited-network','stress','housing','unemployment','relationship','low-literacy'])[1 + k % 8]],
     'Verzonnen waarneming voor de meting.', current_date - 2 * k, current_date - 2 * k, 'midwife', current_date - 2 * k, ${author}
   from ${families}, generate_series(5, ${fullHistory.signals}) k on conflict do nothing`,
  `delete from plan_agreement where wording like 'Gemeten: %'`,
  `insert into plan_goal (id, trajectory_id, wording, evaluate_on, state, author_organisation_id, author_id)
   select ${id("bench goal", "i || '/' || k")}, ${line}, 'Verzonnen doel ' || k, current_date + 5 * k, 'open', ${author} from ${families}, generate_series(1, 10) k on conflict do nothing`,
  `insert into plan_agreement (id, trajectory_id, goal_id, wording, responsible_kind, responsible_name, evaluate_on, state, author_organisation_id, author_id)
   select ${id("bench agreement", "i || '/' || k")}, ${line}, ${id("bench goal", "i || '/' || (1 + k % 10)")}, 'Verzonnen afspraak ' || k, 'network', 'Haar zus', current_date - 90 + 4 * k,
     case when k % 2 = 0 then 'open' else 'reached' end, ${author} from ${families}, generate_series(1, ${fullHistory.agreements}) k on conflict do nothing`,
  `insert into plan_version (id, trajectory_id, number, content, agreed_on, way, agreed_by, author_organisation_id, author_id)
   select ${id("bench version", "i || '/' || k")}, ${line}, k, '{"questions": [], "goals": [], "agreements": []}', current_date - 100 + 15 * k, 'spoken', array[${id("mother", "i")}], ${author}
   from ${families}, generate_series(1, 5) k on conflict do nothing`,
  `insert into support_offer (id, organisation_id, name) select ${offer("k")}, ${id("youth", "3")}, 'Verzonnen aanbod ' || k from generate_series(1, ${fullHistory.referrals}) k on conflict do nothing`,
  `insert into referral (id, trajectory_id, question, author_organisation_id, author_id)
   select ${id("bench referral", "i || '/' || k")}, ${line}, 'Kunt u helpen?', ${author} from ${families}, generate_series(1, ${fullHistory.referrals}) k on conflict do nothing`,
  `insert into referral_candidate (id, trajectory_id, referral_id, offer_id, asked_organisation_id, asked_by, state, requested_on, answer_by, answered_on, accepted_by, started_on, ended_on, author_organisation_id, author_id)
   select ${id("bench candidate", "i || '/' || k")}, ${line}, ${id("bench referral", "i || '/' || k")}, ${offer("k")}, ${id("youth", "3")}, ${job},
     (array['requested', 'started', 'completed', 'completed'])[1 + k % 4], current_date - 3 * k, current_date - 3 * k + 7, case when k % 4 > 0 then current_date - 3 * k + 2 end,
     case when k % 4 > 0 then ${job} end, case when k % 4 > 0 then current_date - 3 * k + 4 end, case when k % 4 > 1 then current_date end, ${author}
   from ${families}, generate_series(1, ${fullHistory.referrals}) k on conflict do nothing`,
  `insert into message_thread (id, trajectory_id, part, care_kind, topic, teams, messages, last_at, begun_on, author_organisation_id, author_id)
   select ${thread}, ${line}, 2, 'social', 'Verzonnen onderwerp ' || k, array[${nurse.team}, 300025], ${inThread}, now() - make_interval(days => 5 * k), current_date - 6 * k, ${author}
   from ${families}, generate_series(1, ${fullHistory.messages / inThread}) k on conflict do nothing`,
  `insert into message_participant (id, trajectory_id, thread_id, principal, team, membership_id, organisation_id, role, author_organisation_id, author_id)
   select ${id("bench participant", "i || '/' || k")}, ${line}, ${thread}, ${nurse.principal}, ${nurse.team}, ${nurse.membership}, ${nurse.organisation}, 'youth_nurse', ${author}
   from ${families}, generate_series(1, ${fullHistory.messages / inThread}) k on conflict do nothing`,
  `insert into message (id, trajectory_id, thread_id, number, part, words, author_organisation_id, author_id)
   select ${id("bench message", "i || '/' || k || '/' || n")}, ${line}, ${thread}, n, 2, 'Verzonnen bericht voor de meting, met een paar woorden meer dan nodig is.',
     case when n % 2 = 0 then ${practice} else ${nurse.organisation} end, case when n % 2 = 0 then ${who} else ${nurse.professional} end
   from ${families}, generate_series(1, ${fullHistory.messages / inThread}) k, generate_series(1, ${inThread}) n on conflict do nothing`,
  `insert into work_item (principal, trajectory_id, kind, subject_id, due_on, since, facts)
   select ${nurse.principal}, ${line}, 'message.unread', ${thread}, current_date + 3, current_date, '{"from": "Praktijk 1", "part": "signals"}'
   from ${families}, generate_series(1, 3) k on conflict do nothing`,
  `insert into line_holds (trajectory_id, table_name, part) select ${line}, p.name, trust.part(p.part) from ${families}
   join protected_table p on p.name in ('plan_goal', 'plan_agreement', 'plan_version', 'referral', 'referral_candidate', 'message_thread')
   where not exists (select from line_holds h where h.trajectory_id = ${line} and h.table_name = p.name)`,
  "set session_replication_role = origin",
  "analyze signal, plan_agreement, plan_goal, plan_version, referral, referral_candidate, message_thread, message_participant, message, message_receipt",
];

/** Gives some families of the filled region or country a full history, and says which lines they are. */
export async function fillFullFamilies(adminUrl: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query("set statement_timeout = 0");
    for (const statement of statements) await client.query(statement);
    const { rows } = await client.query<{ id: string }>(`select ${line} as id from ${families}`);
    return rows.map((row) => row.id);
  } finally {
    await client.end();
  }
}
