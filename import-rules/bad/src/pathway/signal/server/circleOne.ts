import { two } from "./circleTwo.ts";
export const one = (): unknown => two;
