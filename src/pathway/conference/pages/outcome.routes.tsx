import { z } from "zod";
import type { Errors } from "../../../design/Errors.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { action, form, page } from "../../../trust/access/route.ts";
import { askHelp, decideCase, leaveHelp, offSeen, outcomeDiscussed } from "../server/decideCase.ts";
import { readOutcome, readOutcomeForm } from "../server/readSitting.ts";
import type { SittingRefusal } from "../sitting.ts";
import { sittingRefusals } from "../sitting.texts.ts";
import { OutcomeFormPage } from "./OutcomeFormPage.tsx";
import { OutcomePage } from "./OutcomePage.tsx";
import { outcomeBody } from "./outcomeFields.ts";

interface Refused {
  readonly code: SittingRefusal;
  readonly facts: Readonly<Record<string, string | number | null>>;
}
const fieldOf: Partial<Record<SittingRefusal, string>> = { "no-lead": "lead", "leads-no-case": "lead", "day-passed": "day1" };
const refused = ({ code }: Refused): Errors => ({ [fieldOf[code] ?? "form"]: sittingRefusals[code] });
const notNow = ({ code, facts }: Refused) => {
  if (code === "not-visible") throw new NotFound();
  const line = facts["trajectoryId"];
  return {
    to: typeof line === "string" ? `/gezinnen/${line}/verwijzen` : "/overleggen",
    notice: { tone: "info" as const, text: sittingRefusals[code] },
  };
};

/** What was decided about a case, and what the lead does with it. */
export const outcomeRoutes = [
  form("/overleggen/casus/:agenda_item/uitkomst", {
    may: "conference",
    trail: ["conference.wall-read", "conference.case-decided"],
    load: (actor, params) => readOutcomeForm(actor, params.agenda_item),
    body: outcomeBody,
    show: (state) => <OutcomeFormPage {...state} />,
    run: (actor, params, { version, ...outcome }) => decideCase(actor, { itemId: params.agenda_item, version }, outcome),
    done: ({ sitting, nr }) => ({ to: `/overleggen/zittingen/${sitting}/scherm?casus=${nr}` }),
    refused,
  }),
  page("/overleggen/uitkomsten/:agenda_item", {
    may: "conference",
    trail: "conference.outcome-read",
    load: (actor, params) => readOutcome(actor, params.agenda_item),
    show: (data) => <OutcomePage data={data} />,
  }),
  action("/overleggen/uitkomsten/:agenda_item/besproken", {
    may: "plan.write",
    trail: "conference.outcome-discussed",
    body: z.object({}),
    run: (actor, params) => outcomeDiscussed(actor, params.agenda_item),
    done: ({ trajectoryId }) => ({
      to: `/gezinnen/${trajectoryId}`,
      notice: { text: "Vastgelegd: de uitkomst is met het gezin besproken." },
    }),
    refused: notNow,
  }),
  action("/overleggen/casus/:agenda_item/gezien", {
    may: "plan.write",
    trail: "conference.off-seen",
    body: z.object({}),
    run: (actor, params) => offSeen(actor, params.agenda_item),
    done: ({ trajectoryId }) => ({ to: `/gezinnen/${trajectoryId}` }),
    refused: notNow,
  }),
  action("/overleggen/hulp/:agenda_outcome/vragen", {
    may: "plan.write",
    trail: "referral.requested",
    body: z.object({}),
    run: (actor, params) => askHelp(actor, params.agenda_outcome),
    done: ({ item }) => ({
      to: `/overleggen/uitkomsten/${item}`,
      notice: { text: "De hulp is gevraagd. U ziet bij het gezin hoe het staat." },
    }),
    refused: notNow,
  }),
  action("/overleggen/hulp/:agenda_outcome/niet", {
    may: "plan.write",
    trail: "conference.outcome-settled",
    body: z.object({}),
    run: (actor, params) => leaveHelp(actor, params.agenda_outcome),
    done: ({ item }) => ({ to: `/overleggen/uitkomsten/${item}`, notice: { text: "Vastgelegd: deze hulp wordt niet gevraagd." } }),
    refused: notNow,
  }),
];
