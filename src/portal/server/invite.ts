import { randomBytes } from "node:crypto";
import { addDays, type Day } from "../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../kit/refusal.ts";
import type { Actor } from "../../platform/db/actor.ts";
import { withActor } from "../../platform/db/withActor.ts";
import { PdfError } from "../../platform/pdf/pdfError.ts";
import { findFamilyOfLine } from "../../registry/server/door.ts";
import { familyHeading } from "../../registry/personName.ts";
import { yearsOn } from "../../registry/yearsOn.ts";
import { isRole } from "../../trust/access/route.ts";
import { mayRole } from "../../trust/access/rules/policy.ts";
import { amInvolved } from "../../trust/access/server/door.ts";
import { findAnswer, listMotherAsks, type MotherAsk } from "../../trust/consent/server/door.ts";
import { signInSettings } from "../../trust/signIn/server/door.ts";
import type { Thread } from "../../pathway/messages/messages.ts";
import { findFamilyReader, listThreads } from "../../pathway/messages/server/door.ts";
import { closeWork, findLine } from "../../pathway/trajectory/server/door.ts";
import type { Line } from "../../pathway/trajectory/line.ts";
import { invitationLetterText } from "../letters/invitationLetterText.ts";
import { printInvitationLetter } from "../letters/printInvitationLetter.ts";
import { invitationDays, type PageOwner } from "../portal.ts";
import { codeFrom } from "../rules/invitationCode.ts";
import { decideInvite, decideInvitePartner, type InviteRefusal, type PartnerHindrance } from "../rules/decideInvite.ts";
import {
  findFamilyPages,
  insertInvitation,
  listFamilyYes,
  stopFamilyPages,
  withdrawInvitation,
  type FamilyPages,
  type FamilyYes,
} from "./invite.store.ts";
import { invitationDigest } from "./signIn.ts";

const listed = 100;

/** What a professional sees of the mother's own pages. */
export interface PagesData {
  readonly line: Line;
  readonly family: string;
  readonly today: Day;
  /** Null for who may not change the family: she invites nobody. */
  readonly pages: FamilyPages | null;
  /** What stands in the way of an invitation; null: nothing. */
  readonly hindrance: InviteRefusal | null;
  /** How old the mother is; null when nobody knows. */
  readonly age: number | null;
  readonly safeEmail: boolean;
  /** The partner's, for who may arrange them; null: there is none, or he is not the asker's to know. */
  readonly partner: { readonly pages: FamilyPages; readonly hindrance: PartnerHindrance | null } | null;
  /** What she chose there: her yes to help, and what she said to a question for consent. */
  readonly yes: readonly FamilyYes[];
  readonly asks: readonly MotherAsk[];
  /** Conversations with her that the asker reads. */
  readonly threads: readonly Thread[];
  /** A message to her can be begun now. */
  readonly mayWrite: boolean;
}

export const readPages = (actor: Actor, trajectoryId: string): Promise<PagesData | null> =>
  withActor(actor, "portal.access-read", async ({ db, today, about }) => {
    const line = await findLine(db, trajectoryId);
    const family = line && (await findFamilyOfLine(db, trajectoryId));
    if (!line || !family || !isRole(actor.role)) return null;
    about({ trajectories: [trajectoryId], part: "identity" });
    const mayInvite = mayRole(actor.role, "identity", "write") && (await amInvolved(db, trajectoryId));
    const mother = family.members.find(({ id }) => id === line.motherId);
    const safe = family.contacts.filter((one) => one.safe === true);
    const age = mother?.birthDate ? yearsOn(mother.birthDate, today) : null;
    const consent = mayInvite ? await findAnswer(db, trajectoryId, "digital_contact") : null;
    return {
      line,
      family: familyHeading(family.members),
      today,
      pages: mayInvite ? await findFamilyPages(db, trajectoryId, "mother") : null,
      hindrance: decideInvite({
        isOpen: line.state === "open",
        age,
        digitalContact: consent?.inForce ?? false,
        safeChannels: safe.map(({ channel }) => channel),
      }),
      age,
      safeEmail: safe.some(({ channel }) => channel === "email"),
      partner: mayInvite ? partnerOf(await findFamilyPages(db, trajectoryId, "partner"), line.state === "open", today) : null,
      yes: mayRole(actor.role, "referrals", "read") ? await listFamilyYes(db, trajectoryId) : [],
      asks: await listMotherAsks(db, trajectoryId),
      threads: (await listThreads(db, trajectoryId, listed)).filter(({ withFamily }) => withFamily),
      mayWrite: line.state === "open" && (await findFamilyReader(db, trajectoryId))?.reads === true,
    };
  });

