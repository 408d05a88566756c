import { flexiblePart } from "../programme/flexibleCare/pages/flexible.part.tsx";
import { visitsPart } from "../programme/delivery/pages/visits.part.tsx";
import { hoursPart } from "../programme/ledger/pages/hours.part.tsx";
import type { CarePart } from "../programme/indication/carePart.ts";

/** What stands on the page of a family's maternity care below its hours, in order. A concept adds its part here, once. */
export const careParts: readonly CarePart[] = [flexiblePart, visitsPart, hoursPart];
