import type { OwnProblem } from "../../platform/http/site.ts";
import { PortalStopPage } from "./DoorPages.tsx";

/** What goes wrong at the family's own pages ends there too: in plain words, with the numbers to call and the way out. Null for any other address. */
export function portalProblem(path: string, status: number): OwnProblem | null {
  if (path !== "/mijn" && !path.startsWith("/mijn/")) return null;
  return { language: "nl", element: <PortalStopPage language="nl" why={status === 404 ? "gone" : status === 429 ? "busy" : "away"} /> };
}
