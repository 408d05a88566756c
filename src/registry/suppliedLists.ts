import insurers from "./data/insurers.json" with { type: "json" };
import municipalities from "./data/municipalities.json" with { type: "json" };

/** The lists that come with Wieg, for who configures a region. */
export const suppliedInsurers: readonly {
  readonly group: string;
  readonly labels: readonly string[];
  readonly codes: readonly string[];
}[] = insurers.groups;
export const suppliedMunicipalities: readonly { readonly code: string; readonly name: string; readonly pilot: boolean }[] =
  municipalities.municipalities;
