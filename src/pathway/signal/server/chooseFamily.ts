import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { readSearch, searchFamilies } from "../../../registry/server/door.ts";
import { listChoices, listLinesWithWork, type FamilyChoice } from "./familyChoice.store.ts";

const most = 12;

export interface FamilyChoices {
  /** What was looked for; empty: the families that she has work on. */
  readonly words: string;
  readonly choices: readonly FamilyChoice[];
}

/** Families to choose from: with these words, or those that she has work on. Looking is an event of the trail. */
export function chooseFamily(actor: Actor, words: string): Promise<FamilyChoices> {
  return withActor(actor, "family.searched", (work) => findChoices(work, words));
}

/** The same within a reading that goes on. */
export async function findChoices({ db, about }: Work, words: string): Promise<FamilyChoices> {
  const asked = readSearch(words);
  const ids =
    asked === "" ? await listLinesWithWork(db, most) : (await searchFamilies(db, asked, most)).map(({ trajectoryId }) => trajectoryId);
  const choices = await listChoices(db, ids);
  about({ trajectories: choices.map(({ trajectoryId }) => trajectoryId), part: "identity" });
  return { words, choices };
}
