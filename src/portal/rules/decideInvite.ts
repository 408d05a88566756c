import type { Channel } from "../../registry/family.ts";

export type InviteRefusal = "line-ended" | "nobody-to-invite" | "no-digital-contact" | "nothing-safe";

/**
 * Whether a mother may be invited to pages of her own. Only where someone asked and digital contact is safe [domain 6.3]: she allows it, and a
 * number or address of hers is known to be safe. Under 12 nobody has pages of her own [BW 7:447].
 */
export function decideInvite(facts: {
  readonly isOpen: boolean;
  readonly age: number | null;
  readonly digitalContact: boolean;
  readonly safeChannels: readonly Channel[];
}): InviteRefusal | null {
  if (!facts.isOpen) return "line-ended";
  if (facts.age === null || facts.age < 12) return "nobody-to-invite";
  if (!facts.digitalContact) return "no-digital-contact";
  return facts.safeChannels.some((channel) => channel !== "letter") ? null : "nothing-safe";
}

export type PartnerHindrance = Extract<InviteRefusal, "line-ended" | "nobody-to-invite" | "no-digital-contact">;

/**
 * Whether her partner may be invited to pages of his own: what he allows himself decides, never what she allows [domain 6.3]. His telephone is
 * his, so he needs no number or address that is known with the family.
 */
export function decideInvitePartner(facts: {
  readonly isOpen: boolean;
  readonly age: number | null;
  readonly digitalContact: boolean;
}): PartnerHindrance | null {
  if (!facts.isOpen) return "line-ended";
  if (facts.age === null || facts.age < 16) return "nobody-to-invite";
  return facts.digitalContact ? null : "no-digital-contact";
}
