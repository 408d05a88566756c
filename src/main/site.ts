import path from "node:path";
import { pathToFileURL } from "node:url";
import { readAssets } from "../design/assets.ts";
import { mayKeepMoments } from "../pathway/infancy/rules/decideMoment.ts";
import { doorProblem } from "../pathway/signal/pages/doorProblem.tsx";
import { portalProblem } from "../portal/pages/portalProblem.tsx";
import type { Actor } from "../platform/db/actor.ts";
import type { Site } from "../platform/http/site.ts";
import { projectRoot } from "../platform/projectRoot.ts";
import { enter, isRole, mayUse, type Permission } from "../trust/access/route.ts";
import { roleNames } from "../trust/access/roles.texts.ts";

/** Her menu fits on one row: these she reaches from the page of the programme and from the planning. */
const coordinates = ({ role }: Actor): boolean => role === "maternity_coordinator";

/** The menu: an entry shows for who may use it. */
const menu: readonly { href: string; label: string; may: Permission; except?(actor: Actor): boolean }[] = [
  { href: "/werk", label: "Mijn werk", may: "signed-in" },
  { href: "/gezinnen", label: "Gezinnen", may: "care" },
  { href: "/casussen", label: "Casussen", may: "plan.write" },
  { href: "/sociale-kaart", label: "Sociale kaart", may: "directory" },
  { href: "/overleggen", label: "Overleggen", may: "conference" },
  { href: "/geboortezorg-flex", label: "Geboortezorg Flex", may: "programme-places" },
  { href: "/geboortezorg-flex/sturing", label: "Sturing", may: "steering", except: coordinates },
  { href: "/geboortezorg-flex/vandaag", label: "Mijn bezoeken", may: "role:maternity_assistant" },
  { href: "/geboortezorg-flex/planning", label: "Planning", may: "visit-planning" },
  { href: "/cijfers", label: "Cijfers", may: "figures" },
  { href: "/cijfers/hulpvragen", label: "Gedeelde vragen", may: "shared-questions" },
  { href: "/onderzoek/antwoorden", label: "Wat werkt", may: "shared-questions" },
  { href: "/onderzoek", label: "Onderzoek", may: "role:research_desk" },
  { href: "/onderzoek/sleutel/gesprekken", label: "Gesprekken", may: "role:key_keeper" },
  { href: "/onderzoek/sleutel", label: "Sleutel", may: "role:key_keeper" },
  { href: "/hulpvragen", label: "Hulpvragen", may: "help-requests" },
  { href: "/beheer/mensen", label: "Mensen", may: "role:organisation_admin" },
  { href: "/beheer/geschiedenis", label: "Geschiedenis", may: "role:organisation_admin" },
  { href: "/beheer/organisaties", label: "Organisaties", may: "role:platform_admin" },
  {
    href: "/beheer/telefoons",
    label: "Telefoons",
    may: "visit-phones",
    except: (actor) => actor.organisationKind !== "maternity_care" || coordinates(actor),
  },
  { href: "/meldcode", label: "Meldcode", may: "meldcode" },
  { href: "/beheer/factoren", label: "Factoren", may: "role:platform_admin" },
  { href: "/beheer/contactmomenten", label: "Contactmomenten", may: "contact-moments", except: (actor) => !mayKeepMoments(actor) },
  { href: "/beheer/programma", label: "Programma", may: "programme-settings", except: coordinates },
  { href: "/beheer/voordeur", label: "Voordeur", may: "role:platform_admin" },
  { href: "/beheer/postcodes", label: "Postcodes", may: "role:platform_admin" },
  { href: "/beheer/post", label: "E-mail", may: "role:platform_admin" },
  { href: "/dubbelen", label: "Mogelijk dubbel", may: "role:neutral_reviewer" },
  { href: "/bewaren", label: "Bewaren", may: "role:privacy_officer" },
  { href: "/noodtoegang/overzicht", label: "Noodtoegang", may: "role:privacy_officer" },
  { href: "/inzage", label: "Inzage", may: "role:privacy_officer" },
];

export function newSite(demonstration: boolean): Site<Permission> {
  return {
    enter,
    mayEnterWithout: (may) => may === "public",
    nav: (actor) => menu.filter(({ may, except }) => isRole(actor.role) && mayUse(actor.role, may) && except?.(actor) !== true),
    roleName: (role) => (isRole(role) ? roleNames[role] : role),
    assets: readAssets(pathToFileURL(path.join(projectRoot, "build", "assets") + path.sep)),
    demonstration,
    ownProblem: (path, status) => doorProblem(path, status) ?? portalProblem(path, status),
  };
}
