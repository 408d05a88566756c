import { assessmentActs } from "./assessmentActs.ts";
import { careActs } from "./careActs.ts";
import type { Cast } from "./cast.ts";
import { consentActs } from "./consentActs.ts";
import { handoverActs } from "./handoverActs.ts";
import { leadActs } from "./leadActs.ts";
import { lineActs } from "./lineActs.ts";
import { listActs } from "./listActs.ts";
import { messageActs } from "./messageActs.ts";
import { placeActs } from "./placeActs.ts";
import { planActs } from "./planActs.ts";
import { referralActs } from "./referralActs.ts";
import { hoursActs } from "./hoursActs.ts";
import { studyActs } from "./studyActs.ts";
import { twoYearActs } from "./twoYearActs.ts";
import { visitActs } from "./visitActs.ts";

/** Everything that happens to one family, done by the people of its story. */
export const actsOf = (cast: Cast) => ({
  ...assessmentActs(cast),
  ...consentActs(cast),
  ...visitActs(cast),
  ...leadActs(cast),
  ...lineActs(cast),
  ...placeActs(cast),
  ...hoursActs(cast),
  ...careActs(cast),
  ...referralActs(cast),
  ...planActs(cast),
  ...twoYearActs(cast),
  ...messageActs(cast),
  ...handoverActs(cast),
  ...studyActs(cast),
  ...listActs(cast),
});
export type Acts = ReturnType<typeof actsOf>;
