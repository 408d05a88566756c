import { z } from "zod";
import type { Errors } from "../../../design/Errors.ts";
import type { Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { dayField, optionalDay, optionalText, requiredText, tick } from "../../../platform/http/fields.ts";
import type { Next, Route } from "../../../platform/http/route.ts";
import { action, form, isRole, page, type Permission } from "../../../trust/access/route.ts";
import type { AdminRefusal } from "../admin.ts";
import { sayAdminRefusal } from "../admin.texts.ts";
import {
  changePerson,
  changeRole,
  endMembership,
  invitePerson,
  readHistory,
  readLink,
  readPeople,
  readPerson,
  resetSignIn,
  setBlocked,
  type Person,
} from "../server/people.ts";
import { HistoryPage } from "./HistoryPage.tsx";
import { PeoplePage } from "./PeoplePage.tsx";
import { EndPage, InvitePage, NewInvitationPage, PersonDetailsPage, RecoveryPage, RolePage, ShowLinkPage } from "./PersonForms.tsx";
import { PersonPage } from "./PersonPage.tsx";

/** The same pages twice: for the administrator of one organisation, and for the administrator of Wieg in any. */
interface Place {
  /** Address of the list, as a route. */
  readonly address: "/beheer/mensen" | "/beheer/organisaties/:organisation/mensen";
  readonly may: Permission;
  organisationOf(actor: Actor, params: Params): string;
}
type Params = Readonly<Record<string, string>>;

const own: Place = { address: "/beheer/mensen", may: "role:organisation_admin", organisationOf: (actor) => actor.organisationId };
const any: Place = {
  address: "/beheer/organisaties/:organisation/mensen",
  may: "role:platform_admin",
  organisationOf: (_actor, params) => params["organisation"] ?? "",
};

const baseOf = (place: Place, params: Params): string => place.address.replace(":organisation", params["organisation"] ?? "");
const personAt = (place: Place, params: Params): string => `${baseOf(place, params)}/${params["membership"] ?? ""}`;
const role = z.string("Kies een rol").refine(isRole, "Kies een rol");
const refused =
  (field: string) =>
  (refusal: Refusal<AdminRefusal>): Errors => ({ [refusal.code === "past" ? "laatste-dag" : field]: sayAdminRefusal(refusal.code) });
const load =
  (place: Place) =>
  (actor: Actor, params: Params): Promise<Person | null> =>
    readPerson(actor, place.organisationOf(actor, params), params["membership"] ?? "");

const reading = (place: Place): readonly Route<Permission>[] => [
  page(place.address as string, {
    may: place.may,
    trail: "admin.people-read",
    load: (actor, params: Params) => readPeople(actor, place.organisationOf(actor, params)),
    show: (view, params: Params) => (
      <PeoplePage
        view={view}
        base={baseOf(place, params)}
        back={place === any ? { href: `/beheer/organisaties/${view.organisation.id}`, label: view.organisation.name } : undefined}
      />
    ),
  }),
  page(`${place.address}/:membership`, {
    may: place.may,
    trail: "admin.people-read",
    load: load(place),
    show: (view, params: Params) => <PersonPage view={view} base={baseOf(place, params)} />,
  }),
  page(`${place.address}/:membership/link/:link`, {
    may: place.may,
    trail: "admin.people-read",
    load: async (actor, params: Params) => ({ address: await readLink(actor, params["link"] ?? "") }),
    show: ({ address }, params: Params) => <ShowLinkPage address={address} back={personAt(place, params)} />,
  }),
  page(place.address.replace(/mensen$/, "geschiedenis"), {
    may: place.may,
    trail: "admin.history-read",
    load: (actor, params: Params, query) =>
      readHistory(actor, place.organisationOf(actor, params), Math.min(Math.max(Number(query["blad"]) || 1, 1), 1000)),
    show: (view, params: Params) => <HistoryPage view={view} base={baseOf(place, params)} />,
  }),
];

const inviting = (place: Place): readonly Route<Permission>[] => [
  form(`${place.address}/nieuw`, {
    may: place.may,
    trail: ["admin.people-read", "admin.person-invited"],
    body: z.object({
      naam: requiredText("Vul de naam in", 120),
      email: z
        .string("Vul het e-mailadres in")
        .trim()
        .toLowerCase()
        .pipe(z.email("Vul een e-mailadres in, zoals naam@praktijk.nl").max(254)),
      telefoon: optionalText(40),
      rol: role,
      sinds: dayField("Vul de eerste dag in"),
      link: z.enum(["mail", "zelf", "organisatie"], "Kies hoe zij haar link krijgt"),
    }),
    load: async (actor, params: Params) => {
      const view = await readPeople(actor, place.organisationOf(actor, params));
      return view && { view, base: baseOf(place, params) };
    },
    show: ({ data, values, errors }) => <InvitePage {...data} values={values} errors={errors} />,
    run: async (actor, params: Params, body) => {
      const by = body.link === "mail" ? "mail" : body.link === "zelf" ? "hand" : "provider";
      return invitePerson(actor, place.organisationOf(actor, params), {
        name: body.naam,
        email: body.email,
        phone: body.telefoon,
        role: body.rol,
        since: body.sinds,
        by,
      });
    },
    done: (outcome, params: Params) => invited(outcome, baseOf(place, params)),
    refused: refused("rol"),
  }),
];

function invited(outcome: { membershipId: string; linkId: string | null; isNew: boolean; byMail: boolean }, base: string): Next {
  const at = `${base}/${outcome.membershipId}`;
  if (outcome.linkId !== null) return { to: `${at}/link/${outcome.linkId}` };
  if (!outcome.isNew) return { to: at, notice: { text: "De werkplek is toegevoegd. Zij meldt zich aan zoals zij gewend is." } };
  return {
    to: at,
    notice: { text: outcome.byMail ? "De uitnodiging is verstuurd." : "Zij kan zich aanmelden met het account van de organisatie." },
  };
}

const jobForms = (place: Place): readonly Route<Permission>[] => [
  form(`${place.address}/:membership/rol`, {
    may: place.may,
    trail: ["admin.people-read", "admin.role-changed"],
    body: z.object({ rol: role }),
    load: load(place),
    show: ({ data, values, errors }, params: Params) => (
      <RolePage view={data} base={baseOf(place, params)} values={values} errors={errors} />
    ),
    run: (actor, params: Params, body) => changeRole(actor, params["membership"] ?? "", body.rol),
    done: (outcome, params: Params) => ({
      to: `${baseOf(place, params)}/${outcome.membershipId}`,
      notice: { text: "De rol is gewijzigd." },
    }),
    refused: refused("rol"),
  }),
  form(`${place.address}/:membership/einde`, {
    may: place.may,
    trail: ["admin.people-read", "admin.membership-ended"],
    load: load(place),
    body: z
      .object({ wanneer: z.enum(["dag", "nu"], "Kies wanneer"), "laatste-dag": optionalDay() })
      .refine((typed) => typed.wanneer === "nu" || typed["laatste-dag"] !== null, {
        path: ["laatste-dag"],
        message: "Vul de laatste werkdag in",
      }),
    show: ({ data, values, errors }, params: Params) => (
      <EndPage view={data} base={baseOf(place, params)} values={values} errors={errors} />
    ),
    run: (actor, params: Params, body) =>
      endMembership(actor, params["membership"] ?? "", body.wanneer === "nu" ? null : body["laatste-dag"]),
    done: (_outcome, params: Params) => ({ to: baseOf(place, params), notice: { text: "De werkplek is beëindigd." } }),
    refused: refused("form"),
  }),
  form(`${place.address}/:membership/gegevens`, {
    may: place.may,
    trail: ["admin.people-read", "admin.person-changed"],
    load: load(place),
    body: z.object({ naam: requiredText("Vul de naam in", 120), telefoon: optionalText(40) }),
    show: ({ data, values, errors }, params: Params) => (
      <PersonDetailsPage view={data} base={baseOf(place, params)} values={values} errors={errors} />
    ),
    run: async (actor, params: Params, body) =>
      changePerson(actor, await professionalOf(place, actor, params), { name: body.naam, phone: body.telefoon }),
    done: (_outcome, params: Params) => ({ to: personAt(place, params), notice: { text: "De gegevens zijn bewaard." } }),
    refused: refused("form"),
  }),
];

const linkForms = (place: Place): readonly Route<Permission>[] => [
  form(`${place.address}/:membership/uitnodiging`, {
    may: place.may,
    trail: ["admin.people-read", "admin.sign-in-reset"],
    load: load(place),
    body: z.object({ link: z.enum(["mail", "zelf"], "Kies hoe zij haar link krijgt") }),
    show: ({ data, values, errors }, params: Params) => (
      <NewInvitationPage view={data} base={baseOf(place, params)} values={values} errors={errors} />
    ),
    run: async (actor, params: Params, body) =>
      resetSignIn(actor, await professionalOf(place, actor, params), { checked: null, byMail: body.link === "mail" }),
    done: (outcome, params: Params) => given(outcome.linkId, personAt(place, params)),
    refused: refused("form"),
  }),
  form(`${place.address}/:membership/herstel`, {
    may: place.may,
    trail: ["admin.people-read", "admin.sign-in-reset"],
    load: load(place),
    body: z.object({
      vastgesteld: requiredText("Vul in hoe u hebt vastgesteld dat zij het is", 500).pipe(
        z.string().min(5, "Vul in hoe u hebt vastgesteld dat zij het is"),
      ),
      link: z.enum(["mail", "zelf"], "Kies hoe zij haar link krijgt"),
      akkoord: tick.pipe(z.literal(true, "Vink aan dat u dit weet")),
    }),
    show: ({ data, values, errors }, params: Params) => (
      <RecoveryPage view={data} base={baseOf(place, params)} values={values} errors={errors} mailOnly={place === any} />
    ),
    run: async (actor, params: Params, body) =>
      resetSignIn(actor, await professionalOf(place, actor, params), { checked: body.vastgesteld, byMail: body.link === "mail" }),
    done: (outcome, params: Params) => given(outcome.linkId, personAt(place, params)),
    refused: refused("form"),
  }),
  ...(["blokkeren", "deblokkeren"] as const).map((verb) =>
    action(`${place.address}/:membership/${verb}`, {
      may: place.may,
      trail: ["admin.people-read", "admin.sign-in-blocked"],
      body: z.object({}),
      run: async (actor, params: Params) => setBlocked(actor, await professionalOf(place, actor, params), verb === "blokkeren"),
      done: (_outcome, params: Params) => ({
        to: personAt(place, params),
        notice: { text: verb === "blokkeren" ? "Het account is geblokkeerd." : "De blokkering is opgeheven." },
      }),
      refused: (refusal, params: Params) => ({
        to: personAt(place, params),
        notice: { tone: "late", text: sayAdminRefusal(refusal.code) },
      }),
    }),
  ),
];

const given = (linkId: string | null, at: string): Next =>
  linkId === null ? { to: at, notice: { text: "De link is verstuurd." } } : { to: `${at}/link/${linkId}` };

/** Whose job it is, within this organisation: an address with the job of someone elsewhere finds nobody. */
async function professionalOf(place: Place, actor: Actor, params: Params): Promise<string> {
  const person = await load(place)({ ...actor, requestKey: null }, params);
  return person?.person.professionalId ?? "00000000-0000-0000-0000-000000000000";
}

/** People and their jobs. */
export const peopleRoutes: readonly Route<Permission>[] = [own, any].flatMap((place) => [
  ...inviting(place),
  ...reading(place),
  ...jobForms(place),
  ...linkForms(place),
]);
