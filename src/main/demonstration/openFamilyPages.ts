import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import { addDays } from "../../kit/day.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { withNobody } from "../../platform/db/withNobody.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { beginThread } from "../../pathway/messages/server/beginThread.ts";
import { sendMessage } from "../../pathway/messages/server/writeMessage.ts";
import { invitationDays, type PageOwner } from "../../portal/portal.ts";
import { sharePlan } from "../../portal/server/decide.ts";
import { beginWithPasskey } from "../../portal/server/familyDoor.store.ts";
import { insertInvitation } from "../../portal/server/invite.store.ts";
import { answerThread, beginOwnThread, readOwnThread } from "../../portal/server/ownMessages.ts";
import { atFamilyDoor, findRelative } from "../../portal/server/withFamily.store.ts";
import { addContact } from "../../registry/server/changeFamily.ts";
import type { ShareablePart } from "../../trust/consent/consent.ts";
import { askFamily } from "../../trust/consent/server/askMother.ts";
import { recordAnswer } from "../../trust/consent/server/recordAnswer.ts";
import { endSession, findActor, listJobs, startSession } from "../../trust/signIn/server/session.store.ts";
import { did } from "./acts/cast.ts";
import { chanceOf } from "./chance.ts";
import { planFamilies } from "./families.ts";
import { demonstrationSeed } from "./fillDemonstration.ts";
import { inventFamily } from "./invented.ts";
import { storylines } from "./stories.ts";

/** Whose plan changed yesterday: she has something to agree to. */
const story = "ledLandgraaf";
const midwifeEvents = [
  "family.searched",
  "consent.recorded",
  "consent.asked",
  "contact.added",
  "portal.invited",
  "message.begun",
  "message.sent",
] as const;
const from = { source: "demonstration", requestId: "demonstration" };

/** One mother has pages of her own, and so has her partner, with whom she shares her plan: asked, invited and begun as in life; her passkey is invented, the demonstration's door lets her in. */
export async function openFamilyPages(today: string): Promise<void> {
  const plan = planFamilies(storylines, chanceOf(demonstrationSeed), today).find((one) => one.story === story);
  if (!plan) throw new Error(`There is no story ${story}.`);
  const { mother } = inventFamily(chanceOf(plan.person), plan.municipality);
  const midwife = await signedIn(plan.midwife);
  const line = await findLineOf(midwife, mother.familyName, mother.birthDate ?? "");
  await allowDigitalContact(midwife, line.trajectoryId, line.motherId, today);
  const contact = { channel: "email", value: "moeder@example.org", safe: true, safeMoments: null, fromFile: false } as const;
  await did("record a safe address", addContact(midwife, line.trajectoryId, contact));
  const token = await begin(midwife, { ...line, owner: "mother", born: mother.birthDate ?? "", email: null }, today);
  await writeTogether(midwife, line, token);
  await askFor(midwife, line.trajectoryId, line.motherId, ["identity", "plan", "referrals"]);
  if (line.partnerId !== null && line.partnerBorn !== null) {
    await allowDigitalContact(midwife, line.trajectoryId, line.partnerId, today);
    await begin(midwife, { ...line, owner: "partner", born: line.partnerBorn, email: "partner@example.org" }, today);
    await askFor(midwife, line.trajectoryId, line.partnerId, ["identity"]);
    const me = await findRelative(token, from);
    if (me) await did("share the plan", sharePlan({ ...me, events: ["portal.plan-shared"] }, true));
  }
  await endSession(midwife.token, from);
}

async function allowDigitalContact(midwife: Actor, trajectoryId: string, about: string, today: string): Promise<void> {
  const answer = {
    given: true,
    recipients: [],
    parts: [],
    reason: null,
    medicalToo: false,
    withoutParentsReason: null,
    until: null,
  } as const;
  const how = { purpose: "digital_contact", givenBy: "self", givenOn: today, way: "spoken" } as const;
  await did("allow digital contact", recordAnswer(midwife, { trajectoryId, about, ...how, ...answer }));
}

interface Beginner {
  readonly trajectoryId: string;
  readonly owner: PageOwner;
  readonly born: string;
  readonly email: string | null;
}

