import { addWorkingDays } from "../../../kit/workingDays.ts";
import type { Day } from "../../../kit/day.ts";

/** Working days in which a message is read; a term of our own, since none is given [003 "geen terugkoppeling"]. */
const workingDaysToRead = 3;

/** Last day for reading a message of today. What can't wait is a signal with haste, or a telephone call. */
export const readBy = (today: Day): Day => addWorkingDays(today, workingDaysToRead);