function partnerOf(pages: FamilyPages | null, isOpen: boolean, today: Day): PagesData["partner"] {
  if (!pages) return null;
  const age = pages.birthDate === null ? null : yearsOn(pages.birthDate, today);
  return { pages, hindrance: decideInvitePartner({ isOpen, age, digitalContact: pages.allowed }) };
}

/** Whom a code is made for; the partner may have an address of his own. */
export interface Invite {
  readonly owner: PageOwner;
  readonly email: string | null;
}
const mother: Invite = { owner: "mother", email: null };

export interface Invited {
  readonly code: string;
  readonly until: Day;
  readonly letter: Uint8Array | null;
}

/** Makes a code, once readable: it is shown and printed now, and kept as its digest alone. */
export async function invite(
  actor: Actor,
  trajectoryId: string,
  { owner, email }: Invite = mother,
): Promise<Done<{ readonly invited: Invited }> | Refusal<InviteRefusal | "not-visible">> {
  const code = codeFrom(randomBytes(10));
  const outcome = await withActor(actor, "portal.invited", async ({ db, today, about }) => {
    const line = await findLine(db, trajectoryId);
    const family = line && (await findFamilyOfLine(db, trajectoryId));
    if (!line || !family) return refuse("not-visible");
    about({ trajectories: [trajectoryId], part: "identity" });
    const until = addDays(today, invitationDays);
    const made = await insertInvitation(db, { trajectoryId, owner, email, digest: invitationDigest(code), until });
    if (made !== "done") return refuse(made);
    return done({ until, today, language: family.language === "en" ? ("en" as const) : ("nl" as const) });
  });
  if (outcome.code !== "done") return outcome;
  const { until, today, language } = outcome;
  const text = invitationLetterText({
    language,
    owner,
    date: today,
    code,
    until,
    address: new URL("/mijn/beginnen", signInSettings().publicUrl).href,
    from: { name: actor.name, organisation: actor.organisation },
  });
  const letter = "code" in text ? null : await printed(text);
  return done({ invited: { code, until, letter } });
}

async function printed(text: Parameters<typeof printInvitationLetter>[0]): Promise<Uint8Array | null> {
  try {
    return await printInvitationLetter(text);
  } catch (cause) {
    if (cause instanceof PdfError && cause.code === "script-not-in-fonts") return null;
    throw cause;
  }
}

export const takeInvitationBack = (actor: Actor, trajectoryId: string, owner: PageOwner): Promise<Done | Refusal<"nothing-to-do">> =>
  withActor(actor, "portal.invitation-withdrawn", async ({ db, about }) => {
    if (!(await findLine(db, trajectoryId))) return refuse("nothing-to-do");
    about({ trajectories: [trajectoryId], part: "identity" });
    return (await withdrawInvitation(db, trajectoryId, owner)) ? done({}) : refuse("nothing-to-do");
  });

/** Her pages, or his, stop at once, on every device. */
export const stopPagesOf = (actor: Actor, trajectoryId: string, owner: PageOwner): Promise<Done | Refusal<"nothing-to-do">> =>
  withActor(actor, "portal.stopped", async ({ db, about }) => {
    if (!(await findLine(db, trajectoryId))) return refuse("nothing-to-do");
    about({ trajectories: [trajectoryId], part: "identity" });
    return (await stopFamilyPages(db, trajectoryId, owner)) ? done({}) : refuse("nothing-to-do");
  });

/** Kinds that only tell: whoever read it takes it off her own list. */
const toldKinds = ["portal.plan-agreed", "portal.referral-agreed", "portal.consent-withdrawn", "consent.answered"] as const;

export const seenPages = (actor: Actor, trajectoryId: string): Promise<Done> =>
  withActor(actor, "portal.seen", async ({ db, about }) => {
    about({ trajectories: [trajectoryId], part: "plan" });
    await closeWork(db, { trajectoryId, kind: toldKinds, subjectId: null, why: "seen" });
    return done({});
  });
