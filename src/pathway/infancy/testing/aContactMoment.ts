import { readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../../../platform/projectRoot.ts";
import type { ContactChild, ContactMoment, ContactRecord } from "../youthContact.ts";

/** The list that comes with Wieg. */
export const startMoments: readonly ContactMoment[] = (
  JSON.parse(readFileSync(path.join(projectRoot, "src/registry/data/youth-contact-moments.json"), "utf8")) as {
    moments: readonly Omit<ContactMoment, "active">[];
  }
).moments.map((moment) => ({ ...moment, active: true }));

export const aChild = (change: Partial<ContactChild> = {}): ContactChild => ({
  childId: "liv",
  bornOn: "2026-01-10",
  twoOn: "2028-01-10",
  gestationalDays: 280,
  diedOn: null,
  ...change,
});

export const aRecord = (momentCode: string, change: Partial<ContactRecord> = {}): ContactRecord => ({
  id: `${momentCode} ${change.outcome ?? "held"}`,
  childId: "liv",
  momentCode,
  outcome: "held",
  onDay: "2026-01-14",
  noticed: null,
  signalled: false,
  by: "J. Voorbeeld, JGZ Zuid",
  organisationId: "jgz",
  version: 1,
  ...change,
});
