import { z } from "zod";
import type { Refusal } from "../../../../kit/refusal.ts";
import { optionalText } from "../../../../platform/http/fields.ts";
import { NotFound } from "../../../../platform/http/problems.ts";
import { action, file, form, isRole, page } from "../../../../trust/access/route.ts";
import { mayRole } from "../../../../trust/access/rules/policy.ts";
import type { OfferRefusal } from "../directory.ts";
import { offerRefusals } from "../directory.texts.ts";
import { checkOffer, keepOffer, readOfferForm, reportWrong, type OfferInput } from "../server/changeOffer.ts";
import { addContact, readOrganisation, readOrganisations, removeContact, type ContactRefusal } from "../server/keepContacts.ts";
import { exportDirectory, readDirectory, readFamilyDirectory, readOffer } from "../server/readDirectory.ts";
import type { AskPart } from "../rules/askAddress.ts";
import { DirectoryPage } from "./DirectoryPage.tsx";
import { readAbout, readQuestion } from "./directoryQuery.ts";
import { FamilyDirectoryPage } from "./FamilyDirectoryPage.tsx";
import { offerBody, type OfferBody } from "./offerBody.ts";
import { OfferFormPage } from "./OfferFormPage.tsx";
import { OfferPage } from "./OfferPage.tsx";
import { OrganisationCardPage } from "./OrganisationCardPage.tsx";
import { OrganisationsPage } from "./OrganisationsPage.tsx";

const base = "/sociale-kaart";
const errorsOf = ({ code }: Refusal<OfferRefusal>) => {
  if (code === "offer-not-found") throw new NotFound();
  return { [offerRefusals[code].field]: offerRefusals[code].text };
};
const pressed = <Outcome extends { code: string }>(outcome: Outcome): Outcome => {
  if (outcome.code === "offer-not-found" || outcome.code === "contact-not-found") throw new NotFound();
  return outcome;
};
const inputOf = ({ organisation, contact, version: _seen, ...fields }: OfferBody): OfferInput => ({
  ...fields,
  organisationId: organisation,
  contactMembershipId: contact,
});
const contactErrors: Readonly<Record<Exclude<ContactRefusal, "contact-not-found">, Readonly<Record<string, string>>>> = {
  "contact-needs-for-whom": { municipality: "Kies voor welke gemeente of voor wiens collega's" },
  "contact-already": { person: "Dit staat er al" },
};
const choice = z
  .union([z.literal(""), z.uuid()])
  .optional()
  .transform((id) => (id === undefined || id === "" ? null : id));

