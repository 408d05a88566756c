import { aSignal } from "../testing/aSignal.ts";
export const invented = aSignal;
