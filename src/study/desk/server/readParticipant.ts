import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { scoreScale } from "../../instruments/server/door.ts";
import { suppliedInstruments } from "../../instruments/suppliedInstruments.ts";
import { findParticipant } from "../../participation/server/door.ts";
import type { Participant } from "../../participation/participation.ts";
import type { CareFacts, RegisterEntry } from "../../register/register.ts";
import { listCare, listRegisterOf } from "../../register/server/door.ts";
import { standingOf } from "../rules/standingOf.ts";
import { listListsOf } from "./lists.store.ts";
import { listAnswersOf, listArmChanges, listPlaces, type ArmChange, type ItemAnswer, type PillarPlace } from "./participant.store.ts";
import type { ShownList } from "./readLists.ts";

/** A list with how it was answered: numbers and flags, for who cleans the data. */
export interface AnsweredList extends ShownList {
  readonly given: number;
  readonly without: number;
  /** Scales on which she contradicts herself. */
  readonly contradicts: readonly string[];
}

export interface OneParticipant {
  readonly participant: Participant;
  readonly lists: readonly AnsweredList[];
  readonly changes: readonly ArmChange[];
  readonly places: readonly PillarPlace[];
  readonly registers: readonly RegisterEntry[];
  readonly care: CareFacts | null;
  readonly today: string;
}

/** All that the desk has of one participant, by her pseudonym; null when there is none by this code. */
export const readParticipant = (actor: Actor, code: string): Promise<OneParticipant | null> =>
  withActor(actor, "study.participant-read", async ({ db, today, about }) => {
    const participant = await findParticipant(db, code);
    if (!participant) return null;
    about({ purpose: code });
    const { id } = participant;
    const answers = await listAnswersOf(db, id);
    const lists = await listListsOf(db, id);
    return {
      participant,
      today,
      lists: lists.map((list) => ({
        ...list,
        why: standingOf(list, today).why,
        ...answersOf(answers.filter(({ askId }) => askId === list.id)),
      })),
      changes: await listArmChanges(db, id),
      places: await listPlaces(db, id),
      registers: await listRegisterOf(db, id),
      care: (await listCare(db, [id]))[0] ?? null,
    };
  });

function answersOf(answers: readonly ItemAnswer[]): Pick<AnsweredList, "given" | "without" | "contradicts"> {
  const values = Object.fromEntries(answers.map(({ item, value }) => [item, value]));
  const forms = [...new Set(answers.map(({ instrument }) => instrument.split(".")[0] ?? ""))];
  return {
    given: answers.filter(({ value }) => value !== null).length,
    without: answers.filter(({ value }) => value === null).length,
    contradicts: forms.filter((form) => {
      const scale = suppliedInstruments.find((one) => one.scale.form === form)?.scale;
      const score = scale && scoreScale(scale, values);
      return score?.outcome === "score" && score.contradicts;
    }),
  };
}
