import { z } from "zod";
import { refuse, type Refusal } from "../../../kit/refusal.ts";
import type { Next } from "../../../platform/http/route.ts";
import { action, file, form, page } from "../../../trust/access/route.ts";
import { sayFinding } from "../caseload.texts.ts";
import { answerAll, answerLine } from "../server/answerLines.ts";
import { decideAllChanged, decideMatch } from "../server/decideMatches.ts";
import { removeOffered } from "../server/offerCaseload.ts";
import { readLine, readLinePage, readUpload, readUploads } from "../server/readUpload.ts";
import { takeOver } from "../server/takeOffered.ts";
import { writeRefused } from "../server/writeRefused.ts";
import { type Answer, type Answers, matchDecisions } from "../takeOver.ts";
import { decisionWords } from "../takeOver.texts.ts";
import { addressOf, isLineView, lineViews } from "./addresses.ts";
import { choiceField, textField } from "./AnswerFields.tsx";
import { LinePage } from "./LinePage.tsx";
import { LinesPage } from "./LinesPage.tsx";
import { offerRoute } from "./offer.route.tsx";
import { OfferPage } from "./OfferPage.tsx";
import { UploadPage } from "./UploadPage.tsx";

const may = "identity.write" as const;
const notOpen = (to: string): Next => ({ to, notice: { tone: "info", text: "Dat kan nu niet (meer): dit bestand is intussen verder." } });
const lineNumber = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0);
const howMany = (lines: number): string => (lines === 1 ? "1 regel" : `${lines.toLocaleString("nl-NL")} regels`);

/** What was chosen and typed, by the doubt it answers; a choice that is not there answers nothing. */
function answersIn(typed: Readonly<Record<string, unknown>>): Answers {
  const prefix = choiceField("");
  const answers: Record<string, Answer> = {};
  for (const [name, choice] of Object.entries(typed)) {
    if (!name.startsWith(prefix)) continue;
    const key = name.slice(prefix.length);
    if (choice === "accept" || choice === "keep") answers[key] = { choice };
    else if (choice === "typed") {
      const text = typed[textField(key)];
      answers[key] = { choice, text: typeof text === "string" ? text.slice(0, 200) : "" };
    }
  }
  return answers;
}

const linesRoute = page("/gezinnen/importeren/:upload/regels", {
  may,
  trail: "caseload.read",
  load: async (actor, { upload }, query) => {
    const word = String(query["toon"] ?? "klaar");
    const view = isLineView(word) ? word : "klaar";
    const question = typeof query["soort"] === "string" ? query["soort"] : null;
    const at = Math.min(Math.max(Number(query["blad"] ?? 1) || 1, 1), 100_000);
    const list = await readLinePage(actor, upload, { states: lineViews[view].states, question }, at);
    return list && { list, view, question };
  },
  show: ({ list, view, question }) => <LinesPage list={list} view={view} question={question} />,
});

const lineRoute = form("/gezinnen/importeren/:upload/regels/:line", {
  may,
  trail: ["caseload.read", "caseload.answered"],
  load: (actor, { upload, line }) => readLine(actor, upload, lineNumber(line)),
  body: z.record(z.string(), z.unknown()),
  show: ({ data, values, errors }) => <LinePage opened={data} values={values} errors={errors} />,
  run: async (actor, { upload, line }, body) => {
    const answers = answersIn(body);
    if (Object.keys(answers).length === 0) return { code: "nothing-chosen" as const };
    return answerLine(actor, { upload, line: lineNumber(line) }, answers);
  },
  done: ({ next }, { upload }) => ({
    to: next === null ? addressOf.upload(upload) : addressOf.line(upload, next),
    notice: { text: next === null ? "Vastgelegd. Er wacht geen vraag meer na deze." : "Vastgelegd. Dit is de volgende vraag." },
  }),
  refused: (refusal) => {
    if (refusal.code === "unreadable") return { [textField(refusal.key)]: sayFinding(refusal.finding).reason };
    return {
      form:
        refusal.code === "nothing-chosen" ? "Kies bij ten minste één vraag een antwoord." : "Deze regel wacht niet (meer) op een antwoord.",
    };
  },
});

