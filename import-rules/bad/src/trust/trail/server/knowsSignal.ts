import type { Signal } from "../../../pathway/signal/signal.ts";
export type Known = Signal;
