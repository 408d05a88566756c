import type { HandoverMoment } from "../handover.ts";

/** On whose list a handover comes, by kind of organisation. */
const teams: Readonly<Record<string, readonly string[]>> = {
  maternity_care: ["maternity_intake", "maternity_coordinator"],
  youth_health: ["youth_nurse"],
  midwifery_practice: ["midwife"],
  gp_practice: ["gp"],
  hospital: ["clinical_midwife", "social_paediatrics"],
  municipality: ["municipal_worker"],
  childcare: ["childcare"],
  support_provider: ["support_provider"],
};

const kindsOf = (moment: HandoverMoment, senderKind: string): readonly string[] => {
  switch (moment) {
    case "maternity_care":
      return ["maternity_care"];
    case "youth_health":
      return ["youth_health"];
    case "first_line":
      return ["midwifery_practice", "gp_practice"];
    case "childcare":
      return ["childcare"];
    case "move":
      return [senderKind];
    case "other":
      return Object.keys(teams);
  }
};

/** Who can receive it: kinds of organisations, and the teams in them [domain 3.8]. */
export function receiversOf(
  moment: HandoverMoment,
  senderKind: string,
): { readonly kinds: readonly string[]; readonly roles: readonly string[] } {
  const kinds = kindsOf(moment, senderKind);
  return { kinds, roles: kinds.flatMap((kind) => teams[kind] ?? []) };
}

/** Whether the sender usually goes on caring for the family: not after a move, and not in hospital. She may choose otherwise. */
export const usuallyStays = (moment: HandoverMoment): boolean => moment !== "move" && moment !== "first_line";
