import { raiseSignal } from "../../signal/server/raiseSignal.ts";
export const around = raiseSignal;
