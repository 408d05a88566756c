import { addDays } from "../../../kit/day.ts";
import { momentAt } from "../../../kit/moment.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import type { Work } from "../../../platform/db/withActor.ts";
import { addressLine, languageName } from "../../../registry/family.texts.ts";
import { fullName } from "../../../registry/personName.ts";
import { domainNames } from "../../../pathway/signal/signal.texts.ts";
import { listFactors } from "../../../pathway/signal/server/door.ts";
import { listVisitsOfAssistant } from "../../delivery/server/door.ts";
import type { CareVisit, ContentLists } from "../../delivery/visit.ts";
import type { DaySheet, PhoneFamily, PhoneVisit } from "../visitApp.ts";
import { listSheetRows, type SheetRow } from "./sheet.store.ts";
import { listContents, reasons } from "./visits.ts";

/** Her families of today and tomorrow, and no more than a visit needs of them. What she may see the database decides. */
export async function readSheet(work: Work, actor: Actor): Promise<DaySheet> {
  const { db, today, about } = work;
  const tomorrow = addDays(today, 1);
  const between = { from: momentAt(today, "00:00"), until: momentAt(addDays(today, 2), "00:00") };
  const visits = (await listVisitsOfAssistant(db, actor.professionalId, between)).filter(({ state }) => state !== "cancelled");
  const lines = [...new Set(visits.map(({ trajectoryId }) => trajectoryId))];
  about({ trajectories: lines, part: "maternity_care" });
  const [rows, factors, contents] = [await listSheetRows(db, lines), await listFactors(db), await listContents(work)];
  return {
    today,
    tomorrow,
    visits: visits.map(phoneVisit),
    families: rows.flatMap((row) =>
      familyOf(row, visits.find(({ trajectoryId }) => trajectoryId === row.trajectoryId)?.kind ?? "maternity", contents),
    ),
    contents: [...contents.all],
    factors: factors
      .filter(({ selectable, kind }) => selectable && kind !== "context")
      .map(({ code, label, kind, domain }) => ({ code, label, group: kind === "protective" ? "Gaat goed" : domainNames[domain] })),
    ...reasons,
  };
}

/** After a loss nothing counts, asks or reminds [domain 3.10]. */
function familyOf(row: SheetRow, kind: CareVisit["kind"], contents: ContentLists): readonly PhoneFamily[] {
  if (row.mother === null) return []; // not hers to see any more
  const quiet = row.lossOn !== null;
  return [
    {
      trajectoryId: row.trajectoryId,
      motherId: row.mother.id,
      name: fullName(row.mother),
      address: row.address ? addressLine(row.address) : "",
      phones: row.phones.map(({ value, safeMoments }) => ({ value, moments: safeMoments ?? "" })).slice(0, 5),
      contactWish: row.contactWish ?? "",
      language: row.language === null || row.language === "nl" ? null : languageName(row.language),
      interpreter: row.interpreterNeeded,
      readsLittle: row.readsLittle,
      childBorn: quiet ? null : row.childBorn,
      quiet,
      contents: [...contents.of(row.programmeId)],
      balance: quiet ? null : balanceOf(row, kind),
    },
  ];
}

function balanceOf(row: SheetRow, kind: CareVisit["kind"]): NonNullable<PhoneFamily["balance"]> {
  const [agreed, delivered, planned] =
    kind === "flexible"
      ? [row.flexibleAgreed, row.flexibleDelivered, row.flexiblePlanned]
      : [row.maternityAgreed, row.maternityDelivered, row.maternityPlanned];
  return { agreed, delivered, planned, remaining: agreed === null ? null : agreed - delivered - planned };
}

/** A visit as the phone gets it. */
export const phoneVisit = (visit: CareVisit): PhoneVisit => ({
  id: visit.id,
  trajectoryId: visit.trajectoryId,
  kind: visit.kind,
  state: visit.state,
  plannedFrom: visit.plannedFrom,
  plannedUntil: visit.plannedUntil,
  agreed: visit.agreed ?? "",
  startedAt: visit.startedAt,
  endedAt: visit.endedAt,
  breakMinutes: visit.breakMinutes,
  contents: [...visit.contents],
  observation: visit.observation ?? "",
  whyCode: visit.whyCode,
  why: visit.why ?? "",
  recordedBy: visit.way === "web" ? "op de website" : "van een telefoon",
  version: visit.version,
});
