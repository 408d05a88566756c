import { createHash, randomBytes } from "node:crypto";
import type { AnswerPage, GivenAnswer, Question } from "../../../study/answers/answers.ts";
import { endFillIn, keepPage, readFillIn, type Filler } from "../../../study/answers/server/fillIn.ts";
import { enterPaper, printPaper, questionsOf, readForm } from "../../../study/paper/server/papers.ts";
import { fixArms } from "../../../study/participation/server/fixArms.ts";
import { listsTask } from "../../../study/waves/server/listsTask.ts";
import { chanceOf } from "../chance.ts";
import { did, type Cast } from "./cast.ts";

const publicUrl = "http://localhost";
const origin = { source: "demonstration", requestId: "demonstration" };

/** How she answers by nature: from 0 (hard times) to 100 (all well), and how much that varies from question to question. */
const mood = { low: 25, high: 90, spread: 18 };
/** The questions in which "much" is not "well". */
const turned = /^(stress-1|brs-[246]|mastery-[1-5])$/;
const leftOpen = 12; // in a hundred
const pagesBegun = 2;

/** Which option somebody of this nature chooses. */
function chooser({ plan }: Cast) {
  const chance = chanceOf(plan.person);
  const level = chance.between(mood.low, mood.high);
  const chosen = ({ item, options }: Question): Question["options"][number] | undefined => {
    const well = Math.min(100, Math.max(0, level + chance.between(-mood.spread, mood.spread)));
    const at = Math.round(((turned.test(item) ? 100 - well : well) / 100) * (options.length - 1));
    return options.toSorted((one, other) => one.value - other.value)[at];
  };
  const give = ({ instrument, version, questions }: AnswerPage, gaps: boolean): readonly GivenAnswer[] =>
    questions.map((question) => {
      const about = { item: question.item, instrument, version };
      if (gaps && chance.inHundred(leftOpen)) return { ...about, value: null, missing: "skipped" };
      return { ...about, value: chosen(question)?.value ?? null, missing: null };
    });
  return { chosen, give };
}

/** The list that is open for her, and a link to it: one is made, since nobody reads the mail that brings hers. */
function finder({ region, family }: Cast) {
  const openList = async (): Promise<{ id: string; code: string } | undefined> => {
    const rows = await region.asOwner<{ id: string; code: string }>(
      `select a.id, a.form_code as code from study_ask a join study_key k on k.participant_id = a.participant_id
       where k.trajectory_id = $1 and a.state = 'open' order by a.opens_on limit 1`,
      [family.trajectoryId],
    );
    return rows[0];
  };
  const byLink = async (): Promise<Filler | null> => {
    const list = await openList();
    if (!list) return null;
    const token = randomBytes(32).toString("base64url");
    const hash = createHash("sha256").update(token).digest();
    await region.asOwner("insert into study_link (ask_id, token_hash, expires_at) values ($1, $2, now() + interval '1 hour')", [
      list.id,
      hash,
    ]);
    return { token, origin };
  };
  return { openList, byLink };
}

/** What becomes of the lists of one family. Where none is open there is nothing to answer: on some days of the week it opens a day later. */
export function listActs(cast: Cast) {
  const { chosen, give } = chooser(cast);
  const { openList, byLink } = finder(cast);
  const fill = async (filler: Filler | null, { gaps = false, begun = false } = {}): Promise<void> => {
    const found = filler && (await readFillIn(filler));
    const pages = (found?.pages ?? []).slice(0, begun ? pagesBegun : undefined);
    const last = pages.at(-1);
    if (!found || !last) return;
    const answers = pages.flatMap((page) => give(page, gaps));
    await keepPage(filler, last, answers, found.list.shownAt);
    if (begun) return;
    await endFillIn(filler, "answered");
    await fixArms();
  };
  return {
    bringListsUpToDate: () => bringListsUpToDate(cast),
    answerList: async (gaps = false) => fill(await byLink(), { gaps }),
    beginList: async () => fill(await byLink(), { begun: true }),
    declineList: async () => {
      const filler = await byLink();
      if (filler) await endFillIn(filler, "declined");
      await fixArms();
    },
    answerWithHelp: () => fill({ actor: cast.midwife, trajectoryId: cast.family.trajectoryId }),
    /** The form is printed, comes back, and is entered by each of these; all read it alike, or the second can't read two answers. */
    enterForms: async ([first = "", ...others]: readonly string[], alike: boolean) => {
      const list = await openList();
      if (!list) return;
      const by = (name: string) => cast.region.actor(name);
      await did("print a form", printPaper(by(first), list.id));
      const read = await readForm(by(first), list.code);
      const questions = read ? questionsOf(read.form, read.pages) : [];
      const typed = Object.fromEntries(questions.map((question) => [question.item, chosen(question)?.code ?? "leeg"]));
      await did("enter a form", enterPaper(by(first), list.code, typed));
      const unread = Object.fromEntries(alike ? [] : questions.slice(2, 4).map(({ item }) => [item, "onleesbaar"]));
      for (const other of others) await did("enter a form again", enterPaper(by(other), list.code, { ...typed, ...unread }));
      await fixArms();
    },
  };
}

/** What the job does each hour, for her alone: lists are planned, opened and ended. */
async function bringListsUpToDate({ region, family }: Cast): Promise<void> {
  const [one] = await region.asOwner<{ id: string }>("select participant_id as id from study_key where trajectory_id = $1", [
    family.trajectoryId,
  ]);
  if (one) await listsTask(publicUrl).run({ participant: one.id });
}
