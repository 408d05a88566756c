/** Only an address of our own, so that nobody can send someone away after signing in; null when it is none. */
export function ownAddress(next: string | undefined): string | null {
  if (next === undefined || next.length > 300 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(next) || next.includes("\\")) return null;
  return /^\/(aanmelden|afmelden|uitnodiging|sessie)(\/|\?|$)/.test(next) ? null : next;
}

const startPages: Readonly<Record<string, string>> = {
  organisation_admin: "/beheer/mensen",
  platform_admin: "/beheer/organisaties",
};

/** Where someone with this role begins. */
export const startPageOf = (role: string): string => startPages[role] ?? "/werk";
