import { z } from "zod";
import type { Actor } from "../../../platform/db/actor.ts";
import { dayField } from "../../../platform/http/fields.ts";
import { action, file, form, page } from "../../access/route.ts";
import { concerns, extendReasons, holdReasons, keepReasons, recordKinds, type KeepReason, type RecordKind } from "../retention.ts";
import { refusalSentences } from "../retention.texts.ts";
import { findDueToHold, hold, readRetention, release } from "../server/readRetention.ts";
import {
  askDestruction,
  confirmRequest,
  decideRequest,
  extendRequest,
  readAsking,
  readRequest,
  tellRequest,
  withdrawRequest,
} from "../server/requestDestruction.ts";
import { readLetter } from "../server/readLetter.ts";
import { AskDestructionPage } from "./AskDestructionPage.tsx";
import { DecidePage, ExtendPage, fieldOf } from "./DecidePages.tsx";
import { HoldPage } from "./HoldPage.tsx";
import { RequestPage } from "./RequestPage.tsx";
import { RetentionPage } from "./RetentionPage.tsx";

const officerOnly = "role:privacy_officer" as const;
const isOfficer = ({ role }: Actor): boolean => role === "privacy_officer";
const several = <Value extends string>(values: readonly Value[]) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((typed) => values.filter((value) => [typed ?? []].flat().includes(value)));
const at = (request: string, text: string) => ({ to: `/vernietiging/${request}`, notice: { text } });
const late = (request: string, code: keyof typeof refusalSentences) => ({
  to: `/vernietiging/${request}`,
  notice: { tone: "late" as const, text: refusalSentences[code] },
});

const overviewRoutes = [
  page("/bewaren", {
    may: officerOnly,
    trail: "retention.read",
    load: async (actor) => ({ data: await readRetention(actor) }),
    show: ({ data }) => <RetentionPage data={data} />,
  }),
  form("/bewaren/:due/aanhouden", {
    may: officerOnly,
    trail: ["retention.held", "retention.read"],
    load: (actor, { due }) => findDueToHold(actor, due),
    body: z.object({
      because: z.enum(holdReasons, "Kies waarom"),
      until: dayField("Vul een dag in"),
      version: z.coerce.number().int().min(1),
    }),
    show: ({ data, values, errors }) => <HoldPage due={data} values={values} errors={errors} />,
    run: (actor, { due }, typed) => hold(actor, { id: due, ...typed }),
    done: () => ({ to: "/bewaren", notice: { text: "Het wordt aangehouden." } }),
    refused: ({ code }): Record<string, string> =>
      code === "not-a-term" ? { until: refusalSentences[code] } : { form: refusalSentences[code] },
  }),
  action("/bewaren/:due/vrijgeven", {
    may: officerOnly,
    trail: "retention.released",
    body: z.object({ version: z.coerce.number().int().min(1) }),
    run: (actor, { due }, { version }) => release(actor, due, version),
    done: () => ({ to: "/bewaren", notice: { text: "Het wordt niet meer aangehouden." } }),
    refused: ({ code }) => ({ to: "/bewaren", notice: { tone: "late", text: refusalSentences[code] } }),
  }),
];

