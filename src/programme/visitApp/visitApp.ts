import * as z from "zod/mini";

/** The words between the phone and the server: checked at both edges, in both directions. */

z.config({ jitless: true }); // our policy runs no code made from text

const id = z.uuid();
const moment = z.iso.datetime({ offset: true });
const day = z.iso.date();
const text = (longest: number) => z.string().check(z.maxLength(longest));
const list = <Item extends z.ZodMiniType>(item: Item, most: number) => z.array(item).check(z.maxLength(most));

/** A moment, and whether the phone's clock made it or she typed it: only the first goes wrong with the clock. */
const stampedMoment = z.object({ at: moment, by: z.enum(["clock", "typed"]) });

export const entryOutcomes = ["delivered", "refused", "missed"] as const;

/** What she saved of one visit, in one go. Made once on the phone, and sent until it is known that it came in. */
export const entryShape = z.object({
  entryId: id,
  visitId: id,
  trajectoryId: id,
  outcome: z.enum(entryOutcomes),
  started: z.nullable(stampedMoment),
  ended: z.nullable(stampedMoment),
  breakMinutes: z.int().check(z.gte(0), z.lte(720)),
  contents: list(text(60), 60),
  observation: text(5000),
  /** The observation is a signal as well: with the factors she chose, and whether she talked about it with the family. */
  signal: z.nullable(z.object({ factorCodes: list(text(80), 40), discussed: z.boolean(), aboutPerson: id })),
  whyCode: z.nullable(text(40)),
  why: text(2000),
  /** The version of the visit that she looked at; null for a visit that nobody had planned. */
  sawVersion: z.nullable(z.int()),
  /** An earlier entry of hers for the same visit, whose result she had not heard yet. */
  follows: z.nullable(id),
  /** By the phone's clock. */
  enteredAt: moment,
});
export type VisitEntry = z.output<typeof entryShape>;

/** The most that goes along in one time; the rest follows at once. */
export const mostEntries = 100;

export const syncShape = z.object({
  deviceId: id,
  /** By the phone's clock: what the server's own differs from it is how wrong that clock is. */
  phoneNow: moment,
  entries: list(entryShape, mostEntries),
  /** What came in earlier, of which she has not heard what became. */
  ask: list(id, mostEntries),
  /** Whether her day is asked for too. */
  wantsSheet: z.boolean(),
});
export type SyncRequest = z.output<typeof syncShape>;

/** A visit as it stands in Wieg. */
const visitShape = z.object({
  id,
  trajectoryId: id,
  kind: z.enum(["maternity", "flexible"]),
  state: z.enum(["planned", "delivered", "refused", "missed", "cancelled"]),
  plannedFrom: z.nullable(moment),
  plannedUntil: z.nullable(moment),
  agreed: text(5000),
  startedAt: z.nullable(moment),
  endedAt: z.nullable(moment),
  breakMinutes: z.int(),
  contents: list(z.string(), 100),
  observation: text(5000),
  whyCode: z.nullable(z.string()),
  why: text(2000),
  recordedBy: text(200),
  version: z.int(),
});
export type PhoneVisit = z.output<typeof visitShape>;

/** What became of an entry. Refused: the sentence why, and what to do. Conflict: what stands in Wieg now. */
const answerShape = z.discriminatedUnion("state", [
  /** It is with Wieg, for good; a moment later it stands in the visit. */
  z.object({ state: z.literal("received"), entryId: id }),
  /** Wieg does not have it: it goes again. */
  z.object({ state: z.literal("missing"), entryId: id }),
  z.object({ state: z.literal("done"), entryId: id, version: z.int(), note: z.nullable(z.string()) }),
  z.object({ state: z.literal("refused"), entryId: id, code: z.string(), say: z.string(), todo: z.string() }),
  z.object({ state: z.literal("conflict"), entryId: id, theirs: visitShape }),
]);
export type EntryAnswer = z.output<typeof answerShape>;

const minutes = z.nullable(z.int());
/** A family: as little as a visit needs. No history of signals, no partner's data, no plan. */
const familyShape = z.object({
  trajectoryId: id,
  motherId: id,
  name: text(300),
  address: text(300),
  phones: list(z.object({ value: text(60), moments: text(500) }), 5),
  contactWish: text(2000),
  language: z.nullable(text(80)),
  interpreter: z.boolean(),
  readsLittle: z.boolean(),
  /** Empty after a loss, as all that would ask or count. */
  childBorn: z.nullable(day),
  quiet: z.boolean(),
  /** What can be ticked in a visit to this family: codes of the list of its own programme. */
  contents: list(text(60), 200),
  balance: z.nullable(z.object({ agreed: minutes, delivered: z.int(), planned: z.int(), remaining: minutes })),
});
export type PhoneFamily = z.output<typeof familyShape>;

const choice = z.object({ code: z.string(), label: z.string() });
export const daySheetShape = z.object({
  today: day,
  tomorrow: day,
  families: list(familyShape, 60),
  visits: list(visitShape, 400),
  /** The words of all codes, of whichever programme. */
  contents: list(choice, 400),
  factors: list(z.extend(choice, { group: z.string() }), 300),
  refusedReasons: list(choice, 40),
  missedReasons: list(choice, 40),
});
export type DaySheet = z.output<typeof daySheetShape>;

export const settingsShape = z.object({ lockMinutes: z.int(), keepHours: z.int() });
export type PhoneSettings = z.output<typeof settingsShape>;

export const syncAnswerShape = z.discriminatedUnion("state", [
  z.object({
    state: z.literal("open"),
    serverNow: moment,
    clockOffSeconds: z.int(),
    settings: settingsShape,
    answers: list(answerShape, 2 * mostEntries),
    sheet: z.nullable(daySheetShape),
  }),
  z.object({ state: z.literal("blocked") }),
  z.object({ state: z.literal("unknown") }),
]);
export type SyncAnswer = z.output<typeof syncAnswerShape>;

export const standsShape = z.object({ stands: z.boolean() });

/** Who is signed in at this browser, before a phone is taken in use. */
export const whoShape = z.object({
  who: z.nullable(z.object({ name: z.string(), organisation: z.string(), mayRegister: z.boolean(), csrf: z.string() })),
});
export const registeredShape = z.discriminatedUnion("state", [
  z.object({
    state: z.literal("registered"),
    deviceId: id,
    token: z.string(),
    secret: z.string(),
    /** With this alone the phone can say that it wiped itself. */
    farewell: z.string(),
    name: z.string(),
    settings: settingsShape,
  }),
  z.object({ state: z.literal("refused"), say: z.string() }),
]);
