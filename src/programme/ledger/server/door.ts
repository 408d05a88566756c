/** What others may ask of the ledger: delivery books hours, steering reads money. */
export { bookHours } from "./bookHours.ts";
export { forecastOf, listMoney } from "./readMoney.ts";
export { listBalances, listHourLines, readFundingFacts } from "./hours.store.ts";
export { listClosings, listHourSums, listMoneySums } from "./money.store.ts";
export { togetherMunicipalities } from "../rules/togetherMunicipalities.ts";
