import type { WorkKinds } from "../workKind.ts";

/** Pieces of work of the line itself. */
export const lineWork: WorkKinds = {
  loss: {
    title: () => "Verlies in dit gezin",
    reason: ({ by }) => `Vastgelegd door ${by ?? "een collega"}. Steun gaat door; Wieg stuurt en vraagt niets meer vanzelf.`,
    action: "Lezen",
    by: ["identity"],
    href: ({ trajectoryId }) => `/gezinnen/${trajectoryId}`,
  },
};
