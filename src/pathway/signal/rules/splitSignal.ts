import type { Day } from "../../../kit/day.ts";
import { refuse, type Refusal } from "../../../kit/refusal.ts";
import type { CareKind, Factor, SignalRefusal } from "../signal.ts";

/** What a professional noted in one go. */
export interface Noted {
  readonly factorCodes: readonly string[];
  readonly seen: string | null;
  readonly observedOn: Day;
  readonly discussedOn: Day | null;
}

/** One record: all of one kind, so that social partners can be kept from the medical one. */
export interface SignalPart {
  readonly careKind: CareKind;
  readonly factors: readonly string[];
  readonly seen: string | null;
}

/** May this be recorded, and as which records? Words stand with the medical factors as soon as there are any: they may say what is medical. */
export function splitSignal(noted: Noted, list: readonly Factor[], today: Day): readonly SignalPart[] | Refusal<SignalRefusal> {
  const chosen = [...new Set(noted.factorCodes)].map((code) => list.find((factor) => factor.code === code && factor.selectable));
  if (chosen.length === 0) return refuse("factor-needed");
  if (noted.observedOn > today || (noted.discussedOn ?? today) > today) return refuse("in-the-future");
  if (noted.discussedOn !== null && noted.discussedOn < noted.observedOn)
    return refuse("discussed-before-seen", { observedOn: noted.observedOn });
  const known = chosen.filter((factor) => factor !== undefined);
  if (known.length < chosen.length) return refuse("factor-unknown");
  const codesOf = (careKind: CareKind) => known.filter((factor) => factor.careKind === careKind).map(({ code }) => code);
  const medical = codesOf("medical");
  const social = codesOf("social");
  return [
    ...(medical.length > 0 ? [{ careKind: "medical", factors: medical, seen: noted.seen } as const] : []),
    ...(social.length > 0 ? [{ careKind: "social", factors: social, seen: medical.length > 0 ? null : noted.seen } as const] : []),
  ];
}
