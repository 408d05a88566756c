import type { ReactNode } from "react";

type Fact = Readonly<{ label: string; value: ReactNode }>;
type Props = Readonly<{
  facts: readonly (Fact | null | false | undefined)[];
  /** `line`: after each other, for the head of a page. */
  look?: "list" | "line";
}>;

/** Names with their values. What is left out (`null`) leaves no trace. */
export function Facts({ facts, look = "list" }: Props) {
  const given = facts.filter((fact): fact is Fact => fact !== null && fact !== false && fact !== undefined);
  return (
    <dl className={`wieg-facts wieg-facts--${look}`}>
      {given.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
