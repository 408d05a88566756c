import type { Signal } from "../../../pathway/signal/signal.ts";
export const places = (signals: readonly Signal[]): number => signals.length;
