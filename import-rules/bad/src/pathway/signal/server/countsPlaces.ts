import { places } from "../../../programme/places/server/door.ts";
export const left = places;
