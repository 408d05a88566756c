import { raiseSignal } from "../../signal/server/door.ts";
import type { Signal } from "../../signal/signal.ts";
export const assess = (signal: Signal) => [raiseSignal, signal];
