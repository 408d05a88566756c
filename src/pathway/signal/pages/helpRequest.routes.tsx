import { z } from "zod";
import type { Actor } from "../../../platform/db/actor.ts";
import { showPage } from "../../../platform/http/mount.ts";
import { NotFound, NotSignedIn } from "../../../platform/http/problems.ts";
import { action, form, isRole, mayUse, own, page } from "../../../trust/access/route.ts";
import { closingReasons, type HelpRefusal } from "../helpRequest.ts";
import { helpRefusalText } from "../helpRequest.texts.ts";
import type { Refusal } from "../../../kit/refusal.ts";
import { chooseFamily } from "../server/chooseFamily.ts";
import { forwardQuestion, linkQuestion, moveHelpRequest, registerFromQuestion, type HelpInput } from "../server/moveHelpRequest.ts";
import { readHelpList, readHelpRequest } from "../server/readHelpRequests.ts";
import { HelpLinkPage, HelpRegisterPage } from "./HelpFamilyPages.tsx";
import type { HelpFormName } from "./HelpForms.tsx";
import { HelpListPage } from "./HelpListPage.tsx";
import { HelpRequestPage, type HelpView } from "./HelpRequestPage.tsx";
import { optionalDay, typedDay, writtenWords } from "./signalBody.ts";

const version = z.coerce.number().int();
const day = typedDay("Vul een dag in zoals 12-3-2026.");
const note = writtenWords.default("");
const may = "help-requests";

async function load(actor: Actor, { request }: { request: string }): Promise<HelpView | null> {
  const data = await readHelpRequest(actor, request);
  return data && { data, membershipId: actor.membershipId, mayRegister: isRole(actor.role) && mayUse(actor.role, "identity.write") };
}

/** Which field a refusal is about. */
const refused = (refusal: Refusal<HelpRefusal>) => {
  const fields: Readonly<Partial<Record<HelpRefusal, string>>> = {
    "in-the-future": "day",
    "before-received": "day",
    "reason-needed": "note",
    "no-receiver": "to",
    "try-more": "reason",
    "speak-first": "reason",
  };
  return { [fields[refusal.code] ?? "form"]: helpRefusalText(refusal) };
};

/** A form of the question's own page: shown again with what was typed. */
function step<Body extends z.ZodType>(
  address: string,
  name: HelpFormName,
  trail: string,
  body: Body,
  run: (actor: Actor, id: string, body: z.output<Body>) => ReturnType<typeof moveHelpRequest>,
  text: string,
  to?: string,
) {
  return form(`/hulpvragen/:request/${address}`, {
    may,
    trail: ["help.read", trail],
    load,
    body,
    show: ({ data, values, errors }) => <HelpRequestPage {...data} sent={name} values={values} errors={errors} />,
    run: (actor, params, typed) => run(actor, (params as { request: string }).request, typed),
    done: (_done, params) => ({ to: to ?? `/hulpvragen/${(params as { request: string }).request}`, notice: { text } }),
    refused,
  });
}

/** A press on the question's own page. */
function press(address: string, move: "take" | "takeOver" | "release", trail: string, text: string) {
  return action(`/hulpvragen/:request/${address}`, {
    may,
    trail,
    body: z.object({ version }),
    run: (actor, params, body) => moveHelpRequest(actor, move, { id: (params as { request: string }).request, ...body }),
    done: (_done, params) => ({ to: `/hulpvragen/${(params as { request: string }).request}`, notice: { text } }),
    refused: (refusal, params) => ({
      to: `/hulpvragen/${(params as { request: string }).request}`,
      notice: { tone: "late", text: helpRefusalText(refusal) },
    }),
  });
}

const family = z.object({
  version,
  givenName: z.string().trim().max(100),
  prefix: z.string().trim().max(30),
  familyName: z.string().trim().min(1, "Vul haar achternaam in.").max(100, "Hooguit 100 tekens."),
  birthDate: optionalDay,
  dueDate: optionalDay,
  contactWish: z.string().trim().max(500, "Hooguit 500 tekens."),
});

