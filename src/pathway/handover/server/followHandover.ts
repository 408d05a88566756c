import type { Db } from "../../../platform/db/withActor.ts";
import type { WorkFacts } from "../../trajectory/workKind.ts";
import type { Handover } from "../handover.ts";
import { workOfHandover } from "../rules/handoverWork.ts";
import { senderLeads, setHandoverWork } from "./handover.store.ts";

/** Days, codes and names of organisations: never who the family is. */
export const factsOf = ({ moment, momentOn, from, to, municipality, status }: Handover): WorkFacts => ({
  moment,
  momentOn,
  from: from.organisation,
  to: to?.organisation ?? "",
  municipality,
  reason: "reason" in status ? status.reason : null,
  heldOn: "heldOn" in status ? status.heldOn : null,
});

/** Puts before each side what this state asks of it, and takes away what the state before asked. */
export async function followHandover(db: Db, handover: Handover): Promise<void> {
  const leads = !handover.senderStays && (await senderLeads(db, handover.id));
  await setHandoverWork(db, handover.id, workOfHandover(handover, { senderLeads: leads }), factsOf(handover));
}
