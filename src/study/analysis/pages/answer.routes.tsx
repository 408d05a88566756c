import { z } from "zod";
import { NotFound } from "../../../platform/http/problems.ts";
import { action, file, page } from "../../../trust/access/route.ts";
import { analysisSentence } from "../analysis.texts.ts";
import { markOf, printAnswer } from "../documents/answerPaper.ts";
import { answerSections } from "../documents/answerSections.ts";
import { answerSheet } from "../documents/answerSheet.ts";
import { deskSections } from "../documents/deskSections.ts";
import { readAnswer, readAnswers, readScript, releaseAnswer, type Answer } from "../server/readAnswer.ts";
import { answerHref, answersAddress } from "./address.ts";
import { AnswerPage } from "./AnswerPage.tsx";
import { AnswersPage } from "./AnswersPage.tsx";

const answerAddress = "/onderzoek/antwoord/:result";
const isId = (id: string): boolean => z.uuid().safeParse(id).success;
const sectionsOf = ({ released, study, full }: Answer) => [...answerSections(released, study), ...(full ? deskSections(full.content) : [])];
const invented =
  "Dit zijn verzonnen gegevens, om te laten zien hoe een antwoord eruitziet. Er doet niemand aan mee, en er volgt niets uit.";

/** The answers: the research desk sees all of it, everybody else what was released. */
export const studyAnswerRoutes = [
  page(answersAddress, {
    may: "signed-in",
    trail: "analysis.answers-read",
    load: async (actor) => ({ answers: await readAnswers(actor) }),
    show: (data) => <AnswersPage {...data} />,
  }),
  page(answerAddress, {
    may: "signed-in",
    trail: "analysis.answer-read",
    load: async (actor, { result }) => {
      const answer = isId(result) ? await readAnswer(actor, result, "analysis.answer-read") : null;
      return answer && { answer };
    },
    show: (data) => <AnswerPage {...data} />,
  }),
  file(`${answerAddress}/antwoord.pdf`, {
    may: "signed-in",
    trail: "analysis.report-made",
    load: async (actor, { result }) => {
      const answer = isId(result) ? await readAnswer(actor, result, "analysis.report-made") : null;
      if (!answer) return null;
      const { study, released, today, full } = answer;
      const title = `Antwoord ${study.name}`;
      const mark = markOf(`${actor.name}, ${actor.organisation}`, today, full !== null);
      const paper = {
        title,
        question: released.plan.question,
        warning: released.dataset.invented ? invented : null,
        sections: sectionsOf(answer),
        mark,
      };
      return { name: `antwoord-${study.code}.pdf`, type: "application/pdf", body: await printAnswer(paper, actor.organisation, today) };
    },
  }),
  file(`${answerAddress}/cijfers.csv`, {
    may: "signed-in",
    trail: "analysis.report-made",
    load: async (actor, { result }) => {
      const answer = isId(result) ? await readAnswer(actor, result, "analysis.report-made") : null;
      if (!answer) return null;
      const title = `${answer.study.name}${answer.released.dataset.invented ? `. ${invented}` : ""}`;
      return { name: `cijfers-${answer.study.code}.csv`, type: "text/csv; charset=utf-8", body: answerSheet(title, sectionsOf(answer)) };
    },
  }),
  file(`${answerAddress}/script.R`, {
    may: "role:research_desk",
    trail: "analysis.script-taken",
    load: async (actor, { result }) => {
      const script = isId(result) ? await readScript(actor, result) : null;
      return script === null ? null : { name: "answer.R", type: "text/plain; charset=utf-8", body: script };
    },
  }),
  action(`${answerAddress}/vrijgeven`, {
    may: "role:research_desk",
    trail: "analysis.answer-released",
    body: z.object({}),
    run: async (actor, { result }) => {
      const outcome = isId(result) ? await releaseAnswer(actor, result) : ({ code: "not-visible" } as const);
      if (outcome.code === "not-visible") throw new NotFound();
      return outcome;
    },
    done: (_outcome, { result }) => ({ to: answerHref(result), notice: { text: "Het antwoord is vrijgegeven." } }),
    refused: (refusal, { result }) => ({ to: answerHref(result), notice: { tone: "late", text: analysisSentence(refusal) } }),
  }),
];
