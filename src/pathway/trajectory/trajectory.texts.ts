import type { Period } from "./line.ts";
import type { Stretch } from "./rules/timeline.ts";

/** Words of the line, as professionals read them. */
export const periodNames: Readonly<Record<Period, string>> = {
  preconception: "vóór de zwangerschap",
  pregnancy: "zwanger",
  postpartum: "kraamtijd",
  infancy: "tot 2 jaar",
  ended: "afgerond",
};

export const stretchNames: Readonly<Record<Stretch["name"], string>> = {
  pregnancy: "zwangerschap",
  postpartum: "kraamtijd",
  infancy: "tot 2 jaar",
  afterLoss: "daarna",
};

export const birthPlaces = ["home", "birth_centre", "hospital", "elsewhere"] as const;
export type BirthPlace = (typeof birthPlaces)[number];
export const birthPlaceNames: Readonly<Record<BirthPlace, string>> = {
  home: "thuis",
  birth_centre: "geboortecentrum",
  hospital: "ziekenhuis",
  elsewhere: "ergens anders",
};

export const endReasons = ["second_birthday", "moved_away", "family_stopped", "other"] as const;
export type EndReason = (typeof endReasons)[number];
export const endReasonNames: Readonly<Record<EndReason, string>> = {
  second_birthday: "het kind is 2 jaar",
  moved_away: "verhuisd naar buiten de regio",
  family_stopped: "het gezin wil stoppen",
  other: "een andere reden",
};

export const losses = ["pregnancy", "child", "one_of_more"] as const;
export type Loss = (typeof losses)[number];
export const lossNames: Readonly<Record<Loss, string>> = {
  pregnancy: "de zwangerschap",
  child: "een kind dat geboren was",
  one_of_more: "één van een meerling",
};
