import insurers from "../../data/insurers.json" with { type: "json" };
import municipalities from "../../data/municipalities.json" with { type: "json" };
import type { CaseloadLists } from "../caseload.ts";
import formerMunicipalities from "../data/former-municipalities.json" with { type: "json" };
import languages from "../data/languages.json" with { type: "json" };
import maternityCare from "../data/maternity-care.json" with { type: "json" };
import places from "../data/places.json" with { type: "json" };
import postcodeAreas from "../data/postcode-areas.json" with { type: "json" };

const groups = ["CZ", "VGZ", "either", "other"] as const;

/** The lists that come with the program. An administrator's own lists have the same shape. */
export const suppliedLists: CaseloadLists = {
  municipalities: municipalities.municipalities,
  formerMunicipalities: formerMunicipalities.municipalities,
  places: Object.entries(places.places).flatMap(([municipality, names]) => names.map((name) => ({ name, municipality }))),
  postcodeAreas: Object.entries(postcodeAreas.areas).map(([municipality, areas]) => ({ municipality, areas })),
  insurers: insurers.groups.flatMap(({ group, codes, labels }) => {
    const known = groups.find((one) => one === group);
    return known ? [{ group: known, codes, labels }] : [];
  }),
  maternityCare: maternityCare.organisations,
  languages: Object.entries(languages.languages).map(([code, names]) => ({ code, names })),
};
