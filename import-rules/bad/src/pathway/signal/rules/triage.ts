import { day } from "../../../kit/day.ts";
import type { Signal } from "../signal.ts";
export const triage = (signal: Signal): string => day(signal.family.id);
