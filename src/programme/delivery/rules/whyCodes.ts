import { cancelledReasons, missedReasons, refusedReasons, type WhyCode } from "../visit.ts";
import type { EndingMove } from "./visitMoves.ts";

/** The reasons that belong to each way in which a visit does not take place. */
export const whyCodes: Readonly<Record<EndingMove, readonly WhyCode[]>> = {
  refuse: refusedReasons,
  miss: missedReasons,
  cancel: cancelledReasons,
  takeBack: ["mistake", "other"],
};

export const fitsMove = (move: EndingMove, whyCode: WhyCode): boolean => whyCodes[move].includes(whyCode);