const askingRoutes = [
  form("/gezinnen/:trajectory/vernietigen", {
    may: "identity.write",
    trail: ["destruction.asked", "destruction.read"],
    load: (actor, { trajectory }) => readAsking(actor, trajectory),
    body: z.object({
      person: z.uuid("Kies wiens dossier"),
      askedBy: z.enum(["self", "parent", "representative"], "Kies wie het vraagt"),
      checked: z.enum(["document", "known"], "Kies hoe u weet wie het vraagt"),
      concerns: several(concerns),
    }),
    show: ({ data, values, errors }, { trajectory }) => (
      <AskDestructionPage trajectory={trajectory} persons={data.persons} values={values} errors={errors} />
    ),
    run: (actor, { trajectory }, typed) => askDestruction(actor, trajectory, typed),
    done: ({ request }) => at(request, "Het verzoek is vastgelegd. De functionaris gegevensbescherming beslist binnen een maand."),
    refused: ({ code }) => ({ person: refusalSentences[code] }),
  }),
  page("/vernietiging/:request", {
    may: "signed-in",
    trail: "destruction.read",
    load: async (actor, { request }) => {
      const data = await readRequest(actor, request);
      return data && { data, officer: isOfficer(actor) };
    },
    show: ({ data, officer }) => <RequestPage data={data} officer={officer} />,
  }),
  file("/vernietiging/:request/brief.pdf", {
    may: "identity.write",
    trail: "destruction.printed",
    load: async (actor, { request }) => {
      const body = await readLetter(actor, request);
      return body && { name: "uw-gegevens.pdf", type: "application/pdf", body };
    },
  }),
];

const press = z.object({});
const moveRoutes = [
  action("/vernietiging/:request/bevestigen", {
    may: "identity.write",
    trail: "destruction.confirmed",
    body: press,
    run: (actor, { request }) => confirmRequest(actor, request),
    done: (_done, { request }) => at(request, "Bevestigd. Het wordt nu vernietigd."),
    refused: ({ code }, { request }) => late(request, code),
  }),
  action("/vernietiging/:request/intrekken", {
    may: "identity.write",
    trail: "destruction.withdrawn",
    body: press,
    run: (actor, { request }) => withdrawRequest(actor, request),
    done: (_done, { request }) => at(request, "Het verzoek is ingetrokken. Er is niets vernietigd."),
    refused: ({ code }, { request }) => late(request, code),
  }),
  action("/vernietiging/:request/verteld", {
    may: "identity.write",
    trail: "destruction.told",
    body: press,
    run: (actor, { request }) => tellRequest(actor, request),
    done: () => ({ to: "/werk", notice: { text: "Het staat niet meer op uw lijst." } }),
    refused: (_refusal, { request }) => late(request, "changed-meanwhile"),
  }),
];

const answer = z.enum(["destroy", ...keepReasons]);
const officerRoutes = [
  form("/vernietiging/:request/besluit", {
    may: officerOnly,
    trail: ["destruction.decided", "destruction.read"],
    load: async (actor, { request }) => {
      const data = await readRequest(actor, request);
      return data?.request.state === "asked" ? data : null;
    },
    body: z.object(Object.fromEntries(recordKinds.map((kind) => [fieldOf(kind), answer.optional()]))),
    show: ({ data, values, errors }) => <DecidePage data={data} values={values} errors={errors} />,
    run: (actor, { request }, typed) => {
      const answers = recordKinds.flatMap((kind) => {
        const given = typed[fieldOf(kind)];
        return given === undefined ? [] : [[kind, given] as const];
      });
      return decideRequest(actor, request, Object.fromEntries(answers) as Partial<Record<RecordKind, KeepReason | "destroy">>);
    },
    done: (_done, { request }) => at(request, "Het besluit is vastgelegd. Wie het verzoek aannam, krijgt bericht."),
    refused: ({ code }) => ({ form: refusalSentences[code] }),
  }),
  form("/vernietiging/:request/verlengen", {
    may: officerOnly,
    trail: ["destruction.extended", "destruction.read"],
    load: async (actor, { request }) => {
      const data = await readRequest(actor, request);
      return data?.request.state === "asked" && data.request.extendedBecause === null ? data : null;
    },
    body: z.object({ because: z.enum(extendReasons, "Kies waarom") }),
    show: ({ data, values, errors }) => <ExtendPage data={data} values={values} errors={errors} />,
    run: (actor, { request }, { because }) => extendRequest(actor, request, because),
    done: (_done, { request }) => at(request, "De termijn is verlengd. Vertel het wie het vroeg."),
    refused: ({ code }) => ({ form: refusalSentences[code] }),
  }),
];

export const retentionRoutes = [...overviewRoutes, ...askingRoutes, ...moveRoutes, ...officerRoutes];
