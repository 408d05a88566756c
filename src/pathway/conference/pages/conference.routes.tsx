import { z } from "zod";
import type { Errors } from "../../../design/Errors.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { optionalText, tick } from "../../../platform/http/fields.ts";
import { action, form, isRole, page } from "../../../trust/access/route.ts";
import { mayRole } from "../../../trust/access/rules/policy.ts";
import { conferenceRefusals } from "../conference.texts.ts";
import type { ConferenceRefusal } from "../conference.ts";
import { presences } from "../sitting.ts";
import { askQuestion, putBackCase, removeCase } from "../server/changeCase.ts";
import { readMyConferences } from "../server/keepSeries.ts";
import { readCase, readWaitingList } from "../server/readConference.ts";
import { ConferenceListPage } from "./ConferenceListPage.tsx";
import { QuestionPage } from "./QuestionPage.tsx";
import { RemovePage } from "./RemovePage.tsx";
import { calendarRoutes } from "./calendar.routes.tsx";
import { outcomeRoutes } from "./outcome.routes.tsx";
import { seriesRoutes } from "./series.routes.tsx";
import { guestRoutes } from "./guest.routes.tsx";
import { sittingRoutes } from "./sitting.routes.tsx";

const version = z.coerce.number().int();
const fieldOf: Partial<Record<ConferenceRefusal, string>> = { "summary-not-agreed": "familyAgreed", "words-missing": "familyWords" };
const errorsFor = ({ code }: { code: ConferenceRefusal }): Errors => ({ [fieldOf[code] ?? "form"]: conferenceRefusals[code] });

export const conferenceRoutes = [
  ...seriesRoutes,
  ...sittingRoutes,
  ...guestRoutes,
  ...outcomeRoutes,
  ...calendarRoutes,
  page("/overleggen", {
    may: "conference",
    trail: ["conference.sittings-read", "conference.list-read"],
    load: async (actor, _params, query) => {
      const writes = isRole(actor.role) && mayRole(actor.role, "plan", "write");
      const at = Math.min(Math.max(Number(query["blad"] ?? 1) || 1, 1), 200);
      return { mine: await readMyConferences(actor), list: writes ? await readWaitingList(actor, at) : null };
    },
    show: ({ mine, list }) => <ConferenceListPage mine={mine} list={list} today={mine.today} />,
  }),
  form("/overleggen/:case/vraag", {
    may: "plan.write",
    trail: ["conference.case-read", "conference.question-asked"],
    load: async (actor, params) => readCase(actor, params.case),
    body: z.object({
      version,
      question: z.string().trim().min(3, "Schrijf de vraag in één zin.").max(500, "Houd het bij één zin: hooguit 500 tekens."),
      summary: optionalText(2000),
      familyAgreed: tick,
      presence: z
        .enum(presences)
        .or(z.literal("").transform(() => null))
        .default(null),
      familyWords: optionalText(2000),
    }),
    show: (state) => <QuestionPage {...state} />,
    run: (actor, params, body) => askQuestion(actor, { caseId: params.case, ...body }),
    done: () => ({ to: "/overleggen", notice: { text: "De vraag voor het overleg is vastgelegd." } }),
    refused: errorsFor,
  }),
  form("/overleggen/:case/eraf", {
    may: "plan.write",
    trail: ["conference.case-read", "conference.case-removed"],
    load: async (actor, params) => readCase(actor, params.case),
    body: z.object({
      version,
      reason: z
        .string()
        .trim()
        .min(3, "Schrijf kort waarom deze casus van de lijst kan.")
        .max(5000, "Maak de reden korter: hooguit 5.000 tekens."),
    }),
    show: (state) => <RemovePage {...state} />,
    run: (actor, params, body) => removeCase(actor, { caseId: params.case, ...body }),
    done: () => ({
      to: "/overleggen",
      notice: { text: "De casus is van de lijst. Op de pagina van het gezin kan hij worden teruggezet." },
    }),
    refused: errorsFor,
  }),
  action("/overleggen/:case/terug", {
    may: "plan.write",
    trail: "conference.case-put-back",
    body: z.object({ version }),
    run: (actor, params, body) => putBackCase(actor, { caseId: params.case, ...body }),
    done: ({ trajectoryId }) => ({
      to: `/gezinnen/${trajectoryId}`,
      notice: { text: "De casus staat weer op de lijst voor het overleg." },
    }),
    refused: ({ code }) => {
      if (code === "not-visible") throw new NotFound();
      return { to: "/overleggen", notice: { tone: "info", text: conferenceRefusals[code] } };
    },
  }),
];
