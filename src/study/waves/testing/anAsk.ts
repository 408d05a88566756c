import { createHash, randomBytes } from "node:crypto";
import type { Region } from "../../../registry/testing/aRegion.ts";
import type { Instrument } from "../../instruments/instrument.ts";
import { suppliedInstruments } from "../../instruments/suppliedInstruments.ts";
import type { AskState, AskWay } from "../ask.ts";

interface Wanted {
  /** A participant that is there; a new one when left out. */
  readonly participantId?: string;
  readonly waves?: readonly string[];
  readonly state?: AskState;
  readonly way?: AskWay;
  /** Forms of instruments, in the language in which they come with Wieg. */
  readonly forms?: readonly string[];
  readonly opensOn?: string;
  readonly expiresOn?: string;
  /** By item; items left out stay without a row. */
  readonly answers?: Readonly<Record<string, number>>;
}

export interface MadeAsk {
  readonly id: string;
  readonly participantId: string;
  /** Secret of a personal link that works while the list is open. */
  readonly token: string;
}

/** One list of one participant, put into the database as it is: open today, for fourteen days, unless said otherwise. */
export async function anAsk(region: Region, wanted: Wanted = {}): Promise<MadeAsk> {
  const {
    waves = ["study_1:T0"],
    state = "open",
    way = "link",
    forms = ["brs-6"],
    opensOn = null,
    expiresOn = null,
    answers = {},
  } = wanted;
  const participantId = wanted.participantId ?? (await aPseudonym(region));
  const instruments = forms.map(instrumentOf);
  const opened = state !== "planned" && state !== "stopped";
  const [ask] = await region.asOwner<{ id: string }>(
    `insert into study_ask (participant_id, waves, instruments, opens_on, expires_on, state, way, told, opened_at, answered_on, stopped_because)
     select $1, $2, $3, d.opens, coalesce($5::date, d.opens + 14), $6, $7, $8, case when $9 then now() end, case when $6 = 'answered' then d.opens end, case when $6 = 'stopped' then 'withdrawn' end
     from (select coalesce($4::date, app.today()) as opens) d returning id`,
    [
      participantId,
      waves,
      JSON.stringify(instruments.map(fix)),
      opensOn,
      expiresOn,
      state,
      way,
      opened ? (way === "link" ? "mail" : way) : null,
      opened,
    ],
  );
  const id = ask?.id ?? "";
  const token = randomBytes(32).toString("base64url");
  await region.asOwner("insert into study_link (ask_id, token_hash, expires_at) values ($1, $2, now() + interval '14 days')", [
    id,
    createHash("sha256").update(token).digest(),
  ]);
  for (const instrument of instruments)
    for (const { linkId } of instrument.questionnaire.item)
      if (answers[linkId] !== undefined)
        await region.asOwner(
          "insert into study_answer (ask_id, item, entry, instrument, instrument_version, value, way) values ($1, $2, 0, $3, $4, $5, $6)",
          [
            id,
            linkId,
            `${instrument.scale.form}.${instrument.questionnaire.language}`,
            instrument.scale.version,
            answers[linkId],
            way === "paper" ? "help" : way,
          ],
        );
  return { id, participantId, token };
}

/** A participant without a family behind her: enough for what is about pseudonyms alone. */
export async function aPseudonym(region: Region, studies: readonly string[] = ["study_1"]): Promise<string> {
  const signs = "ABCDEFGHJKLMNPRSTUVWXYZ23456789";
  const code = `W-${[...randomBytes(6)].map((byte) => signs[byte % signs.length]).join("")}`;
  const [made] = await region.asOwner<{ id: string }>(
    "insert into study_participant (code, site_id, language, answers_by, state) values ($1, $2, 'nl', 'link', 'active') returning id",
    [code, region.organisationId("practice")],
  );
  for (const study of studies)
    await region.asOwner(
      "insert into study_participation (participant_id, study, consent_on, consent_version, consent_way) values ($1, $2, app.today() - 1, '1', 'digital')",
      [made?.id, study],
    );
  return made?.id ?? "";
}

function instrumentOf(form: string): Instrument {
  const found = suppliedInstruments.find(({ scale }) => scale.form === form);
  if (!found) throw new Error(`No instrument ${form}`);
  return found;
}

const fix = ({ scale, questionnaire, validated }: Instrument) => ({
  form: scale.form,
  language: questionnaire.language,
  version: scale.version,
  validated,
  items: questionnaire.item.map(({ linkId }) => linkId),
});
