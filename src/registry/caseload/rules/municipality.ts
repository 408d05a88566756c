import { fold, oneLetterOff } from "../../../kit/foldText.ts";
import type { CaseloadField, CaseloadLists, RecognisedMunicipality, Remarked } from "../caseload.ts";
import { saysNothing, tidy } from "./plainText.ts";

/** Names, codes and postcode areas of the region, ready for looking up. */
export interface MunicipalityIndex {
  readonly named: ReadonlyMap<string, string>;
  readonly codes: ReadonlyMap<string, string>;
  readonly former: ReadonlyMap<string, { readonly name: string; readonly successor: string; readonly until: string }>;
  readonly places: ReadonlyMap<string, string>;
  readonly areas: ReadonlyMap<number, string>;
}

/** Where she lives by three cells together, with what does not fit, each with the cell it is about. */
export interface ReadResidence {
  readonly value: RecognisedMunicipality;
  readonly remarked: readonly (Remarked & { readonly field: CaseloadField })[];
}

type Found =
  | { code: string; name: string | null; former?: { name: string; until: string } }
  | { suggestion: string }
  | "unlisted"
  | "empty";

export function indexMunicipalities(lists: CaseloadLists): MunicipalityIndex {
  const former = lists.formerMunicipalities.flatMap((one) => [
    [fold(one.name), one] as const,
    ...(one.code === null ? [] : [[one.code.toLowerCase(), one] as const]),
  ]);
  return {
    named: new Map(lists.municipalities.map(({ name, code }) => [fold(name), code])),
    codes: new Map(lists.municipalities.map(({ name, code }) => [code, name])),
    former: new Map(former),
    places: new Map(lists.places.map(({ name, municipality }) => [fold(name), municipality])),
    areas: new Map(lists.postcodeAreas.flatMap(({ municipality, areas }) => areas.map((area) => [area, municipality] as const))),
  };
}

/**
 * The municipality of residence, on which a place in the programme hangs [001 3.4]. The file's own word counts; what contradicts
 * it (place, postcode area) makes the line doubtful and never changes it unasked.
 */
export function readResidence(
  index: MunicipalityIndex,
  cells: { municipality: string; place: string; area: number | null },
): ReadResidence {
  const asMunicipality = lookUp(index, cells.municipality, "municipality");
  const asPlace = lookUp(index, cells.place, "place");
  const named = known(asMunicipality) ?? known(asPlace);
  const areaCode = cells.area === null ? null : (index.areas.get(cells.area) ?? null);
  if (!named) return readUnnamed(index, asMunicipality, asPlace, areaCode);
  const from = known(asMunicipality) ? "municipality" : "place";
  const remarked: ReadResidence["remarked"][number][] = [];
  if (typeof asMunicipality === "object" && "code" in asMunicipality && asMunicipality.former) {
    const { name: old, until } = asMunicipality.former;
    remarked.push({ code: "municipality-former", facts: { old, now: named.name, until }, field: "municipality" });
  }
  const conflict = findConflict(index, { named, place: known(asPlace), area: cells.area, areaCode, placeWritten: tidy(cells.place) });
  const chosen = conflict ? conflict.chosen : named;
  if (conflict) remarked.push(conflict.remarked);
  return { value: { code: chosen.code, name: chosen.name, from }, remarked };
}

interface Known {
  readonly code: string;
  readonly name: string | null;
}

const known = (found: Found): Known | null => (typeof found === "object" && "code" in found ? found : null);

function findConflict(
  index: MunicipalityIndex,
  at: { named: Known; place: Known | null; area: number | null; areaCode: string | null; placeWritten: string },
): { chosen: Known; remarked: ReadResidence["remarked"][number] } | null {
  const { named, place, area, areaCode } = at;
  if (place && place.code !== named.code) {
    const chosen = areaCode === place.code ? place : named;
    const facts = { place: at.placeWritten, placeIn: place.name, municipality: named.name };
    return {
      chosen,
      remarked: { code: "municipality-place-conflict", proposal: chosen.name ?? chosen.code, facts, field: "municipality" },
    };
  }
  const farAway = area !== null && index.codes.has(named.code) && !isRegional(area);
  if (area === null || (!farAway && (areaCode === null || areaCode === named.code))) return null;
  const facts = { area, areaIn: areaCode === null ? null : (index.codes.get(areaCode) ?? null), municipality: named.name ?? named.code };
  return {
    chosen: named,
    remarked: { code: "municipality-postcode-conflict", proposal: named.name ?? named.code, facts, field: "postcode" },
  };
}

/** All postcodes of Zuid-Limburg lie between these two. */
const isRegional = (area: number): boolean => area >= 6100 && area <= 6499;

function readUnnamed(index: MunicipalityIndex, asMunicipality: Found, asPlace: Found, areaCode: string | null): ReadResidence {
  const field = asMunicipality === "empty" ? "place" : "municipality";
  const suggestion = [asMunicipality, asPlace].find((found) => typeof found === "object" && "suggestion" in found);
  if (typeof suggestion === "object" && "suggestion" in suggestion) {
    const name = index.codes.get(suggestion.suggestion) ?? null;
    return {
      value: { code: suggestion.suggestion, name, from: field },
      remarked: [{ code: "municipality-spelling", proposal: name, field }],
    };
  }
  if (areaCode !== null) {
    const name = index.codes.get(areaCode) ?? null;
    const remarked = [{ code: "municipality-from-postcode", facts: { name }, field: "postcode" }] as const;
    return { value: { code: areaCode, name, from: "postcode" }, remarked };
  }
  const written = asMunicipality === "unlisted" || asPlace === "unlisted";
  return { value: { code: null, name: null, from: null }, remarked: written ? [{ code: "municipality-unlisted", field }] : [] };
}

/** One cell: a code, a name of today, one of before, a place; or something that is one letter off. */
function lookUp(index: MunicipalityIndex, text: string, as: "municipality" | "place"): Found {
  if (saysNothing(text)) return "empty";
  const digits = /^(?:GM)?\s?(\d{3,4})$/i.exec(tidy(text));
  if (digits) return lookUpCode(index, `GM${(digits[1] ?? "").padStart(4, "0")}`);
  const folded = fold(withoutAddition(text));
  const today = index.named.get(folded);
  if (today !== undefined) return withName(index, today);
  const former = index.former.get(folded);
  if (former && as === "municipality") return { ...withName(index, former.successor), former };
  const place = index.places.get(folded) ?? former?.successor;
  if (place !== undefined) return withName(index, place);
  const close =
    folded.length < 5 ? [] : [...index.named, ...index.places].filter(([name]) => name.length >= 5 && oneLetterOff(name, folded));
  const codes = new Set(close.map(([, code]) => code));
  return codes.size === 1 ? { suggestion: [...codes][0] ?? "" } : "unlisted";
}

function lookUpCode(index: MunicipalityIndex, code: string): Found {
  const former = index.former.get(code.toLowerCase());
  if (former) return { ...withName(index, former.successor), former };
  return withName(index, code);
}

const withName = (index: MunicipalityIndex, code: string): Known => ({ code, name: index.codes.get(code) ?? null });

/** `Gemeente Beek`, `STEIN (L.)`, `Beek (L)`, `Stein, Limburg`: the same without what tells it from a namesake elsewhere. */
const withoutAddition = (text: string): string =>
  tidy(text)
    .replace(/^(?:de )?gemeente\s+/i, "")
    .replace(/\s*(?:\(\s*(?:l|lb|lim|limb|limburg)\.?\s*\)|,\s*(?:l|lb|limburg)\.?|\s(?:lb|limburg|l)\.?)$/i, "");
