import type { HourSum, MoneySum } from "../ledger.ts";

/** Stands for all municipalities as one: as a place, and as who pays. */
export const allMunicipalities = "municipalities";
const isMunicipality = (funder: string): boolean => /^GM\d{4}$/.test(funder);

/**
 * Money and hours without which municipality they are of. An amount and a rate give the hours, and the hours of one municipality are those of a
 * few families: who steers and gives no care reads them of all municipalities together [domain 5.4].
 */
export const togetherMunicipalities = ({ sums, hours }: { readonly sums: readonly MoneySum[]; readonly hours: readonly HourSum[] }) => ({
  sums: sums.map((one) => ({
    ...one,
    municipality: allMunicipalities,
    funder: isMunicipality(one.funder) ? allMunicipalities : one.funder,
  })),
  hours: hours.map((one) => ({ ...one, municipality: allMunicipalities })),
});
