/** The words of messages on a family: what other concepts may import. FHIR Communication. Source: [003 "beveiligde e-mails"; issue 3]. */

/** What a conversation can be about: a part of the line. Who may not read the part does not read the conversation. */
export const threadParts = ["identity", "signals", "assessment", "exploration", "plan", "referrals", "maternity_care"] as const;
export type ThreadPart = (typeof threadParts)[number];

/**
 * Parts on which the mother can take part: what she reads of herself in her own pages, and never what is kept from them, the category, what was
 * noticed in confidence, the programme, a study or the Meldcode [domain 6.3].
 */
export const familyParts = ["identity", "exploration", "plan", "referrals", "maternity_care"] as const satisfies readonly ThreadPart[];
export const mayTalkWithFamily = (part: ThreadPart): boolean => familyParts.some((one) => one === part);

/** Where it began, if not with the family as a whole. */
export const subjectKinds = ["signal", "referral", "plan"] as const;
export interface ThreadSubject {
  readonly kind: (typeof subjectKinds)[number];
  readonly id: string;
}

export const careKinds = ["social", "medical"] as const;
export type CareKind = (typeof careKinds)[number];
export type ThreadState = "open" | "closed";

/** A conversation as it stands in a list. */
export interface Thread {
  readonly id: string;
  readonly trajectoryId: string;
  readonly part: ThreadPart;
  readonly subject: ThreadSubject | null;
  readonly careKind: CareKind;
  readonly aboutPartner: boolean;
  /** The mother reads and writes along, from the first message on. */
  readonly withFamily: boolean;
  readonly topic: string;
  readonly state: ThreadState;
  readonly messages: number;
  readonly begunOn: string;
  /** Organisation of who began it; null: the mother. */
  readonly begunBy: string | null;
  readonly lastAt: string;
  /** Something in it waits for the asker or her team. */
  readonly unread: boolean;
  readonly version: number;
}

/** One message, or what was done with the conversation. */
export interface Message {
  readonly id: string;
  readonly number: number;
  readonly kind: "words" | "added" | "closed" | "reopened";
  readonly words: string | null;
  /** Place of the message that this one puts right, and of the one that puts this right. */
  readonly corrects: number | null;
  readonly correctedBy: number | null;
  readonly author: string;
  readonly authorId: string | null;
  /** The mother wrote it. */
  readonly fromFamily: boolean;
  readonly organisation: string;
  /** Who was added. */
  readonly about: string | null;
  readonly at: string;
  /** Who read it and when first; only of the asker's own messages. */
  readonly readBy: readonly { readonly name: string; readonly at: string }[];
}

/** Someone who takes part, or a whole team. */
export interface Participant {
  readonly id: string;
  readonly membershipId: string | null;
  readonly organisationId: string;
  readonly organisation: string;
  readonly role: string;
  readonly name: string | null;
  readonly since: string;
  /** May read it today. */
  readonly reads: boolean;
  /** Still has this job. */
  readonly works: boolean;
}

/** Whether the mother can take part. */
export interface FamilyReader {
  /** She has pages of her own now. */
  readonly reads: boolean;
  /** She gets a mail without content when there is something new. */
  readonly mailed: boolean;
  readonly afterLoss: boolean;
}

/** Someone who can be addressed. */
export interface Addressee {
  readonly principal: number;
  readonly organisationId: string;
  readonly organisation: string;
  readonly role: string;
  /** Empty for a whole team. */
  readonly name: string | null;
  /** May read what is medical, and what is about the partner. */
  readonly medical: boolean;
  readonly partner: boolean;
  readonly leads: boolean;
  /** Wrote something down for this family before. */
  readonly near: boolean;
  /** The asker herself: what she may not read she does not write about. */
  readonly me: boolean;
}

/** What can be done with a conversation. */
export type ThreadMove = "send" | "add" | "close" | "reopen";

export type MessageRefusal =
  | "messages-not-found"
  | "messages-no-ground"
  | "messages-nobody"
  | "messages-may-not-read"
  | "messages-not-discussed"
  | "messages-not-with-family"
  | "messages-family-away"
  | "messages-closed"
  | "messages-line-ended"
  | "messages-changed-meanwhile"
  | "messages-already-in";
