import { z } from "zod";
import { action, page } from "../../../trust/access/route.ts";
import type { WorkKinds } from "../../trajectory/workKind.ts";
import { caseRefusals } from "../cases.texts.ts";
import { readCases } from "../server/readCases.ts";
import { letGoOfCase, takeUpCase } from "../server/takeUpCase.ts";
import { CasesPage } from "./CasesPage.tsx";
import { choiceFrom } from "./casesAddress.ts";

/** Back to the list as it was. Addresses of this page alone: nothing that was typed leads elsewhere. */
const back = z
  .string()
  .regex(/^\/casussen(?:\?[a-z0-9=&%+-]*)?$/)
  .catch("/casussen");

/** The cases that someone leads or coordinates. `kinds` says what each piece of work means when it is stuck. */
export const casesRoutes = (kinds: WorkKinds) => [
  page("/casussen", {
    may: "plan.write",
    trail: "cases.read",
    load: async (actor, _params, query) => ({
      view: await readCases(actor, kinds, choiceFrom(query)),
      me: actor.membershipId,
      organisation: actor.organisation,
    }),
    show: (data) => <CasesPage {...data} kinds={kinds} />,
  }),
  action("/casussen/oppakken", {
    may: "plan.write",
    trail: "cases.taken-up",
    body: z.object({ item: z.string().regex(/^\d{1,18}$/), back }),
    run: async (actor, _params, body) => ({ ...(await takeUpCase(actor, kinds, body.item)), back: body.back }),
    done: ({ back: to }) => ({ to, notice: { text: "U pakt dit op. Het staat ook op uw eigen lijst, en collega’s zien het." } }),
    refused: ({ code, back: to }) => ({ to, notice: { tone: "info", text: caseRefusals[code] } }),
  }),
  action("/casussen/loslaten", {
    may: "plan.write",
    trail: "cases.let-go",
    body: z.object({ trajectory: z.uuid(), subject: z.uuid(), back }),
    run: async (actor, _params, body) => ({
      ...(await letGoOfCase(actor, { trajectoryId: body.trajectory, subjectId: body.subject })),
      back: body.back,
    }),
    done: ({ back: to }) => ({ to, notice: { text: "U pakt dit niet meer op. Een collega kan het nu doen." } }),
    refused: () => ({ to: "/casussen" }),
  }),
];
