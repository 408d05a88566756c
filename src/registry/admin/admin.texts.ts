import type { AdminRefusal } from "./admin.ts";
import type { OrganisationKind } from "./rules/rolesOfKind.ts";

export const kindNames: Readonly<Record<OrganisationKind, string>> = {
  midwifery_practice: "verloskundigenpraktijk",
  hospital: "ziekenhuis",
  maternity_care: "kraamzorg",
  youth_health: "jeugdgezondheidszorg",
  municipality: "gemeente",
  gp_practice: "huisartsenpraktijk",
  support_provider: "hulpverlening",
  childcare: "kinderopvang",
  public_health: "GGD",
  programme_office: "programmabureau",
  platform: "beheer van Wieg",
};

export const sayKind = (kind: string): string => (kindNames as Readonly<Record<string, string>>)[kind] ?? kind;

const sentences: Readonly<Record<AdminRefusal, string>> = {
  "not-this-role": "Deze rol kunt u bij deze organisatie niet geven of beëindigen.",
  yourself: "Uw eigen werkplek kunt u niet wijzigen. Vraag een andere beheerder.",
  "stands-alone": "Wie Wieg beheert, heeft geen andere rol. Zo ziet een beheerder nooit gegevens van gezinnen.",
  "kept-apart": "De sleutel van het onderzoek en de onderzoeksgegevens mogen niet bij dezelfde persoon zijn.",
  "already-here": "Deze persoon heeft deze rol al bij deze organisatie.",
  "last-administrator": "Dit is de laatste beheerder van de organisatie. Wijs eerst een andere aan.",
  past: "Kies vandaag of een latere dag.",
  "same-name": "Er is al een organisatie van deze soort met deze naam.",
  "kind-in-use": "De soort kan niet meer veranderen: er werken al mensen met rollen van deze soort.",
  "changed-meanwhile": "Iemand anders heeft dit intussen gewijzigd. Bekijk hieronder wat er nu staat en vul uw wijziging opnieuw in.",
  "no-account": "Deze persoon heeft geen account waarvoor een link kan worden gegeven.",
};

export const sayAdminRefusal = (code: AdminRefusal): string => sentences[code];

export const accountStates = {
  invited: { label: "uitgenodigd", tone: "soon" },
  active: { label: "actief", tone: "ok" },
  blocked: { label: "geblokkeerd", tone: "late" },
} as const;

const tables: Readonly<Record<string, string>> = {
  organisation: "Organisatie",
  organisation_area: "Werkgebied",
  membership: "Werkplek",
  professional: "Persoon",
  identity_provider: "Aanmelden via eigen organisatie",
};

export const sayTable = (table: string): string => tables[table] ?? table;

const fields: Readonly<Record<string, string>> = {
  name: "naam",
  kind: "soort",
  phone: "telefoon",
  email: "e-mail",
  home_municipality: "plaats",
  active: "actief",
  role: "rol",
  since: "sinds",
  until: "tot en met",
  display_name: "naam",
  issuer: "adres",
  client_id: "naam van Wieg daar",
  subject_claim: "kenmerk van de persoon",
  email_domains: "domeinen",
  factor_values: "twee stappen",
};

/** Null for what no reader needs to see: ids and counters. */
export const sayField = (field: string): string | null => fields[field] ?? null;
