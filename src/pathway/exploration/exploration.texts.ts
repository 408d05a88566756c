import type { LifeDomain } from "../signal/signal.ts";

/** The dimensions shortly, as on the spider web, and what they are about. Their full names stand with the signals. */
export const dimensionWords: Readonly<Record<LifeDomain, { readonly short: string; readonly about: string }>> = {
  lichaamsfuncties: { short: "Lichaam", about: "Zich gezond voelen, slapen, eten, pijn, bewegen." },
  "mentaal-welbevinden": { short: "Mentaal", about: "Rust in het hoofd, vrolijk zijn, omgaan met verandering." },
  zingeving: { short: "Zingeving", about: "Vertrouwen in de toekomst, weten wat belangrijk is." },
  "kwaliteit-van-leven": { short: "Kwaliteit", about: "Genieten, wonen, rondkomen, zich veilig voelen." },
  meedoen: { short: "Meedoen", about: "Mensen om op terug te vallen, erbij horen, werk of school." },
  "dagelijks-functioneren": { short: "Dagelijks", about: "Zorgen voor zichzelf en het gezin, weten wat lukt, hulp vragen." },
};
