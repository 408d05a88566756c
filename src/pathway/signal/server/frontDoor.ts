import { randomInt } from "node:crypto";
import type { Day } from "../../../kit/day.ts";
import { addWorkingDays } from "../../../kit/workingDays.ts";
import { databaseCode } from "../../../platform/db/retryConflicts.ts";
import { withNobody } from "../../../platform/db/withNobody.ts";
import { networkOf } from "../../../platform/http/networkOf.ts";
import type { Origin } from "../../../platform/http/request.ts";
import { findMunicipality } from "../../../registry/postcode/server/door.ts";
import { elsewhere, type DoorStep, type DraftAnswers } from "../frontDoor.ts";
import type { DoorLanguage, HelpQuestion } from "../helpRequest.ts";
import { decideReceiver } from "../rules/decideReceiver.ts";
import { signalTerms } from "../rules/signalTerms.ts";
import { draftHash, newDraftToken, openAnswers, sealAnswers } from "./draftKey.ts";
import {
  atFrontDoor,
  deliverQuestion,
  findDraft,
  forgetDraft,
  keepDraft,
  listMunicipalities,
  listReceivers,
  type Delivery,
  type Municipality,
} from "./frontDoor.store.ts";

/** How far she is: nothing yet (or too long ago), filling in, or sent. */
export type AtDoor =
  | { readonly state: "none" }
  | { readonly state: "filling"; readonly answers: DraftAnswers }
  | {
      readonly state: "sent";
      readonly reference: string;
      readonly organisation: string;
      readonly phone: string | null;
      readonly dueOn: Day;
      readonly calls: boolean;
    };

export async function readDoor(token: string | null): Promise<AtDoor> {
  if (token === null) return { state: "none" };
  const draft = await atFrontDoor((db) => findDraft(db, draftHash(token)));
  if (draft === null) return { state: "none" };
  const { reference, organisation, phone, dueOn } = draft;
  if (draft.sent && reference !== null && organisation !== null && dueOn !== null)
    return { state: "sent", reference, organisation, phone, dueOn, calls: draft.calls ?? false };
  return { state: "filling", answers: draft.content === null ? {} : openAnswers(token, draft.content) };
}

/**
 * Keeps the answer to one question beside the earlier ones, under the key of the answers she was looking at; a new key when there were
 * none. Null when the front door takes no more, or when they were sent meanwhile.
 */
export async function keepAnswer(at: AtDoor, token: string | null, answer: DraftAnswers, from: Origin): Promise<string | null> {
  const mine = token !== null && at.state === "filling" ? token : newDraftToken();
  const answers = { ...(at.state === "filling" ? at.answers : {}), ...answer };
  const kept = await atFrontDoor((db) => keepDraft(db, draftHash(mine), sealAnswers(mine, answers), networkOf(from.source)));
  return kept ? mine : null;
}

/** Throws away what she filled in. */
export async function forgetAnswers(token: string | null): Promise<void> {
  if (token !== null) await atFrontDoor((db) => forgetDraft(db, draftHash(token)));
}

let known: Promise<readonly Municipality[]> | null = null;

/** The municipalities of the region: they change with a new version of Wieg only, so the first question needs no database. */
export function municipalitiesOfRegion(): Promise<readonly Municipality[]> {
  known ??= atFrontDoor(listMunicipalities).catch((error: unknown) => {
    known = null;
    throw error;
  });
  return known;
}

export type Residence = { readonly municipality: string } | "unknown-postcode" | "elsewhere" | "nobody-answers";

/** Where she lives, by what she chose or by her postcode, and whether somebody answers there. */
export async function findResidence(typed: { postcode: string; municipality: string }): Promise<Residence> {
  if (typed.municipality === elsewhere) return "elsewhere";
  return atFrontDoor(async (db) => {
    const inRegion = await listMunicipalities(db);
    const code = typed.municipality !== "" ? typed.municipality : await findMunicipality(db, typed.postcode, null);
    if (code === null) return "unknown-postcode";
    if (!inRegion.some((one) => one.code === code)) return "elsewhere";
    return decideReceiver(code, await listReceivers(db, code)) === null ? "nobody-answers" : { municipality: code };
  });
}

/** The first question that still needs an answer before it can be sent; null when all that is needed is there. */
export function firstOpenStep(answers: DraftAnswers): DoorStep | null {
  if (answers.municipality === undefined) return 1;
  if (answers.channel === undefined) return 4;
  return answers.othersMayAnswer === undefined ? 5 : null;
}

class NotDelivered extends Error {
  readonly delivery: Delivery;
  constructor(delivery: Delivery) {
    super(delivery);
    this.delivery = delivery;
  }
}

/**
 * Delivers her question to who answers in her municipality, once, whatever is sent twice. The trail says that a question came, and not
 * from which address. What was not delivered leaves nothing behind.
 */
export async function sendQuestion(token: string, answers: DraftAnswers, language: DoorLanguage, from: Origin): Promise<Delivery> {
  const question = questionOf(answers, language);
  if (question === null) return "no-draft";
  const attempt = () =>
    withNobody("help.asked", { source: "front-door", requestId: from.requestId }, async (db, today) => {
      const organisationId = decideReceiver(question.municipality, await listReceivers(db, question.municipality));
      if (organisationId === null) throw new NotDelivered("no-receiver");
      const dueOn = addWorkingDays(today, signalTerms.answerHelpWithinWorkingDays);
      const delivery = await deliverQuestion(db, {
        hash: draftHash(token),
        network: networkOf(from.source),
        organisationId,
        reference: newReference(),
        dueOn,
        answers: question,
      });
      if (delivery !== "sent") throw new NotDelivered(delivery);
      return delivery;
    });
  try {
    return await attempt().catch((error: unknown) => (databaseCode(error) === "23505" ? attempt() : Promise.reject(error as Error))); // the same number twice: another one
  } catch (error) {
    if (error instanceof NotDelivered) return error.delivery;
    throw error;
  }
}

function questionOf(answers: DraftAnswers, language: DoorLanguage): HelpQuestion | null {
  const { municipality, channel, othersMayAnswer } = answers;
  if (municipality === undefined || channel === undefined || othersMayAnswer === undefined) return null;
  const said = (text: string | undefined) => (text === undefined || text === "" ? null : text);
  return {
    municipality,
    channel,
    othersMayAnswer,
    language,
    topics: answers.topics ?? [],
    words: said(answers.words),
    givenName: said(answers.givenName),
    contact: channel === "self" ? null : said(answers.contact),
    safeMoments: answers.safeMoments ?? [],
    momentWords: said(answers.momentWords),
    speaks: said(answers.speaks),
  };
}

/** Without letters and figures that look or sound alike on the telephone. */
const signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const newReference = (): string =>
  Array.from({ length: 8 }, (_sign, at) => (at === 4 ? "-" : "") + (signs[randomInt(signs.length)] ?? "A")).join("");
