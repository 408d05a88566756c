import { z } from "zod";
import type { Refusal } from "../../../kit/refusal.ts";
import { optionalText, requiredText, tick, ticked } from "../../../platform/http/fields.ts";
import { action, form, page } from "../../../trust/access/route.ts";
import { signInSettings } from "../../../trust/signIn/server/door.ts";
import type { AdminRefusal } from "../admin.ts";
import { sayAdminRefusal } from "../admin.texts.ts";
import { organisationKinds } from "../rules/rolesOfKind.ts";
import {
  checkProvider,
  keepOrganisation,
  keepProvider,
  readOrganisation,
  readOrganisations,
  readProvider,
} from "../server/organisations.ts";
import type { OrganisationToSave } from "../server/organisations.store.ts";
import { OrganisationPage } from "./OrganisationPage.tsx";
import { OrganisationsPage } from "./OrganisationsPage.tsx";
import { ProviderPage } from "./ProviderPage.tsx";

const may = "role:platform_admin";
const trail = ["admin.organisations-read", "admin.organisation-saved"];

const body = z
  .object({
    naam: requiredText("Vul de naam in", 120),
    soort: z.enum(organisationKinds, "Kies een soort"),
    telefoon: optionalText(40),
    email: optionalText(254).pipe(z.email("Vul een e-mailadres in, zoals info@praktijk.nl").nullable()),
    plaats: z.string("Kies een gemeente").regex(/^GM\d{4}$/, "Kies een gemeente"),
    gebied: ticked.pipe(z.array(z.string().regex(/^GM\d{4}$/)).max(400)),
    actief: tick,
  })
  .transform(
    (typed): OrganisationToSave => ({
      name: typed.naam,
      kind: typed.soort,
      phone: typed.telefoon,
      email: typed.email,
      home: typed.plaats,
      areas: typed.gebied,
      active: typed.actief,
    }),
  );

const refused = (refusal: Refusal<AdminRefusal>) => ({
  [refusal.code === "same-name" ? "naam" : refusal.code === "kind-in-use" ? "soort" : "form"]: sayAdminRefusal(refusal.code),
});

const words = (typed: string): readonly string[] => [...new Set(typed.split(/[\s,;]+/).filter((word) => word !== ""))];
const domains = z
  .string()
  .default("")
  .transform((typed) => words(typed.toLowerCase().replaceAll("@", "")))
  .pipe(
    z
      .array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "Vul domeinen in, zoals organisatie.nl"))
      .min(1, "Vul ten minste één domein in"),
  );

/** https, but on a developer's machine. */
const issuer = z
  .url("Vul een adres in, zoals https://login.organisatie.nl")
  .max(300)
  .refine((typed) => typed.startsWith("https://") || signInSettings().httpIssuers, "Het adres begint met https://");

/** Organisations, what they work for, and how their people sign in. */
export const organisationRoutes = [
  page("/beheer/organisaties", {
    may,
    trail: "admin.organisations-read",
    load: async (actor) => ({ organisations: await readOrganisations(actor) }),
    show: ({ organisations }) => <OrganisationsPage organisations={organisations} />,
  }),
  form("/beheer/organisaties/nieuw", {
    may,
    trail,
    body,
    load: (actor) => readOrganisation(actor, null),
    show: ({ data, values, errors }) => <OrganisationPage view={data} values={values} errors={errors} />,
    run: (actor, _params, to) => keepOrganisation(actor, null, to),
    done: ({ id }) => ({ to: `/beheer/organisaties/${id}`, notice: { text: "De organisatie is toegevoegd. Nodig nu een beheerder uit." } }),
    refused,
  }),
  form("/beheer/organisaties/:organisation", {
    may,
    trail,
    body,
    load: (actor, params) => readOrganisation(actor, params.organisation),
    show: ({ data, values, errors }) => <OrganisationPage view={data} values={values} errors={errors} />,
    run: (actor, params, to) => keepOrganisation(actor, params.organisation, to),
    done: ({ id }) => ({ to: `/beheer/organisaties/${id}`, notice: { text: "De gegevens zijn bewaard." } }),
    refused,
  }),
  form("/beheer/organisaties/:organisation/aanmelden", {
    may,
    trail: ["admin.organisations-read", "admin.provider-saved"],
    body: z.object({
      versie: z.coerce.number().int().min(0),
      adres: issuer,
      client: requiredText("Vul de naam van Wieg daar in", 200),
      geheim: z.string().max(500).default(""),
      domeinen: domains,
      kenmerk: z
        .string("Vul het kenmerk in")
        .trim()
        .regex(/^[\w:./-]{1,60}$/, "Vul het kenmerk in, zoals sub"),
      "twee-stappen": z.string().default("").transform(words),
      actief: tick,
    }),
    load: (actor, params) => readProvider(actor, params.organisation),
    show: ({ data, values, errors }) => <ProviderPage view={data} values={values} errors={errors} />,
    run: (actor, params, to) =>
      keepProvider(actor, params.organisation, {
        issuer: to.adres,
        clientId: to.client,
        secret: to.geheim,
        subjectClaim: to.kenmerk,
        emailDomains: to.domeinen,
        factorValues: to["twee-stappen"],
        active: to.actief,
        version: to.versie,
      }),
    done: (_outcome, params) => ({
      to: `/beheer/organisaties/${params.organisation}/aanmelden`,
      notice: { text: "Het aanmelden is ingesteld." },
    }),
    refused,
  }),
  action("/beheer/organisaties/:organisation/aanmelden/proberen", {
    may,
    trail: "admin.organisations-read",
    body: z.object({}),
    run: (actor, params) => checkProvider(actor, params.organisation),
    done: ({ answers }, params) => ({
      to: `/beheer/organisaties/${params.organisation}/aanmelden`,
      notice: answers
        ? { text: "Het adres antwoordt zoals het hoort." }
        : { tone: "late", text: "Het adres antwoordt niet, of niet als aanmelddienst. Controleer het met hun ICT." },
    }),
    refused: (refusal, params) => ({
      to: `/beheer/organisaties/${params.organisation}/aanmelden`,
      notice: { tone: "late", text: sayAdminRefusal(refusal.code) },
    }),
  }),
];
