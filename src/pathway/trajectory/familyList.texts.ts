import type { ListFilter } from "./familyList.ts";

/** The parts of the list: their word in the address, and on screen. */
export const filterWords: Readonly<Record<ListFilter, { address: string; label: string; empty: string }>> = {
  pregnancy: { address: "zwanger", label: "Zwanger", empty: "U hebt nu geen gezinnen in verwachting" },
  postpartum: { address: "kraamtijd", label: "Kraamtijd", empty: "Er is nu geen gezin in de kraamtijd" },
  infancy: { address: "tot-2-jaar", label: "Tot 2 jaar", empty: "U hebt nu geen gezinnen met een kind tot 2 jaar" },
  preconception: { address: "kinderwens", label: "Kinderwens", empty: "U hebt nu geen gezinnen met een kinderwens" },
  afterLoss: { address: "na-een-verlies", label: "Na een verlies", empty: "Er is nu geen gezin dat een verlies meemaakte" },
  ended: { address: "afgerond", label: "Afgerond", empty: "Er is nog geen lijn afgerond" },
};
