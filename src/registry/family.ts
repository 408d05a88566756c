import type { Day } from "../kit/day.ts";

/** The words of the registry: a family and its people, as far as the asker may see them. FHIR: Patient, RelatedPerson. */
export const memberKinds = ["mother", "partner", "child", "other"] as const;
export type MemberKind = (typeof memberKinds)[number];

export const channels = ["phone", "sms", "email", "letter"] as const;
export type Channel = (typeof channels)[number];

export interface PersonName {
  readonly givenName: string | null;
  readonly prefix: string | null;
  readonly familyName: string;
}

export interface Member extends PersonName {
  readonly id: string;
  readonly kind: MemberKind;
  readonly birthDate: Day | null;
  readonly insurer: string | null;
  readonly diedOn: Day | null;
  /** Last day in the family, for who left it or was put in by mistake. */
  readonly until: Day | null;
  readonly version: number;
}

export interface Address {
  readonly id: string;
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly postcode: string | null;
  readonly place: string | null;
  readonly municipality: string | null;
  /** Name of that municipality where it lies in the region. */
  readonly municipalityName: string | null;
  readonly since: Day;
  readonly until: Day | null;
  readonly version: number;
}

export interface Contact {
  readonly id: string;
  readonly channel: Channel;
  readonly value: string;
  /** null: nobody asked yet, so it is used for nothing [domain 6.3]. */
  readonly safe: boolean | null;
  readonly safeMoments: string | null;
  readonly fromFile: boolean;
  readonly version: number;
}

export interface Family {
  readonly id: string;
  readonly language: string | null;
  readonly interpreterNeeded: boolean;
  readonly readsLittle: boolean;
  readonly contactWish: string | null;
  readonly version: number;
  /** The mother first, then partner, children, others; who left the family is not among them. */
  readonly members: readonly Member[];
  /** The present address first. */
  readonly addresses: readonly Address[];
  readonly contacts: readonly Contact[];
}

/** Code of a municipality that lies outside the region, where nobody knows which one. CBS gives out no GM0000. */
export const outsideRegion = "GM0000";
