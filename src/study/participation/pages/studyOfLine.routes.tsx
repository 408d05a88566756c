import { z } from "zod";
import type { Errors } from "../../../design/Errors.ts";
import type { Refusal } from "../../../kit/refusal.ts";
import { dayField } from "../../../platform/http/fields.ts";
import { goTo } from "../../../platform/http/mount.ts";
import { NotFound, NotSignedIn } from "../../../platform/http/problems.ts";
import { action, form, isRole, own, page } from "../../../trust/access/route.ts";
import { mayRole } from "../../../trust/access/rules/policy.ts";
import { givers } from "../../../trust/consent/consent.ts";
import { studyLanguages, studyPurposes, type StudyPurpose } from "../../design/studyConsent.ts";
import { answerWays, type StudyRefusal } from "../participation.ts";
import { refusalTexts } from "../participation.texts.ts";
import { askStudy, recordSigned, takeStudyBack, withdrawStudy } from "../server/askStudy.ts";
import { printStudyForm } from "../server/printStudyForm.ts";
import { readStudyOfLine } from "../server/readStudyOfLine.ts";
import { StudyAnswerPage } from "./StudyAnswerPage.tsx";
import { StudyOfLinePage } from "./StudyOfLinePage.tsx";

const base = "/gezinnen/:trajectory/onderzoek";
const answer = z.enum(["ja", "nee"]).optional();
const errorsOf = (refusal: Refusal<StudyRefusal>): Errors => ({ [refusalTexts[refusal.code].field]: refusalTexts[refusal.code].text });
const back = (trajectory: string, text: string) => ({ to: `/gezinnen/${trajectory}/onderzoek`, notice: { text } });
const not = (refusal: Refusal<StudyRefusal>, { trajectory }: { trajectory: string }) => {
  if (refusal.code === "study-not-visible") throw new NotFound();
  return { to: `/gezinnen/${trajectory}/onderzoek`, notice: { tone: "late" as const, text: refusalTexts[refusal.code].text } };
};

/** Consent to the studies, by a professional with the family. */
export const studyOfLineRoutes = [
  page(base, {
    may: "study.read",
    trail: "study-consent.read",
    load: async (actor, { trajectory }) => {
      const study = await readStudyOfLine(actor, trajectory);
      return study && { study, mayAsk: isRole(actor.role) && mayRole(actor.role, "study", "write") };
    },
    show: (data, { trajectory }) => <StudyOfLinePage trajectoryId={trajectory} {...data} />,
  }),
  action(`${base}/vragen`, {
    may: "study.write",
    trail: "study-consent.asked",
    body: z.object({ way: z.enum(["digital", "paper"]), language: z.enum(studyLanguages) }),
    run: (actor, { trajectory }, body) => askStudy(actor, { ...body, trajectoryId: trajectory }),
    done: (_done, { trajectory }) => back(trajectory, "De vraag staat klaar. Zij mag erover nadenken."),
    refused: not,
  }),
  action(`${base}/terugnemen`, {
    may: "study.write",
    trail: "study-consent.ask-withdrawn",
    body: z.object({}),
    run: (actor, { trajectory }) => takeStudyBack(actor, trajectory),
    done: (_done, { trajectory }) => back(trajectory, "De vraag is teruggenomen."),
    refused: not,
  }),
  form(`${base}/antwoord`, {
    may: "study.write",
    trail: ["study-consent.read", "study-consent.recorded"],
    body: z.object({
      ...(Object.fromEntries(studyPurposes.map((purpose) => [purpose, answer])) as Record<StudyPurpose, typeof answer>),
      answersBy: z.enum(answerWays, "Kies hoe zij de lijsten invult"),
      givenBy: z.enum(givers, "Kies wie tekende"),
      givenOn: dayField("Vul in op welke dag"),
    }),
    load: async (actor, { trajectory }) => {
      const study = await readStudyOfLine(actor, trajectory);
      return study?.proposed ? study : null;
    },
    show: ({ data, values, errors }, { trajectory }) => (
      <StudyAnswerPage trajectoryId={trajectory} study={data} values={values} errors={errors} />
    ),
    run: (actor, { trajectory }, body) =>
      recordSigned(actor, {
        trajectoryId: trajectory,
        answers: Object.fromEntries(studyPurposes.flatMap((purpose) => (body[purpose] ? [[purpose, body[purpose] === "ja"]] : []))),
        givenBy: body.givenBy,
        givenOn: body.givenOn,
        answersBy: body.answersBy,
      }),
    done: (_done, { trajectory }) => back(trajectory, "Haar antwoord is vastgelegd en werkt meteen."),
    refused: errorsOf,
  }),
  action(`${base}/stoppen`, {
    may: "study.write",
    trail: "study-consent.withdrawn",
    body: z.object({ what: z.enum([...studyPurposes, "all"]) }),
    run: (actor, { trajectory }, { what }) => withdrawStudy(actor, { trajectoryId: trajectory, what }),
    done: (_done, { trajectory }) => back(trajectory, "Zij stopt. Dat werkt meteen."),
    refused: not,
  }),
  own(`${base}/formulier.pdf`, {
    may: "study.write",
    trail: "study-consent.printed",
    method: "GET",
    handle: async (request, reply, actor) => {
      if (!actor) throw new NotSignedIn();
      const { trajectory } = request.params as { trajectory: string };
      const printed = await printStudyForm(actor, trajectory);
      if (printed === null) throw new NotFound();
      if ("code" in printed)
        return goTo(reply, {
          to: `/gezinnen/${trajectory}/onderzoek`,
          notice: { tone: "late", text: "Haar naam staat in letters die wij niet kunnen drukken." },
        });
      return reply
        .type("application/pdf")
        .header("content-disposition", 'inline; filename="toestemming-onderzoek.pdf"')
        .send(Buffer.from(printed.pdf));
    },
  }),
];
