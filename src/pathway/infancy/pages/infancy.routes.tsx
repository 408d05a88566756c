import { z } from "zod";
import type { Errors } from "../../../design/Errors.ts";
import type { Refusal } from "../../../kit/refusal.ts";
import { dayField, optionalDay, optionalText, tick, ticked } from "../../../platform/http/fields.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { action, form, isRole, mayUse, page } from "../../../trust/access/route.ts";
import { childcareKinds, childcareStates, vveAnswers, type ChildcareRefusal } from "../childcare.ts";
import { childcareRefusalText, contactRefusals } from "../infancy.texts.ts";
import { keepPlace, readPlaceForm, type PlaceInput } from "../server/keepPlace.ts";
import { readContactForm, readContacts } from "../server/readContacts.ts";
import { recordContact, takeContactBack } from "../server/recordContact.ts";
import { contactOutcomes, type ContactRefusal } from "../youthContact.ts";
import { ContactFormPage } from "./ContactFormPage.tsx";
import { ContactsPage } from "./ContactsPage.tsx";
import { PlaceFormPage } from "./PlaceFormPage.tsx";

const contacts = "/gezinnen/:trajectory/contactmomenten";
const childcare = "/gezinnen/:trajectory/kinderopvang";

const contactBody = z.object({
  outcome: z.enum(contactOutcomes, "Kies hoe het ging"),
  onDay: dayField("Vul de dag in"),
  noticed: optionalText(),
  factors: ticked,
  supports: ticked,
  urgent: tick,
  discussed: tick,
  nextChild: tick,
});

function contactErrors({ code }: Refusal<ContactRefusal>): Errors {
  if (code === "contact-not-found") throw new NotFound();
  return { [contactRefusals[code].field]: contactRefusals[code].text };
}

const contactRoutes = [
  page(contacts, {
    may: "exploration.read",
    trail: "youth-contact.read",
    load: async (actor, { trajectory }) => {
      const data = await readContacts(actor, trajectory);
      return data && { data, mayRecord: isRole(actor.role) && mayUse(actor.role, "youth-contacts") };
    },
    show: (props) => <ContactsPage {...props} />,
  }),
  form(`${contacts}/:child/:moment`, {
    may: "youth-contacts",
    trail: ["youth-contact.read", "youth-contact.recorded"],
    body: contactBody,
    load: async (actor, { trajectory, child, moment }) => {
      const data = await readContactForm(actor, trajectory, child, moment);
      return data && { data, mayTakeBack: data.contact.record?.organisationId === actor.organisationId && data.line.state === "open" };
    },
    show: ({ data, values, errors }) => <ContactFormPage {...data} values={values} errors={errors} />,
    run: (actor, { trajectory, child, moment }, { factors, supports, nextChild, ...body }) =>
      recordContact(actor, {
        ...body,
        trajectoryId: trajectory,
        childId: child,
        momentCode: moment,
        factorCodes: [...factors, ...supports],
        nextChildWish: nextChild,
      }),
    done: (_done, { trajectory }) => ({
      to: `/gezinnen/${trajectory}/contactmomenten`,
      notice: { text: "Het contactmoment is vastgelegd." },
    }),
    refused: contactErrors,
  }),
  action(`${contacts}/:child/:moment/terug`, {
    may: "youth-contacts",
    trail: "youth-contact.taken-back",
    body: z.object({}),
    run: async (actor, { trajectory, child, moment }) => {
      const outcome = await takeContactBack(actor, { trajectoryId: trajectory, childId: child, momentCode: moment });
      if (outcome.code === "contact-not-found") throw new NotFound();
      return outcome;
    },
    done: (_done, { trajectory }) => ({ to: `/gezinnen/${trajectory}/contactmomenten`, notice: { text: "Het is teruggenomen." } }),
    refused: (refusal, { trajectory }) => ({
      to: `/gezinnen/${trajectory}/contactmomenten`,
      notice: { tone: "late", text: Object.values(contactErrors(refusal))[0] ?? "" },
    }),
  }),
];

const choice = z
  .union([z.literal(""), z.uuid("Kies uit de lijst")])
  .optional()
  .transform((id) => (id === undefined || id === "" ? null : id));
const halfDays = z
  .string()
  .optional()
  .transform((typed) => typed?.trim() ?? "")
  .pipe(z.string().regex(/^(?:[1-9]|10)?$/, "Vul een getal in van 1 tot 10"))
  .transform((typed) => (typed === "" ? null : Number(typed)));

const placeBody = z
  .object({
    version: z.coerce.number().int().default(0),
    child: z.uuid("Kies het kind"),
    kind: z.enum(childcareKinds, "Kies wat voor plek"),
    state: z.enum(childcareStates, "Kies hoe het staat"),
    organisation: choice,
    placeName: optionalText(120),
    vve: z.enum(vveAnswers, "Kies wat er bekend is"),
    vveOn: optionalDay(),
    halfDays,
    since: optionalDay(),
    until: optionalDay(),
    remark: optionalText(1000),
  })
  .transform(({ child, organisation, vveOn, until, ...typed }) => ({
    ...typed,
    childId: child,
    organisationId: organisation,
    vveOn: typed.vve === "indicated" ? vveOn : null,
    until: typed.state === "ended" ? until : null,
  }));

function placeErrors({ code, facts }: Refusal<ChildcareRefusal>): Errors {
  if (code === "childcare-not-found") throw new NotFound();
  return childcareRefusalText(code, facts);
}
const keep = (actor: Parameters<typeof keepPlace>[0], trajectory: string, id: string | null, body: z.output<typeof placeBody>) => {
  const { version, ...typed } = body;
  const input: PlaceInput = { ...typed, trajectoryId: trajectory };
  return keepPlace(actor, { id, version }, input);
};

const childcareRoutes = [
  form(`${childcare}/nieuw`, {
    may: "referrals.write",
    trail: ["childcare.read", "childcare.recorded"],
    body: placeBody,
    load: (actor, { trajectory }) => readPlaceForm(actor, trajectory, null),
    show: (state, { trajectory }) => <PlaceFormPage trajectoryId={trajectory} {...state} />,
    run: (actor, { trajectory }, body) => keep(actor, trajectory, null, body),
    done: (_done, { trajectory }) => ({ to: `/gezinnen/${trajectory}#eerste-jaren`, notice: { text: "De plek staat op de lijn." } }),
    refused: placeErrors,
  }),
  form(`${childcare}/:place`, {
    may: "referrals.write",
    trail: ["childcare.read", "childcare.recorded"],
    body: placeBody,
    load: (actor, { trajectory, place }) => readPlaceForm(actor, trajectory, place),
    show: (state, { trajectory }) => <PlaceFormPage trajectoryId={trajectory} {...state} />,
    run: (actor, { trajectory, place }, body) => keep(actor, trajectory, place, body),
    done: (_done, { trajectory }) => ({ to: `/gezinnen/${trajectory}#eerste-jaren`, notice: { text: "Bewaard." } }),
    refused: placeErrors,
  }),
];

/** The first two years of a line. */
export const infancyRoutes = [...contactRoutes, ...childcareRoutes];
