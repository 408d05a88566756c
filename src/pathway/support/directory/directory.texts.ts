import type { OfferPeriod, OfferRefusal, OfferStatus, Topic } from "./directory.ts";

export const periodWords: Readonly<Record<OfferPeriod, { readonly name: string; readonly when: string }>> = {
  preconception: { name: "Kinderwens", when: "vóór een zwangerschap" },
  pregnancy: { name: "Zwangerschap", when: "tijdens de zwangerschap" },
  postpartum: { name: "Kraamtijd", when: "in de kraamtijd" },
  infancy: { name: "Tot 2 jaar", when: "na de kraamtijd tot het kind 2 jaar is" },
};

export const topicNames: Readonly<Record<Topic, string>> = {
  pregnancy: "Zwanger en bevallen",
  parenting: "Ouder zijn",
  money: "Geld en schulden",
  home: "Thuis en wonen",
  mind: "Hoe het met u gaat",
  network: "Mensen om u heen",
  wish_for_children: "Kinderwens en anticonceptie",
  childcare: "Opvang en spelen",
  language: "Taal",
};

export const statusWords: Readonly<Record<OfferStatus, { readonly text: string; readonly tone: "ok" | "soon" | "late" }>> = {
  active: { text: "open", tone: "ok" },
  "temporarily closed": { text: "tijdelijk dicht", tone: "soon" },
  inactive: { text: "nu niet aangeboden", tone: "late" },
  defunct: { text: "gestopt", tone: "late" },
};

/** The field beside which it is said, and the sentence. */
export const offerRefusals: Readonly<Record<OfferRefusal, { readonly field: string; readonly text: string }>> = {
  "offer-not-found": { field: "form", text: "Dit aanbod is niet (meer) te vinden." },
  "offer-changed-meanwhile": { field: "form", text: "Een ander was u net voor. Kijk wat er nu staat, en vul zo nodig opnieuw in." },
  "offer-weeks-turned": { field: "pregnancyBeforeWeek", text: "Deze week moet na de eerste week liggen." },
  "offer-capacity-turned": { field: "capacityAvailable", text: "Er kunnen niet meer plaatsen vrij zijn dan er zijn." },
  "offer-reported-already": { field: "form", text: "Dit was al gemeld. Wie het aanbod bijhoudt, weet het." },
};