/** Invited by the midwife, and begun with a passkey: the token of the session. */
async function begin(midwife: Actor, { trajectoryId, owner, born, email }: Beginner, today: string): Promise<string> {
  const digest = randomBytes(32);
  await withActor(midwife, "portal.invited", async ({ db, about }) => {
    about({ trajectories: [trajectoryId], part: "identity" });
    return insertInvitation(db, { trajectoryId, owner, email, digest, until: addDays(today, invitationDays) });
  });
  const passkey = { credentialId: randomBytes(32).toString("base64url"), publicKey: "AA==", counter: 0, transports: [], label: "" };
  const token = randomBytes(32).toString("base64url");
  const begun = await atFamilyDoor("portal.begun", from, (db) =>
    beginWithPasskey(db, { digest, born }, passkey, createHash("sha256").update(token).digest()),
  );
  if (!begun) throw new Error(`The demonstration could not open the own pages of a ${owner}.`);
  return token;
}

/** What is written with her and asked of her: one conversation to and fro, a question of her own, and a yes or no that waits for her. */
async function writeTogether(midwife: Actor, { trajectoryId }: { trajectoryId: string }, token: string): Promise<void> {
  const found = await findRelative(token, from);
  if (!found) throw new Error("The mother of the demonstration is not signed in.");
  const me = { ...found, events: ["portal.message-read", "portal.message-sent", "portal.message-begun"] };
  const thread = { part: "identity", subject: null, careKind: "social", aboutPartner: false, withFamily: true, to: [] } as const;
  const words = {
    topic: "Uw afspraak van volgende week",
    words: "Dag, ik hoorde dat dinsdag voor u lastig is.\n\nZal ik donderdag om 10.00 uur komen? Uw zus is ook welkom.",
  };
  const begun = await beginThread(midwife, { trajectoryId, ...thread, ...words });
  if (begun.code !== "done") throw new Error(`The demonstration could not write to the mother: ${begun.code}`);
  await readOwnThread(me, begun.threadId, null);
  await did("answer the midwife", answerThread(me, begun.threadId, "Donderdag is goed. Mijn zus neemt de kleine mee."));
  const answer = { trajectoryId, threadId: begun.threadId, corrects: null, words: "Fijn, dan zie ik u donderdag." };
  await did("answer the mother", sendMessage(midwife, answer));
  await did("ask something", beginOwnThread(me, "question", "Mag ik bij de babymassage ook iemand meenemen?"));
}

/** A question that waits for a yes or no, of the mother or of her partner about himself: may the youth health service know this? */
async function askFor(midwife: Actor, trajectoryId: string, about: string, parts: readonly ShareablePart[]): Promise<void> {
  const organisations = await withActor(midwife, "family.searched", async ({ db, about: of }) => {
    of({ trajectories: [trajectoryId], part: "identity" });
    const { rows } = await sql<{ id: string }>`
      select id from organisation where kind = 'youth_health' and active order by name limit 1`.execute(db);
    return rows.map(({ id }) => id);
  });
  const asked = { trajectoryId, about, purpose: "sharing", roles: [], medicalToo: false, until: null } as const;
  await did("ask for consent", askFamily(midwife, { ...asked, organisations, parts }));
}

async function signedIn(name: string): Promise<Actor> {
  const token = await withNobody("session.started", from, async (db) => {
    const job = (await listJobs(db)).find((one) => one.name === name);
    if (!job) throw new Error(`Nobody is called ${name}.`);
    return startSession(db, job);
  });
  const actor = await findActor(token, from);
  if (!actor) throw new Error(`${name} is not signed in.`);
  return { ...actor, events: [...midwifeEvents] };
}

interface FoundLine {
  readonly trajectoryId: string;
  readonly motherId: string;
  readonly partnerId: string | null;
  readonly partnerBorn: string | null;
}
const findLineOf = (midwife: Actor, familyName: string, birthDate: string): Promise<FoundLine> =>
  withActor(midwife, "family.searched", async ({ db, about }) => {
    const { rows } = await sql<FoundLine>`
      select t.id as "trajectoryId", m.id as "motherId", p.id as "partnerId", p.birth_date as "partnerBorn" from family_member m join trajectory t on t.family_id = m.family_id
        left join family_member p on p.family_id = m.family_id and p.kind = 'partner'
      where m.family_name = ${familyName} and m.birth_date = ${birthDate} and m.kind = 'mother'`.execute(db);
    const [line] = rows;
    if (!line) throw new Error("The mother of the demonstration is not there.");
    about({ trajectories: [line.trajectoryId], part: "identity" });
    return line;
  });
