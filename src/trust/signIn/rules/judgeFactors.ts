/** What an identity provider says of how someone signed in there (OpenID Connect Core 2: acr, amr). */
export interface ShownFactors {
  readonly acr?: unknown;
  readonly amr?: unknown;
}

/** Methods of which two different kinds make two factors (RFC 8176): knowledge, possession, being. */
const kinds: Readonly<Record<string, "knows" | "has" | "is">> = {
  pwd: "knows",
  pin: "knows",
  kba: "knows",
  otp: "has",
  hwk: "has",
  swk: "has",
  sms: "has",
  sc: "has",
  tel: "has",
  pop: "has",
  face: "is",
  fpt: "is",
  iris: "is",
  retina: "is",
  vbm: "is",
};

/** Does the provider show two factors? Otherwise Wieg asks its own code. `enough` are the values agreed with this provider. */
export function showsTwoFactors(shown: ShownFactors, enough: readonly string[]): boolean {
  const methods = Array.isArray(shown.amr) ? shown.amr.filter((one): one is string => typeof one === "string") : [];
  if (methods.some((method) => enough.includes(method)) || (typeof shown.acr === "string" && enough.includes(shown.acr))) return true;
  return new Set(methods.map((method) => kinds[method]).filter((kind) => kind !== undefined)).size >= 2;
}
