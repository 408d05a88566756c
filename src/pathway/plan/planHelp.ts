import type { Work } from "../../platform/db/withActor.ts";

/** Help that was asked for a question or an agreement of the plan. */
export interface PlanHelp {
  /** The question or agreement. */
  readonly about: string;
  readonly title: string;
  readonly stand: { readonly text: string; readonly tone: "ok" | "info" | "soon" | "late" | "plain" };
  readonly href: string;
}

/** What the plan shows of the support that comes later on the pathway: main passes it in. */
export interface HelpForPlan {
  /** As far as the asker may see it. */
  list(work: Work, trajectoryId: string): Promise<readonly PlanHelp[]>;
  /** Where help for a part of the plan is asked; `about` is `q.` or `a.` and its id. */
  address(trajectoryId: string, about: string): string;
}
