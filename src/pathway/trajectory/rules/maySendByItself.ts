import type { Line } from "../line.ts";

/**
 * May anything be sent to this family, or asked of it, without a professional who decides so? Never after a loss: no invitation, no
 * reminder, no questionnaire, no letter that was planned, no congratulating word; also not for a surviving twin [domain 3.10]. What a
 * professional sends or asks herself goes on.
 */
export const maySendByItself = (line: Pick<Line, "lossOn">): boolean => line.lossOn === null;
