import { write } from "../../../trust/trail/server/door.ts";
import { triage } from "../rules/triage.ts";
import { save } from "./signal.store.ts";
export const raiseSignal = () => [write, triage, save];