const offerRoutes = [
  page(base, {
    may: "directory",
    trail: "directory.read",
    load: (actor, _params, query) => readDirectory(actor, readQuestion(query), readAbout(query)),
    show: (list) => <DirectoryPage list={list} />,
  }),
  file(`${base}/bestand`, {
    may: "directory",
    trail: "directory.exported",
    load: async (actor) => ({
      name: "sociale-kaart-hsds.json",
      type: "application/json",
      body: JSON.stringify(await exportDirectory(actor), null, 2),
    }),
  }),
  form(`${base}/nieuw`, {
    may: "directory",
    trail: ["directory.read", "directory.changed"],
    body: offerBody,
    load: (actor) => readOfferForm(actor, null),
    show: (state) => <OfferFormPage {...state} />,
    run: (actor, _params, body) => keepOffer(actor, { id: null, version: 0 }, inputOf(body)),
    done: ({ offerId }) => ({ to: `${base}/${offerId}`, notice: { text: "Het aanbod staat op de sociale kaart." } }),
    refused: errorsOf,
  }),
  page(`${base}/:offer`, {
    may: "directory",
    trail: "directory.read",
    load: (actor, { offer }) => readOffer(actor, offer),
    show: (data) => <OfferPage data={data} />,
  }),
  form(`${base}/:offer/wijzigen`, {
    may: "directory",
    trail: ["directory.read", "directory.changed"],
    body: offerBody,
    load: (actor, { offer }) => readOfferForm(actor, offer),
    show: (state) => <OfferFormPage {...state} />,
    run: (actor, { offer }, body) => keepOffer(actor, { id: offer, version: body.version }, inputOf(body)),
    done: ({ offerId }) => ({ to: `${base}/${offerId}`, notice: { text: "Opgeslagen. Het geldt als nagekeken op vandaag." } }),
    refused: errorsOf,
  }),
  action(`${base}/:offer/klopt`, {
    may: "directory",
    trail: "directory.checked",
    body: z.object({ version: z.coerce.number().int().default(0) }),
    run: (actor, { offer }, { version }) => checkOffer(actor, { id: offer, version }).then(pressed),
    done: (_outcome, { offer }) => ({ to: `${base}/${offer}`, notice: { text: "Nagekeken op vandaag. Dank u wel." } }),
    refused: ({ code }, { offer }) => ({ to: `${base}/${offer}`, notice: { tone: "late", text: offerRefusals[code].text } }),
  }),
  action(`${base}/:offer/klopt-niet`, {
    may: "directory",
    trail: "directory.reported",
    body: z.object({}),
    run: (actor, { offer }) => reportWrong(actor, offer).then(pressed),
    done: (_outcome, { offer }) => ({ to: `${base}/${offer}`, notice: { text: "Gemeld. Wie het bijhoudt, kijkt het na." } }),
    refused: ({ code }, { offer }) => ({ to: `${base}/${offer}`, notice: { tone: "info", text: offerRefusals[code].text } }),
  }),
];

const organisationRoutes = [
  page(`${base}/organisaties`, {
    may: "directory",
    trail: "directory.read",
    load: (actor, _params, query) => {
      const { words } = readQuestion(query);
      return readOrganisations(actor, words, readAbout(query).municipality);
    },
    show: (data) => <OrganisationsPage data={data} />,
  }),
  form(`${base}/organisaties/:organisation`, {
    may: "directory",
    trail: ["directory.read", "directory.contact-changed"],
    body: z.object({
      person: z.uuid("Kies wie"),
      municipality: optionalText(6),
      organisation: choice,
      subject: optionalText(200),
    }),
    load: (actor, { organisation }) => readOrganisation(actor, organisation),
    show: (state) => <OrganisationCardPage {...state} />,
    run: (actor, { organisation }, body) =>
      addContact(actor, {
        organisationId: organisation,
        membershipId: body.person,
        forOrganisationId: body.organisation,
        forMunicipality: body.municipality,
        subject: body.subject,
      }),
    done: (_outcome, { organisation }) => ({
      to: `${base}/organisaties/${organisation}`,
      notice: { text: "Het aanspreekpunt is toegevoegd." },
    }),
    refused: ({ code }) => {
      if (code === "contact-not-found") throw new NotFound();
      return contactErrors[code];
    },
  }),
  action(`${base}/organisaties/:organisation/aanspreekpunt/:contact/weg`, {
    may: "directory",
    trail: "directory.contact-changed",
    body: z.object({}),
    run: (actor, { organisation, contact }) => removeContact(actor, organisation, contact).then(pressed),
    done: (_outcome, { organisation }) => ({ to: `${base}/organisaties/${organisation}`, notice: { text: "Weggehaald." } }),
    refused: (_refusal, { organisation }) => ({ to: `${base}/organisaties/${organisation}` }),
  }),
];

/** The service directory, whole and as it fits one family. */
export const directoryRoutes = [
  ...offerRoutes,
  ...organisationRoutes,
  page("/gezinnen/:trajectory/steun", {
    may: "care",
    trail: "directory.read",
    load: async (actor, { trajectory }, query) => {
      const list = await readFamilyDirectory(actor, trajectory, readQuestion(query));
      const { role } = actor;
      return list && { list, mayWrite: (part: AskPart) => list.lineOpen && isRole(role) && mayRole(role, part, "write") };
    },
    show: (props) => <FamilyDirectoryPage {...props} />,
  }),
];
