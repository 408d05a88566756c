/** What pages of other concepts show of the money. */
export { ForecastCard } from "./ForecastCard.tsx";
