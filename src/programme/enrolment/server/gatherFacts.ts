import type { Work } from "../../../platform/db/withActor.ts";
import type { Line } from "../../../pathway/trajectory/line.ts";
import { findCategory } from "../../../pathway/assessment/server/door.ts";
import type { Family } from "../../../registry/family.ts";
import { findFamilyOfLine } from "../../../registry/server/door.ts";
import { findAnswer } from "../../../trust/consent/server/door.ts";
import type { Places } from "../../configuration/programme.ts";
import type { AnswerNow, Place } from "../enrolment.ts";
import type { EnrolmentFacts } from "../rules/testCriteria.ts";
import { findMaternityCare } from "./enrolment.store.ts";
import { findRequest } from "./request.store.ts";

export interface Gathered {
  readonly facts: EnrolmentFacts;
  readonly family: Family | null;
  /** What the family said about taking part. */
  readonly willing: AnswerNow | null;
}

/** All that the criteria are tested on, as the asker may see it, one question after the other. `ofLine`: the family's places in this programme. */
export async function gatherFacts(
  { db, today }: Work,
  line: Line,
  { ofLine, places }: { ofLine: readonly Place[]; places: readonly Places[] },
): Promise<Gathered> {
  const category = await findCategory(db, line.id);
  const family = await findFamilyOfLine(db, line.id);
  const address = family?.addresses.find(({ since, until }) => since <= today && (until === null || until >= today));
  const facts: EnrolmentFacts = {
    today,
    places,
    category: category && {
      category: category.category,
      assessedOn: category.assessedOn,
      confirmedOn: category.confirmedByBoth?.on ?? null,
    },
    insurer: family?.members.find(({ kind }) => kind === "mother")?.insurer ?? null,
    municipality: address?.municipality ? { code: address.municipality, name: address.municipalityName } : null,
    maternityCare: await findMaternityCare(db, line.id),
    homeVisit: await findAnswer(db, line.id, "prenatal_home_visit"),
    triangle: await findAnswer(db, line.id, "triangle_consultation"),
    pillar1Since: ofLine.find(({ pillar, state }) => pillar === 1 && state === "taken")?.takenOn ?? null,
    request: await findRequest(db, line.id),
  };
  return { facts, family, willing: await findAnswer(db, line.id, "programme") };
}