/** Questions of the front door, for who answers them. */
export const helpRequestRoutes = [
  page("/hulpvragen", {
    may,
    trail: "help.listed",
    load: async (actor) => ({ list: await readHelpList(actor), membershipId: actor.membershipId }),
    show: (data) => <HelpListPage {...data} />,
  }),
  page("/hulpvragen/:request", { may, trail: "help.read", load, show: (view) => <HelpRequestPage {...view} /> }),
  press("oppakken", "take", "help.taken", "U hebt de vraag opgepakt."),
  press("overnemen", "takeOver", "help.taken_over", "De vraag staat nu bij u."),
  press("teruggeven", "release", "help.released", "De vraag staat weer open voor uw collega's."),
  step(
    "gesproken",
    "spoke",
    "help.spoke",
    z.object({ version, day, note }),
    (actor, id, body) => moveHelpRequest(actor, "spoke", { id, ...body }),
    "Vastgelegd dat u haar sprak.",
  ),
  step(
    "niet-bereikt",
    "noContact",
    "help.no_contact",
    z.object({ version, day, note }),
    (actor, id, body) => moveHelpRequest(actor, "noContact", { id, ...body }),
    "De poging is vastgelegd.",
  ),
  step(
    "doorsturen",
    "forward",
    "help.forwarded",
    z.object({ version, to: z.uuid("Kies een organisatie."), note }),
    (actor, id, body) => forwardQuestion(actor, { id, ...body }),
    "De vraag is doorgestuurd.",
    "/hulpvragen",
  ),
  step(
    "afsluiten",
    "close",
    "help.closed",
    z.object({ version, reason: z.enum(closingReasons, "Kies hoe het is afgelopen."), note }),
    (actor, id, body) => moveHelpRequest(actor, "close", { id, ...body }),
    "De vraag is afgesloten.",
    "/hulpvragen",
  ),
  page("/hulpvragen/:request/gezin", {
    may,
    trail: ["help.read", "family.searched"],
    load: async (actor, params) => {
      const view = await load(actor, params);
      return view && { request: view.data.request, found: await chooseFamily(actor, "") };
    },
    show: (data) => <HelpLinkPage {...data} />,
  }),
  own("/hulpvragen/:request/gezin", {
    may,
    trail: ["help.read", "family.searched"],
    method: "POST",
    handle: async (request, reply, actor) => {
      if (!actor) throw new NotSignedIn();
      const view = await load(actor, request.params as { request: string });
      if (!view) throw new NotFound();
      const typed = z.object({ zoek: z.string().max(200) }).safeParse(request.body);
      return showPage(
        request,
        reply,
        <HelpLinkPage request={view.data.request} found={await chooseFamily(actor, typed.success ? typed.data.zoek : "")} />,
      );
    },
  }),
  action("/hulpvragen/:request/koppelen", {
    may,
    trail: "help.linked",
    body: z.object({ version, trajectory: z.uuid() }),
    run: (actor, { request }, body) => linkQuestion(actor, { id: request, version: body.version, trajectoryId: body.trajectory }),
    done: (_done, { request }) => ({ to: `/hulpvragen/${request}`, notice: { text: "De vraag hoort nu bij dit gezin." } }),
    refused: (refusal, { request }) => ({ to: `/hulpvragen/${request}`, notice: { tone: "late", text: helpRefusalText(refusal) } }),
  }),
  form("/hulpvragen/:request/nieuw-gezin", {
    may: "identity.write",
    trail: ["help.read", "help.registered"],
    load,
    body: family,
    show: ({ data, values, errors }) => <HelpRegisterPage request={data.data.request} values={values} errors={errors} />,
    run: (actor, { request }, body) => register(actor, request, body),
    done: ({ trajectoryId }) => ({
      to: `/gezinnen/${trajectoryId}`,
      notice: { text: "Het gezin is geregistreerd en de vraag is gekoppeld." },
    }),
    refused,
  }),
];

async function register(
  actor: Actor,
  id: string,
  { version: seen, givenName, prefix, familyName, birthDate, dueDate, contactWish }: z.output<typeof family>,
) {
  const view = await readHelpRequest(actor, id);
  const input: HelpInput = { id, version: seen };
  return registerFromQuestion(actor, input, {
    mother: { givenName: givenName || null, prefix: prefix || null, familyName, birthDate },
    dueDate,
    contactWish: contactWish || null,
    address: { street: null, houseNumber: null, postcode: null, place: null, municipality: view?.request.municipality ?? null },
  });
}
