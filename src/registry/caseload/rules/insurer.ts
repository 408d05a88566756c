import { fold } from "../../../kit/foldText.ts";
import type { CaseloadLists, Read, RecognisedInsurer } from "../caseload.ts";
import { saysNothing, tidy } from "./plainText.ts";

type Listed = { readonly label: string | null; readonly group: RecognisedInsurer["group"] };
export type InsurerIndex = ReadonlyMap<string, Listed>;

export function indexInsurers(insurers: CaseloadLists["insurers"]): InsurerIndex {
  const byKey = new Map<string, Listed>();
  for (const { group, labels, codes } of insurers) {
    for (const label of labels) byKey.set(fold(label), { label, group });
    // A code stands for the concern; the policy's own label is not known from it.
    for (const code of codes) byKey.set(code, { label: labels.find((label) => label === group) ?? null, group });
  }
  return byKey;
}

/**
 * The insurer, by its listed label or UZOVI code; case, accents, spaces and hyphens don't count. A label that is not listed
 * (`VGZ Ruime Keuze`) is unknown and kept as written: it may belong to either arm, so nothing is guessed from its first word [001 3.6].
 */
export function readInsurer(index: InsurerIndex, text: string): Read<RecognisedInsurer> {
  if (saysNothing(text)) return { value: { written: null, label: null, group: "unknown" }, remarked: [] };
  const written = tidy(text);
  const listed = index.get(fold(written)) ?? readLabelWithCode(index, written);
  if (listed) return { value: { written, ...listed }, remarked: [] };
  return { value: { written, label: null, group: "unknown" }, remarked: [{ code: "insurer-unlisted" }] };
}

/** `CZ (9664)` or `9664 - CZ`: both must say the same. */
function readLabelWithCode(index: InsurerIndex, written: string): Listed | null {
  const code = /(?<!\d)\d{4}(?!\d)/.exec(written)?.[0];
  if (code === undefined) return null;
  const byCode = index.get(code);
  const byLabel = index.get(fold(written.replace(code, "")));
  return byCode && byLabel && byCode.group === byLabel.group ? byLabel : null;
}
