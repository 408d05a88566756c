/** The desk's part of the home of the studies. */
export { HomeCard } from "./HomeCard.tsx";
