import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Family } from "../../../registry/family.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import { findLine } from "../../trajectory/server/door.ts";
import type { CaseLead, LeadTransfer } from "../caseLead.ts";
import {
  findAlert,
  findCaseLead,
  findLastTransfer,
  findTransfer,
  listCandidates,
  listFormerLeads,
  type Candidate,
  type LeadAlert,
} from "./caseLead.store.ts";

export interface LeadPageData {
  readonly trajectoryId: string;
  readonly family: Family;
  readonly lead: CaseLead | null;
  readonly transfer: LeadTransfer | null;
  readonly former: Awaited<ReturnType<typeof listFormerLeads>>;
  readonly candidates: readonly Candidate[];
  readonly asker: Pick<Actor, "organisationId" | "membershipId" | "role">;
}

/** The lead of a line, who led before and who can be asked. Null when the line is not the asker's to see. */
export const readCaseLead = (actor: Actor, trajectoryId: string): Promise<LeadPageData | null> =>
  withActor(actor, "case-lead.read", async ({ db, about }) => {
    const line = await findLine(db, trajectoryId);
    const family = line && (await findFamilyOfLine(db, trajectoryId));
    if (!line || !family) return null;
    about({ trajectories: [trajectoryId], part: "identity" });
    const { organisationId, membershipId, role } = actor;
    return {
      trajectoryId,
      family,
      asker: { organisationId, membershipId, role },
      lead: await findCaseLead(db, trajectoryId),
      transfer: await findLastTransfer(db, trajectoryId),
      former: await listFormerLeads(db, trajectoryId),
      candidates: await listCandidates(db, line),
    };
  });

/** What who was asked may know before she accepts: who asks, since when, and where the family lives. */
export const readTransfer = (
  actor: Actor,
  id: string,
): Promise<{ transfer: LeadTransfer; asker: LeadPageData["asker"]; familyVisible: boolean } | null> =>
  withActor(actor, "case-lead.read", async ({ db, about }) => {
    const transfer = await findTransfer(db, id);
    if (!transfer) return null;
    about({ trajectories: [transfer.trajectoryId], part: "identity" });
    const { organisationId, membershipId, role } = actor;
    return { transfer, asker: { organisationId, membershipId, role }, familyVisible: (await findLine(db, transfer.trajectoryId)) !== null };
  });

/** What the coordinator of the Knooppunt is told. */
export const readAlert = (actor: Actor, id: string): Promise<LeadAlert | null> =>
  withActor(actor, "case-lead.read", async ({ db, about }) => {
    const alert = await findAlert(db, id);
    if (alert) about({ trajectories: [alert.trajectoryId], part: "identity" });
    return alert;
  });
