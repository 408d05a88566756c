import type { ConsentAsk, OwnPurpose, PortalLanguage, TalkKind } from "./portal.ts";
import { english } from "./portalEnglish.texts.ts";
import { dutch } from "./portalDutch.texts.ts";
import type { CandidateState } from "../pathway/support/referral/referral.ts";
import type { ShareablePart } from "../trust/consent/consent.ts";

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** Everything that someone of a family reads in her own pages: plain words (B1), one question a screen. The compiler keeps the languages whole. */
export interface PortalTexts {
  readonly otherLanguage: string;
  readonly tab: string;
  readonly danger: Named<"now" | "notSafe" | "free">;
  readonly day: (day: string) => string;
  readonly moment: (at: Date) => string;
  readonly nav: Named<"label" | "home" | "plan" | "help" | "people" | "consents" | "looked" | "messages" | "own" | "signOut">;
  readonly door: Named<
    | "begin"
    | "beginSub"
    | "code"
    | "codeHint"
    | "born"
    | "bornHint"
    | "next"
    | "notRight"
    | "wait"
    | "haveAccount"
    | "means"
    | "meansSub"
    | "passkeyTitle"
    | "passkeyText"
    | "passkey"
    | "mailTitle"
    | "mailText"
    | "mail"
    | "noAddress"
    | "signIn"
    | "signInSub"
    | "signInPasskey"
    | "email"
    | "emailHint"
    | "sendCode"
    | "codeTitle"
    | "codeSub"
    | "mailedCode"
    | "enter"
    | "again"
    | "firstTime"
    | "signedOut"
    | "ended"
    | "fillCode"
    | "fillBorn"
    | "fillEmail"
    | "demonstration"
  >;
  readonly home: Named<
    | "sub"
    | "subLoss"
    | "planDraft"
    | "planFinal"
    | "planEmpty"
    | "lookPlan"
    | "comes"
    | "noVisit"
    | "yesNo"
    | "helpAsked"
    | "contact"
    | "answers"
    | "consentAsked"
    | "lookAsked"
  > & {
    readonly hello: (name: string) => string;
    readonly noLead: string;
  };
  readonly visit: Named<"requested" | "accepted" | "home" | "elsewhere"> & {
    readonly planned: (who: string, day: string, at: string) => string;
  };
  readonly plan: Named<
    | "title"
    | "sub"
    | "questions"
    | "goals"
    | "agreements"
    | "none"
    | "you"
    | "partner"
    | "family"
    | "by"
    | "on"
    | "lookBack"
    | "reached"
    | "stopped"
    | "draft"
    | "agree"
    | "agreeText"
    | "agreed"
    | "notRight"
    | "notRightText"
    | "notRightLabel"
    | "notRightHint"
    | "notRightSent"
    | "print"
    | "ended"
    | "left"
    | "cantPrint"
  > & { readonly final: (number: number, day: string) => string };
  readonly help: Named<
    | "title"
    | "sub"
    | "none"
    | "askedBy"
    | "question"
    | "yes"
    | "saidYes"
    | "saidYesNow"
    | "no"
    | "noTitle"
    | "noText"
    | "noConfirm"
    | "saidNo"
    | "back"
    | "call"
    | "helper"
    | "gone"
  > & { readonly states: Named<CandidateState>; readonly expected: (day: string) => string };
  readonly people: Named<"title" | "sub" | "lead" | "leadText" | "team" | "none" | "since" | "noPhone">;
  readonly consents: Named<
    | "title"
    | "sub"
    | "none"
    | "withWhom"
    | "what"
    | "since"
    | "until"
    | "takeBack"
    | "takeBackTitle"
    | "means"
    | "confirm"
    | "back"
    | "taken"
    | "everyone"
    | "renew"
  > & {
    readonly purposes: Named<OwnPurpose>;
    readonly follows: Named<OwnPurpose>;
    readonly parts: Named<ShareablePart>;
  };
  /** Of the partner's own pages, and of what she shares with him. */
  readonly partner: Named<
    | "sub"
    | "plan"
    | "planSub"
    | "planEmpty"
    | "questions"
    | "goals"
    | "planShared"
    | "planNot"
    | "lookPlan"
    | "lookConsents"
    | "helpTitle"
    | "helpText"
    | "help"
    | "renew"
    | "askTitle"
    | "askText"
    | "quiet"
    | "yes"
    | "no"
    | "shared"
    | "unshared"
  > & { readonly consents: (count: number) => string; readonly sharedSince: (day: string) => string };
  readonly looked: Named<"title" | "sub" | "none" | "read" | "changed" | "emergency" | "question"> & {
    readonly parts: Readonly<Record<string, string>>;
    readonly other: string;
    readonly times: (count: number) => string;
  };
  readonly messages: Named<
    | "title"
    | "sub"
    | "none"
    | "write"
    | "unread"
    | "closed"
    | "you"
    | "readers"
    | "colleagues"
    | "notNow"
    | "wholeTeam"
    | "only"
    | "answer"
    | "send"
    | "sent"
    | "closedText"
    | "nobody"
    | "noReaders"
    | "newTitle"
    | "newSub"
    | "goesTo"
    | "what"
    | "words"
    | "hint"
    | "tooShort"
    | "choose"
    | "mails"
    | "mailsNot"
    | "loss"
    | "pages"
  > & {
    readonly kinds: Named<TalkKind>;
    readonly topics: Named<TalkKind>;
    readonly count: (messages: number) => string;
    readonly joined: (who: string, by: string) => string;
    readonly ended: (who: string) => string;
    readonly reopened: (who: string) => string;
  };
  readonly asks: Named<
    | "title"
    | "look"
    | "lead"
    | "whom"
    | "see"
    | "medical"
    | "always"
    | "earlier"
    | "mayNo"
    | "yes"
    | "less"
    | "no"
    | "lessTitle"
    | "lessText"
    | "lessSend"
    | "lessUntil"
    | "lessUntilHint"
    | "medicalToo"
    | "given"
    | "refused"
    | "gone"
    | "nothing"
    | "notADay"
    | "withParents"
    | "back"
  > & {
    readonly questions: Named<ConsentAsk["purpose"]>;
    readonly askedBy: (who: string, organisation: string, day: string) => string;
    readonly until: (day: string) => string;
    readonly noUntil: string;
  };
  readonly own: Named<"title" | "sub" | "passkeys" | "add" | "added" | "stopTitle" | "stopText" | "stop" | "stopped" | "code">;
  readonly wrong: Named<"changed" | "gone" | "goneText" | "busy" | "away" | "home">;
}

export const portalTexts: Readonly<Record<PortalLanguage, PortalTexts>> = { nl: dutch, en: english };
export const portalLanguages: Readonly<Record<PortalLanguage, string>> = { nl: "Nederlands", en: "English" };
