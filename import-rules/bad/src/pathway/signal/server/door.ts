export { raiseSignal } from "./raiseSignal.ts";
