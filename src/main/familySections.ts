import type { FamilySection } from "../pathway/trajectory/familySection.ts";

/** The family page, in the order in which it is read. A concept adds its section here, once. */
export const familySections: readonly FamilySection[] = [];
