/** Months of stagnation: chosen, since 001 names no number. Hours: [001 3.3.1, summary]. */
export const pilotSteering = {
  stagnationMonths: 3,
  nationalMeanHours: 42,
  fewHours: 24,
  source: "Plan Geboortezorg Flex, 3.3.1 en 6; drie maanden: aanname tot de projectgroep kiest",
} as const;
