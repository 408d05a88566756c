import { offerBody, offerValues } from "../../../pathway/support/directory/pages/offerBody.ts";
import {
  checkOffer,
  keepOffer,
  readOfferForm,
  reportWrong,
  type OfferInput,
} from "../../../pathway/support/directory/server/changeOffer.ts";
import { addContact } from "../../../pathway/support/directory/server/keepContacts.ts";
import { offerChecksTask } from "../../../pathway/support/directory/server/offerChecksTask.ts";
import { did } from "../acts/cast.ts";
import type { RegionUnderConstruction } from "../region.store.ts";
import { storyDay } from "../storyDay.ts";
import type { Step, Teller } from "../story.ts";

/** Who offers what came with Wieg here: code, organisation, contact person, and what is known of room and waiting. */
const linked: readonly (readonly [code: string, organisation: string, contact: string, known: Partial<OfferInput>])[] = [
  ["voorzorg", "jgz", "Suzan Omtrek", { waitWeeks: 3, capacityAvailable: 4, capacityMaximum: 25, interpretationServices: null }],
  ["stevig-ouderschap", "jgz", "Marloes Ontwerp", { waitWeeks: 1, capacityAvailable: 9, capacityMaximum: 40 }],
  ["centering-parenting", "jgz", "Marloes Ontwerp", {}],
  ["prenataal-huisbezoek", "jgz", "Hilde Voorbeeld", { waitWeeks: 0 }],
  ["centering-pregnancy", "maas", "Lotte Bedacht", { capacityAvailable: 0, capacityMaximum: 12 }],
  ["geboortezorg-flex", "gzl", "Petra Planning", {}],
  ["schuldhulp", "bank", "Cora Centen", { waitWeeks: 4, interpretationServices: "Tolkentelefoon, op afspraak" }],
  [
    "maatschappelijk-werk",
    "social-work",
    "Ineke Brug",
    { waitWeeks: 6, capacityAvailable: 2, capacityMaximum: 30, languages: ["nl", "en", "ar"] },
  ],
  ["toegangsteam", "heerlen", "Sjef Loket", { municipalities: ["GM0917"], waitWeeks: 2 }],
  ["burgerkracht", "volunteers", "Harrie Buurt", { capacityAvailable: 6 }],
  ["poh", "gp-heerlen", "Paul Huisarts", { municipalities: ["GM0917"], waitWeeks: 1 }],
  ["vve", "childcare", "Kim Nest", { municipalities: ["GM0928", "GM0917"], capacityAvailable: 3, capacityMaximum: 16 }],
];

/** Help of organisations that do not work with Wieg: by a link to this address, or on paper. */
const outside: readonly (readonly [name: string, organisation: string, description: string, email: string | null])[] = [
  [
    "Koffie-ochtend voor ouders",
    "buurthuis",
    "Elke dinsdag samen koffie, met speelhoek. Aanmelden hoeft niet.",
    "koffie@buurthuis.example.org",
  ],
  ["Voedselpakket", "food-bank", "Elke week een pakket, zo lang dat nodig is.", null],
];

/** Whom one calls, for families of which municipality. */
const contacts: readonly (readonly [who: string, municipality: string, subject: string])[] = [
  ["Nadia Knoop", "GM0917", "Knooppunt Kansrijke Start"],
  ["Bram Knoop", "GM0928", "Knooppunt Kansrijke Start"],
  ["Hilde Voorbeeld", "GM0917", "prenatale huisbezoeken"],
  ["Cindy Gedacht", "GM1883", "prenatale huisbezoeken"],
  ["Cora Centen", "GM0917", "geldzorgen"],
  ["Petra Planning", "GM0917", "Geboortezorg Flex"],
];

/** The service directory as a region that keeps it well has it: linked, mostly checked, one long ago, one that a colleague reported. */
export function directoryScene({ region, today }: Teller): readonly Step[] {
  const checkedAgain = linked.filter(([code]) => code !== "centering-parenting");
  return [
    { on: storyDay(today, 250), run: () => inTurn(linked, (one) => link(region, one)) },
    { on: storyDay(today, 250), run: () => inTurn(outside, (one) => offerOutside(region, one)) },
    { on: storyDay(today, 250), run: () => inTurn(contacts, (one) => name(region, one)) },
    { on: storyDay(today, 30), run: () => inTurn(checkedAgain, (one) => check(region, one)) },
    {
      on: storyDay(today, 2),
      run: async () => void (await did("report an offer", reportWrong(region.actor("Marieke Voorbeeld"), await idOf(region, "vve")))),
    },
    { on: today, run: () => offerChecksTask.run({}) },
  ];
}

const inTurn = async <One>(all: readonly One[], run: (one: One) => Promise<void>): Promise<void> => {
  for (const one of all) await run(one);
};

const idOf = async (region: RegionUnderConstruction, code: string): Promise<string> =>
  (await region.asOwner<{ id: string }>("select id from support_offer where code = $1", [code]))[0]?.id ?? "";

async function link(region: RegionUnderConstruction, [code, organisation, contact, known]: (typeof linked)[number]): Promise<void> {
  const admin = region.actor("Ben Beheer");
  const form = await readOfferForm(admin, await idOf(region, code));
  if (!form?.offer) throw new Error(`There is no offer ${code}.`);
  const kept = offerBody.parse({ ...offerValues(form), contactPhone: "", contactEmail: "" });
  const { organisation: _none, contact: _nobody, version, ...fields } = kept;
  const input = {
    ...fields,
    ...known,
    organisationId: region.organisationId(organisation),
    contactMembershipId: region.actor(contact).membershipId,
  };
  await did("link an offer", keepOffer(admin, { id: form.offer.id, version: version || form.offer.version }, input));
}

async function offerOutside(
  region: RegionUnderConstruction,
  [name, organisation, description, email]: (typeof outside)[number],
): Promise<void> {
  const admin = region.actor("Ben Beheer");
  const form = await readOfferForm(admin, await idOf(region, "burgerkracht"));
  if (!form?.offer) throw new Error("There is no offer to write another like it.");
  const {
    organisation: _its,
    contact: _nobody,
    version: _new,
    ...fields
  } = offerBody.parse({ ...offerValues(form), contactPhone: "", contactEmail: "" });
  const input = {
    ...fields,
    name,
    description,
    contactEmail: email,
    organisationId: region.organisationId(organisation),
    contactMembershipId: null,
  };
  const unknown = { waitWeeks: null, capacityAvailable: null, capacityMaximum: null, url: null };
  await did("offer something from outside", keepOffer(admin, { id: null, version: 0 }, { ...input, ...unknown }));
}

async function check(region: RegionUnderConstruction, [code, , contact]: (typeof linked)[number]): Promise<void> {
  const id = await idOf(region, code);
  const form = await readOfferForm(region.actor(contact), id);
  await did("check an offer", checkOffer(region.actor(contact), { id, version: form?.offer?.version ?? 0 }));
}

async function name(region: RegionUnderConstruction, [who, municipality, subject]: (typeof contacts)[number]): Promise<void> {
  const actor = region.actor(who);
  const contact = {
    organisationId: actor.organisationId,
    membershipId: actor.membershipId,
    forOrganisationId: null,
    forMunicipality: municipality,
    subject,
  };
  await did("name a contact", addContact(actor, contact));
}
