import type { Work } from "../../../platform/db/withActor.ts";
import type { Line } from "../../trajectory/line.ts";
import type { CategoryNow } from "../assessment.ts";
import { findNewest, listAssessments, type CategoryRow, type KeptAssessment } from "./assessment.store.ts";
import { findConfirmation, type Confirmation } from "./confirmation.store.ts";
import { confirmedByBoth, stepsNow, type RouteStepNow } from "./readRoute.ts";

export interface RouteSection {
  readonly newest: CategoryRow | null;
  readonly steps: readonly RouteStepNow[];
  readonly asked: Confirmation | null;
  readonly confirmed: CategoryNow["confirmedByBoth"];
  /** With its reasons, as far as the asker may see them. */
  readonly history: readonly KeptAssessment[];
}

/** What the family page shows of category and route, in the page's own transaction. */
export async function readSection(work: Work, line: Line): Promise<RouteSection> {
  const [newest, asked, history] = await Promise.all([
    findNewest(work.db, line.id),
    findConfirmation(work.db, line.id),
    listAssessments(work.db, line.id),
  ]);
  return {
    newest,
    asked,
    steps: newest ? await stepsNow(work, line, newest) : [],
    confirmed: newest && confirmedByBoth(asked, newest),
    history,
  };
}
