import { Tag } from "../../../design/Tag.tsx";
import type { Factor } from "../signal.ts";

/** The factors of a signal as words with a colour. */
export function FactorTags({ codes, factors, urgent = false }: { codes: readonly string[]; factors: readonly Factor[]; urgent?: boolean }) {
  const known = codes.flatMap((code) => factors.find((factor) => factor.code === code) ?? []);
  return (
    <>
      {known.map((factor) => (
        <span key={factor.code}>
          <Tag tone={toneOf(factor, urgent)}>
            {factor.kind === "risk" && (factor.urgent || urgent) ? `${factor.label}, urgent` : factor.label}
          </Tag>{" "}
        </span>
      ))}
    </>
  );
}

const toneOf = (factor: Factor, urgent: boolean) => {
  if (factor.kind === "protective") return "ok";
  if (factor.kind === "context") return "plain";
  return factor.urgent || urgent ? "late" : "soon";
};
