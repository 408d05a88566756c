import type { OwnProblem } from "../../../platform/http/site.ts";
import { doorways } from "../frontDoor.ts";
import { DoorStopPage } from "./DoorOtherPages.tsx";

/**
 * What goes wrong at the front door before its own routes are asked (too many requests of one network, a database that is away, a page
 * that doesn't exist) ends at the front door too: in her language, with the numbers to call and the way out. Null for any other address.
 */
export function doorProblem(path: string, status: number): OwnProblem | null {
  const language = (["nl", "en"] as const).find((one) => path === doorways[one].base || path.startsWith(`${doorways[one].base}/`));
  if (language === undefined) return null;
  return { language, element: <DoorStopPage language={language} why={status === 404 ? "nowhere" : status === 429 ? "busy" : "away"} /> };
}
