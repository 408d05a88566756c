import fc from "fast-check";
import { raiseSignal } from "../server/raiseSignal.ts";
export const aSignal = () => [raiseSignal, fc];
