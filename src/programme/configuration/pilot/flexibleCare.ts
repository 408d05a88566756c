import type { FlexibleCareSettings } from "../settings/flexibleCare.ts";

/** Several hours a day, days in a row, or periodic [001 3.3.2]; how much at once is nobody's rule, so it is ours and can be changed. */
export const pilotFlexibleCare: FlexibleCareSettings = {
  seriesAtMost: 26,
  visitAtMostMinutes: 480,
  askDaysBefore: 14,
  source: "Plan Geboortezorg Flex, 3.3.2; aantallen zijn een aanname",
};