const onLine = {
  may,
  trail: "caseload.answered",
  refused: (_: Refusal<"not-open">, { upload, line }: { upload: string; line: string }): Next =>
    notOpen(addressOf.line(upload, lineNumber(line))),
} as const;

/** Taking a practice's caseload over, from the file to the families. */
export const caseloadRoutes = [
  page(addressOf.offer, { may, trail: "caseload.read", load: readUploads, show: (uploads) => <OfferPage uploads={uploads} /> }),
  offerRoute,
  page("/gezinnen/importeren/:upload", {
    may,
    trail: "caseload.read",
    load: (actor, { upload }) => readUpload(actor, upload),
    show: (upload) => <UploadPage upload={upload} />,
  }),
  linesRoute,
  lineRoute,
  action("/gezinnen/importeren/:upload/regels/:line/overslaan", {
    ...onLine,
    body: z.object({}),
    run: async (actor, { upload, line }) => {
      const outcome = await answerLine(actor, { upload, line: lineNumber(line) }, "leave-out");
      return outcome.code === "unreadable" ? refuse("not-open") : outcome;
    },
    done: ({ next }, { upload }) => ({
      to: next === null ? addressOf.upload(upload) : addressOf.line(upload, next),
      notice: { text: "De regel wordt overgeslagen." },
    }),
  }),
  action("/gezinnen/importeren/:upload/regels/:line/gezin", {
    ...onLine,
    body: z.object({ decision: z.enum(matchDecisions) }),
    run: (actor, { upload, line }, { decision }) => decideMatch(actor, { upload, line: lineNumber(line) }, decision),
    done: ({ next, decision }, { upload }) => ({
      to: next === null ? addressOf.upload(upload) : addressOf.line(upload, next),
      notice: { text: decision === "leave-out" ? "De regel wordt overgeslagen." : decisionWords[decision].done },
    }),
  }),
  action("/gezinnen/importeren/:upload/antwoord", {
    may,
    trail: "caseload.answered",
    body: z.object({ question: z.string().max(60), choice: z.enum(["accept", "keep"]) }),
    run: (actor, { upload }, { question, choice }) => answerAll(actor, { upload, question }, choice),
    done: ({ lines }, { upload }) => ({ to: addressOf.upload(upload), notice: { text: `Vastgelegd voor ${howMany(lines)}.` } }),
    refused: (_, { upload }) => notOpen(addressOf.upload(upload)),
  }),
  action("/gezinnen/importeren/:upload/veranderd", {
    may,
    trail: "caseload.answered",
    body: z.object({ decision: z.enum(["update", "keep"]) }),
    run: (actor, { upload }, { decision }) => decideAllChanged(actor, upload, decision),
    done: ({ lines }, { upload }) => ({ to: addressOf.upload(upload), notice: { text: `Vastgelegd voor ${howMany(lines)}.` } }),
    refused: (_, { upload }) => notOpen(addressOf.upload(upload)),
  }),
  action("/gezinnen/importeren/:upload/overnemen", {
    may,
    trail: "caseload.take-over",
    body: z.object({}),
    run: (actor, { upload }) => takeOver(actor, upload),
    done: (_, { upload }) => ({ to: addressOf.upload(upload), notice: { text: "Het overnemen is begonnen." } }),
    refused: (_, { upload }) => notOpen(addressOf.upload(upload)),
  }),
  action("/gezinnen/importeren/:upload/verwijderen", {
    may,
    trail: "caseload.removed",
    body: z.object({}),
    run: (actor, { upload }) => removeOffered(actor, upload),
    done: () => ({ to: addressOf.offer, notice: { text: "Het bestand is verwijderd." } }),
    refused: () => ({ to: addressOf.offer }),
  }),
  file("/gezinnen/importeren/:upload/te-herstellen.csv", {
    may,
    trail: "caseload.refused-given-back",
    load: async (actor, { upload }) => {
      const body = await writeRefused(actor, upload);
      return body === null ? null : { name: "te-herstellen.csv", type: "text/csv; charset=utf-8", body };
    },
  }),
];
