import type { StudyPurpose } from "../../../study/design/studyConsent.ts";
import { daysAgo } from "./daysAgo.ts";
import type { Scene } from "./storyline.ts";

/** What becomes of a list: by her link, in part, with help, on paper entered by one or two, not at all; or it is still open. */
type Fate =
  | "answered"
  | "with gaps"
  | "begun"
  | "declined"
  | "expired"
  | "open"
  | "with help"
  | "entered once"
  | "entered twice"
  | "read differently";

interface Part {
  /** In her own pages, or signed on paper. */
  readonly agreed: "digitally" | "on paper";
  readonly answersBy: "link" | "paper" | "help";
  /** Study 2 is asked at the intake. */
  readonly both?: boolean;
  /** Nobody recorded where it is safe to write to her. */
  readonly noAddress?: boolean;
  readonly beside?: readonly StudyPurpose[];
  readonly t0: Fate;
  readonly intake?: Fate;
  readonly tenDays?: Fate;
  readonly sixMonths?: Fate;
  /** Days ago on which she withdrew. */
  readonly withdrew?: number;
}

/** When she can be asked, and when the intake was: in days ago. */
export interface StudyDays {
  readonly asked: number;
  readonly intake: number | null;
}

const all = ["study_register_link", "study_quotes", "study_interview"] as const;
const byLink = { agreed: "digitally", answersBy: "link", both: true } as const;
const onPaper = { agreed: "on paper", answersBy: "paper", both: true } as const;

/** Who takes part, of the families that are there, by story and municipality. The insurer of each makes her arm [domain 5.1]. */
const parts: Readonly<Record<string, Part>> = {
  "placed GM0917": { ...byLink, beside: all, t0: "answered", intake: "answered" },
  "placed GM0928": { ...byLink, t0: "answered", intake: "expired" },
  "placed GM1883": { ...onPaper, beside: ["study_register_link"], t0: "entered twice", intake: "declined" },
  "placed GM0899": { ...byLink, beside: ["study_interview"], t0: "with gaps", intake: "open" },
  "bornWithPlace GM0917": { ...byLink, beside: all, t0: "answered", intake: "answered" },
  "bornWithPlace GM1883": { ...byLink, agreed: "on paper", beside: ["study_register_link"], t0: "answered", intake: "with gaps" },
  "goesOn GM0917": { ...byLink, beside: all, t0: "answered", intake: "answered", tenDays: "answered" },
  "goesOn GM1883": { ...byLink, beside: ["study_register_link"], t0: "answered", intake: "answered", tenDays: "expired" },
  "goesOnAsked GM0882": { agreed: "on paper", answersBy: "help", both: true, t0: "with help", intake: "with help", tenDays: "open" },
  "goesOnNot GM0917": { ...onPaper, beside: all, t0: "entered twice", intake: "entered twice", tenDays: "read differently" },
  "babyWithSupport GM0928": { ...byLink, beside: all, t0: "answered", intake: "answered", tenDays: "answered", sixMonths: "answered" },
  "lossLongAgo GM1883": { ...byLink, t0: "answered", intake: "answered" },
  "givenBackMoved GM0928": { ...byLink, beside: ["study_interview"], t0: "answered", intake: "declined" },
  "placeGiven GM0917": { ...byLink, both: false, t0: "answered" },
  "placeGiven GM0928": { ...byLink, both: false, t0: "declined" },
  "funderUnknown GM0917": { agreed: "on paper", answersBy: "link", t0: "answered" },
  "insurerUnknown GM0917": { agreed: "digitally", answersBy: "link", t0: "answered" },
  "otherInsurer GM0917": { agreed: "digitally", answersBy: "link", beside: all, t0: "answered" },
  "toConfirm GM0917": { agreed: "digitally", answersBy: "link", beside: all, t0: "answered" },
  "toConfirm GM0899": { agreed: "on paper", answersBy: "paper", beside: ["study_register_link"], t0: "entered once" },
  "toReport GM0928": { agreed: "digitally", answersBy: "link", t0: "answered", withdrew: 2 },
  "toReport GM0917": { noAddress: true, agreed: "on paper", answersBy: "link", beside: ["study_interview"], t0: "begun" },
  "lossNow GM0917": { agreed: "digitally", answersBy: "link", t0: "answered" },
};

const desk = ["Nelleke Cijfer", "Hedda Telling"] as const;

/** Her part in the studies, if she has one. What is asked at the birth follows by itself. */
export function takesPart(scene: Scene, { asked, intake }: StudyDays): void {
  const { cast, acts, at } = scene;
  const part = parts[`${cast.plan.story} ${cast.plan.municipality}`];
  if (!part) return;
  const agree = (ago: number, purposes: readonly StudyPurpose[]) =>
    at(ago, (on) => (part.agreed === "digitally" ? acts.agreeToStudy(purposes, on) : acts.signStudy(purposes, part.answersBy, on)));
  if (part.answersBy === "link" && !part.noAddress) at(asked, () => acts.nameSafeAddress());
  agree(asked, ["study_1", ...(part.beside ?? [])]);
  list(scene, asked, part.t0);
  if (intake !== null) {
    if (part.both) agree(intake, ["study_2"]);
    if (part.intake) list(scene, intake, part.intake);
  }
  const { withdrew } = part;
  if (withdrew !== undefined) at(withdrew, () => acts.withdrawFromStudy());
  const { bornOn } = cast.plan;
  if (bornOn === null) return;
  const born = daysAgo(cast.today, bornOn);
  if (part.tenDays) list(scene, born - firstTenDays, part.tenDays);
  if (part.sixMonths) list(scene, born - sixMonths, part.sixMonths);
}

/** After the birth, with some days to spare: things are told on some days of the week. */
const firstTenDays = 13;
const sixMonths = 188;

/** A list that opens so many days ago, and what becomes of it; of what is still to come nothing is told. */
function list({ acts, at }: Scene, opens: number, fate: Fate): void {
  if (opens < 0) return;
  const stays = fate === "open" || fate === "begun" || fate === "entered once" || fate === "read differently";
  const from = stays ? Math.min(opens, lately) : opens;
  at(from, () => acts.bringListsUpToDate());
  const then = (after: number, act: () => Promise<unknown>) => {
    if (from >= after) at(from - after, act);
  };
  const ways: Readonly<Record<Fate, () => void>> = {
    answered: () => then(1, () => acts.answerList()),
    "with gaps": () => then(1, () => acts.answerList(true)),
    begun: () => then(1, () => acts.beginList()),
    declined: () => then(1, () => acts.declineList()),
    expired: () => then(answerDays, () => acts.bringListsUpToDate()),
    open: () => undefined,
    "with help": () => then(1, () => acts.answerWithHelp()),
    "entered once": () => then(2, () => acts.enterForms(desk.slice(0, 1), true)),
    "entered twice": () => then(1, () => acts.enterForms(desk, true)),
    "read differently": () => then(2, () => acts.enterForms(desk, false)),
  };
  ways[fate]();
}

/** A list that is to be open today was opened not longer ago than this. */
const lately = 6;
/** A day after its last day. */
const answerDays = 19;
