import { gone } from "./wentAway.ts";
export const lost = gone;
