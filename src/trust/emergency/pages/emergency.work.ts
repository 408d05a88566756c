/** The work of an emergency: for the privacy officer, the same day. */
export const emergencyWork = {
  "emergency-review": {
    title: () => "Noodtoegang beoordelen",
    reason: () => "Iemand opende een gezin zonder relatie of toestemming.",
    action: "Beoordelen",
    href: () => "/noodtoegang/overzicht",
  },
} as const;
