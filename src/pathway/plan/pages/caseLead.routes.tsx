import { z } from "zod";
import type { Errors } from "../../../design/Errors.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import type { Next } from "../../../platform/http/route.ts";
import { action, form, page } from "../../../trust/access/route.ts";
import { leadNotices, type LeadRefusal } from "../caseLead.ts";
import { leadRefusals } from "../caseLead.texts.ts";
import { readAlert, readCaseLead, readTransfer } from "../server/readCaseLead.ts";
import { answerCaseLead, markSeen, offerCaseLead, withdrawCaseLead } from "../server/transferLead.ts";
import { AlertPage } from "./AlertPage.tsx";
import { DeclinePage } from "./DeclinePage.tsx";
import { LeadPage } from "./LeadPage.tsx";
import { TransferPage } from "./TransferPage.tsx";

/** Who is asked, as the list of choices carries it: organisation, role and perhaps one professional. */
const whom = z
  .string()
  .regex(/^[0-9a-f-]{36}\.[a-z_]+(\.[0-9a-f-]{36})?$/, "Kies wie u vraagt.")
  .transform((value) => {
    const [organisationId = "", role = "", membershipId = null] = value.split(".");
    return { organisationId, role, membershipId };
  });

const errorsFor = (code: LeadRefusal, field: string): Errors => ({
  [code === "needs-consent" || code === "nobody-there" || code === "leads-already" ? field : "form"]: leadRefusals[code],
});

/** Not hers to see: the same answer as for what does not exist. */
function refusedPress(transfer: string, code: LeadRefusal): Next {
  if (code === "not-visible") throw new NotFound();
  return { to: `/regie/${transfer}`, notice: { tone: "info", text: leadRefusals[code] } };
}

export const caseLeadRoutes = [
  form("/gezinnen/:trajectory/regie", {
    may: "plan.write",
    trail: ["case-lead.read", "case-lead.offered"],
    load: (actor, { trajectory }) => readCaseLead(actor, trajectory),
    body: z.object({ to: whom }),
    show: (state) => <LeadPage {...state} />,
    run: (actor, { trajectory }, { to }) => offerCaseLead(actor, { trajectoryId: trajectory, ...to }),
    done: (_outcome, { trajectory }) => ({
      to: `/gezinnen/${trajectory}`,
      notice: { text: "De regie is aangeboden. U blijft casusregisseur tot de ander haar aanneemt." },
    }),
    refused: ({ code }) => errorsFor(code, "to"),
  }),
  action("/gezinnen/:trajectory/regie/gezien", {
    may: "plan.write",
    trail: "case-lead.seen",
    body: z.object({ kind: z.enum(leadNotices) }),
    run: (actor, { trajectory }, { kind }) => markSeen(actor, { trajectoryId: trajectory, kind }),
    done: (_outcome, { trajectory }) => ({ to: `/gezinnen/${trajectory}` }),
    refused: (_refusal, { trajectory }) => ({ to: `/gezinnen/${trajectory}` }),
  }),
  page("/regie/:transfer", {
    may: "plan.write",
    trail: "case-lead.read",
    load: (actor, { transfer }) => readTransfer(actor, transfer),
    show: (data) => <TransferPage {...data} />,
  }),
  action("/regie/:transfer/aannemen", {
    may: "plan.write",
    trail: "case-lead.accepted",
    body: z.object({}),
    run: (actor, { transfer }) => answerCaseLead(actor, { transferId: transfer, accept: true, reason: null }),
    done: ({ trajectoryId }) => ({ to: `/gezinnen/${trajectoryId}`, notice: { text: "U bent nu de casusregisseur van dit gezin." } }),
    refused: ({ code }, { transfer }) => refusedPress(transfer, code),
  }),
  form("/regie/:transfer/afwijzen", {
    may: "plan.write",
    trail: ["case-lead.read", "case-lead.declined"],
    load: (actor, { transfer }) => readTransfer(actor, transfer),
    body: z.object({
      reason: z
        .string()
        .trim()
        .min(3, "Schrijf kort waarom u de regie niet aanneemt.")
        .max(5000, "Maak de reden korter: hooguit 5.000 tekens."),
    }),
    show: (state) => <DeclinePage {...state} />,
    run: (actor, { transfer }, { reason }) => answerCaseLead(actor, { transferId: transfer, accept: false, reason }),
    done: () => ({ to: "/werk", notice: { text: "Vastgelegd. Wie het vroeg, ziet uw antwoord meteen." } }),
    refused: ({ code }) => errorsFor(code, "reason"),
  }),
  action("/regie/:transfer/intrekken", {
    may: "plan.write",
    trail: "case-lead.withdrawn",
    body: z.object({}),
    run: (actor, { transfer }) => withdrawCaseLead(actor, transfer),
    done: ({ trajectoryId }) => ({ to: `/gezinnen/${trajectoryId}`, notice: { text: "Het aanbod is ingetrokken." } }),
    refused: ({ code }, { transfer }) => refusedPress(transfer, code),
  }),
  page("/regie/meldingen/:alert", {
    may: "role:knooppunt_coordinator",
    trail: "case-lead.read",
    load: (actor, { alert }) => readAlert(actor, alert),
    show: (alert) => <AlertPage alert={alert} />,
  }),
];
