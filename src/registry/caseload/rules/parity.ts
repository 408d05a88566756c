import type { Read } from "../caseload.ts";
import { saysNothing, tidy } from "./plainText.ts";

export interface ReadParity {
  readonly gravida: number | null;
  readonly para: number | null;
}

const most = 25;

/** `G2P1` (pregnancies and births), `1` (births before this one). A woman cannot have given birth more often than she was pregnant. */
export function readParity(text: string): Read<ReadParity> {
  const nothing = { gravida: null, para: null };
  if (saysNothing(text)) return { value: nothing, remarked: [] };
  const plain = tidy(text)
    .toUpperCase()
    .replace(/[\s.,/:-]/g, "");
  const both = /^G(\d{1,2})P(\d{1,2})(?:A\d{1,2})?(?:L\d{1,2})?$/.exec(plain);
  const alone = /^(?:P|PARA)?(\d{1,2})$/.exec(plain);
  const gravida = both ? Number(both[1]) : null;
  const para = Number(both?.[2] ?? alone?.[1] ?? Number.NaN);
  const makesSense = para <= most && (gravida === null || (gravida <= most && gravida >= 1 && para <= gravida));
  return makesSense
    ? { value: { gravida, para }, remarked: [] }
    : { value: nothing, remarked: [{ code: "parity-unreadable", proposal: "" }] };
}
