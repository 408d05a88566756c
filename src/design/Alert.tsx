import { Alert as AmsterdamAlert } from "@amsterdam/design-system-react";
import type { ReactNode } from "react";

type Props = Readonly<{ title: string; tone?: "info" | "ok" | "soon" | "late"; level?: 2 | 3; children?: ReactNode }>;

const severity: Readonly<Record<NonNullable<Props["tone"]>, Readonly<{ severity?: "success" | "warning" | "error" }>>> = {
  info: {},
  ok: { severity: "success" },
  soon: { severity: "warning" },
  late: { severity: "error" },
};

/** Something that must be known before going on. Rare: a page of alerts says nothing. */
export function Alert({ title, tone = "info", level = 2, children }: Props) {
  return (
    <AmsterdamAlert heading={title} headingLevel={level} {...severity[tone]}>
      {children}
    </AmsterdamAlert>
  );
}
