import type { Role } from "../../trust/access/rules/policy.ts";

/** An invented organisation with its invented people. `serves`: municipality codes, or the whole region. */
export interface DemonstrationOrganisation {
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly in: string;
  readonly serves: readonly string[] | "region";
  readonly people: readonly (readonly [name: string, role: Role])[];
}

export const parkstad = ["GM0917", "GM0928", "GM0882", "GM0899", "GM0965", "GM0986", "GM1954"] as const;
const west = ["GM1883", "GM0971", "GM0888"] as const;
const south = ["GM0935", "GM1903", "GM1729", "GM0938", "GM0981", "GM0994"] as const;

const municipality = (key: string, name: string, code: string, people: DemonstrationOrganisation["people"]): DemonstrationOrganisation => ({
  key,
  kind: "municipality",
  name: `Gemeente ${name}`,
  in: code,
  serves: [code],
  people,
});

/** Some 25 organisations of every kind and 68 professionals of every role. Every person is invented. */
export const demonstrationOrganisations: readonly DemonstrationOrganisation[] = [
  {
    key: "maas",
    kind: "midwifery_practice",
    name: "Verloskundigenpraktijk De Maas",
    in: "GM0917",
    serves: parkstad,
    people: [
      ["Marieke Voorbeeld", "midwife"],
      ["Anouk Verzonnen", "midwife"],
      ["Lotte Bedacht", "midwife"],
      ["Ria Kantoor", "organisation_admin"],
      ["Jolanda Veilig", "meldcode_officer"],
    ],
  },
  {
    key: "geleenbeek",
    kind: "midwifery_practice",
    name: "Verloskundigenpraktijk Geleenbeek",
    in: "GM1883",
    serves: west,
    people: [
      ["Femke Fictief", "midwife"],
      ["Sanne Denkbeeldig", "midwife"],
      ["Ellen Steeds", "meldcode_officer"],
    ],
  },
  {
    key: "worm",
    kind: "midwifery_practice",
    name: "Verloskundigen aan de Worm",
    in: "GM0928",
    serves: parkstad,
    people: [
      ["Yasmin Voorstel", "midwife"],
      ["Tessa Proef", "midwife"],
    ],
  },
  {
    key: "geul",
    kind: "midwifery_practice",
    name: "Praktijk De Geul",
    in: "GM0935",
    serves: south,
    people: [
      ["Inge Fantasie", "midwife"],
      ["Noor Schets", "midwife"],
    ],
  },
  {
    key: "hospital",
    kind: "hospital",
    name: "Ziekenhuis Heuvelland",
    in: "GM0917",
    serves: "region",
    people: [
      ["Karin Model", "clinical_midwife"],
      ["Dirk Denkwijs", "gynaecologist"],
      ["Bea Verhaal", "social_paediatrics"],
    ],
  },
  {
    key: "hospital-south",
    kind: "hospital",
    name: "Ziekenhuis Maasoever",
    in: "GM0935",
    serves: "region",
    people: [
      ["Ruben Stelling", "gynaecologist"],
      ["Hanneke Beeld", "clinical_midwife"],
    ],
  },
  {
    key: "gzl",
    kind: "maternity_care",
    name: "Geboortezorg Limburg",
    in: "GM1883",
    serves: "region",
    people: [
      ["Petra Planning", "maternity_coordinator"],
      ["Wilma Intake", "maternity_intake"],
      ["Chantal Kraam", "maternity_assistant"],
      ["Debbie Wieg", "maternity_assistant"],
      ["Nicole Deken", "maternity_assistant"],
      ["Olga Luier", "maternity_assistant"],
      ["Ingrid Sok", "maternity_assistant"],
      ["Carla Fles", "maternity_assistant"],
      ["Rina Speen", "maternity_assistant"],
      ["Bianca Bad", "maternity_assistant"],
      ["Lianne Lepel", "maternity_assistant"],
      ["Miranda Muts", "maternity_assistant"],
      ["Nathalie Knuffel", "maternity_assistant"],
      ["Sylvia Slab", "maternity_assistant"],
      ["Wendy Wikkel", "maternity_assistant"],
    ],
  },
  {
    key: "first-day",
    kind: "maternity_care",
    name: "Kraamzorg De Eerste Dag",
    in: "GM0935",
    serves: "region",
    people: [
      ["Astrid Aanvang", "maternity_intake"],
      ["Mirjam Mand", "maternity_assistant"],
    ],
  },
  {
    key: "jgz",
    kind: "youth_health",
    name: "JGZ Zuid-Limburg (demonstratie)",
    in: "GM0917",
    serves: "region",
    people: [
      ["Hilde Voorbeeld", "youth_nurse"],
      ["Cindy Gedacht", "youth_nurse"],
      ["Marloes Ontwerp", "youth_nurse"],
      ["Suzan Omtrek", "youth_nurse"],
      ["Birgit Lijn", "youth_doctor"],
      ["Frank Zorgvuldig", "meldcode_officer"],
      ["Tineke Beheer", "organisation_admin"],
    ],
  },
  municipality("heerlen", "Heerlen", "GM0917", [
    ["Sjef Loket", "municipal_worker"],
    ["Nadia Knoop", "knooppunt_coordinator"],
  ]),
  municipality("kerkrade", "Kerkrade", "GM0928", [
    ["Ans Toegang", "municipal_worker"],
    ["Bram Knoop", "knooppunt_coordinator"],
  ]),
  municipality("landgraaf", "Landgraaf", "GM0882", [
    ["Joost Balie", "municipal_worker"],
    ["Mia Knoop", "knooppunt_coordinator"],
  ]),
  municipality("brunssum", "Brunssum", "GM0899", [["Rosa Ingang", "knooppunt_coordinator"]]),
  municipality("sittard", "Sittard-Geleen", "GM1883", [
    ["Wim Wijk", "municipal_worker"],
    ["Els Knoop", "knooppunt_coordinator"],
  ]),
  municipality("maastricht", "Maastricht", "GM0935", [
    ["Guus Straat", "municipal_worker"],
    ["Lia Knoop", "knooppunt_coordinator"],
  ]),
  municipality("vaals", "Vaals", "GM0981", [["Toos Grens", "knooppunt_coordinator"]]),
  {
    key: "gp-heerlen",
    kind: "gp_practice",
    name: "Huisartsen Aambos",
    in: "GM0917",
    serves: ["GM0917"],
    people: [["Paul Huisarts", "gp"]],
  },
  {
    key: "gp-sittard",
    kind: "gp_practice",
    name: "Huisartsen De Baandert",
    in: "GM1883",
    serves: ["GM1883"],
    people: [["Simone Spreekuur", "gp"]],
  },
  {
    key: "bank",
    kind: "support_provider",
    name: "Kredietbank (demonstratie)",
    in: "GM0917",
    serves: "region",
    people: [["Cora Centen", "support_provider"]],
  },
  {
    key: "social-work",
    kind: "support_provider",
    name: "Maatschappelijk werk De Brug",
    in: "GM0917",
    serves: "region",
    people: [["Ineke Brug", "support_provider"]],
  },
  {
    key: "volunteers",
    kind: "support_provider",
    name: "Burgerkracht in de buurt",
    in: "GM1883",
    serves: "region",
    people: [["Harrie Buurt", "support_provider"]],
  },
  // Nobody of these works with Wieg: they are asked by a one-time link, or on paper.
  { key: "buurthuis", kind: "support_provider", name: "Buurthuis De Brug", in: "GM0917", serves: "region", people: [] },
  { key: "food-bank", kind: "support_provider", name: "Voedselbank in de buurt", in: "GM0917", serves: "region", people: [] },
  {
    key: "childcare",
    kind: "childcare",
    name: "Kinderopvang Het Nest",
    in: "GM0928",
    serves: ["GM0928", "GM0917"],
    people: [["Kim Nest", "childcare"]],
  },
  {
    key: "ggd",
    kind: "public_health",
    name: "GGD, afdeling kennis (demonstratie)",
    in: "GM0917",
    serves: "region",
    people: [
      ["Nelleke Cijfer", "research_desk"],
      ["Hedda Telling", "research_desk"],
      ["Wouter Waarde", "research_desk"],
      ["Sander Sleutel", "key_keeper"],
    ],
  },
  {
    key: "office",
    kind: "programme_office",
    name: "Programmabureau Kansrijke Start",
    in: "GM0917",
    serves: "region",
    people: [
      ["Thomas Traject", "project_group"],
      ["Vera Voorzitter", "conference_chair"],
      ["Nico Neutraal", "neutral_reviewer"],
      ["Pien Privacy", "privacy_officer"],
    ],
  },
  { key: "platform", kind: "platform", name: "Wieg beheer", in: "GM0917", serves: "region", people: [["Ben Beheer", "platform_admin"]] },
];
