import type { Read } from "../caseload.ts";

/** The longest remark kept, in characters. */
export const longestRemark = 5_000;

export interface ReadRemark {
  readonly remark: string | null;
  readonly onContact: boolean;
}

/** Words that say something of who may pick up, read or know: then the telephone number of the file is not safe by itself (domain 6.3). */
const onContact =
  /\b(?:niet|geen|nooit|alleen|liever|niemand)\b.{0,40}\b(?:opnemen|opneemt|bellen|belt|inspreken|appen|sms|bericht|post|brieven|brief|mailen|mail|weten|weet|voicemail)\b|\b(?:belt?|bellen|opnemen|inspreken|appen|mailen)\b.{0,40}\b(?:niet|nooit|alleen|liever|'s avonds|overdag)\b|\b(?:stiekem|geheim|geheime|anoniem|onveilig|veilig|veilige)\b/is;

/**
 * A remark may hold anything, also about others and about health: it never goes into the shared line. The line carries it only so
 * that the uploader can keep it as a private note of her own practice.
 */
export function readRemark(text: string): Read<ReadRemark> {
  const remark = text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\S\n]+/g, " ")
    .trim();
  if (remark === "") return { value: { remark: null, onContact: false }, remarked: [] };
  const hints = onContact.test(remark.slice(0, 20_000).replace(/"/g, ""));
  const letters = Array.from(remark);
  const tooLong = letters.length > longestRemark;
  const kept = tooLong ? letters.slice(0, longestRemark).join("") : remark;
  return {
    value: { remark: kept, onContact: hints },
    remarked: [
      ...(hints ? [{ code: "remark-on-contact" } as const] : []),
      ...(tooLong ? [{ code: "text-too-long", proposal: null, facts: { longest: longestRemark } } as const] : []),
    ],
  };
}
