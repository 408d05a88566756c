import type { Actor } from "../../../platform/db/actor.ts";
import type { DraftAnswers } from "../../../pathway/signal/frontDoor.ts";
import type { HelpMove, HelpRequest } from "../../../pathway/signal/helpRequest.ts";
import { keepAnswer, sendQuestion } from "../../../pathway/signal/server/frontDoor.ts";
import { forwardQuestion, moveHelpRequest, registerFromQuestion } from "../../../pathway/signal/server/moveHelpRequest.ts";
import { readHelpList } from "../../../pathway/signal/server/readHelpRequests.ts";
import { did } from "../acts/cast.ts";
import { inventFamily } from "../invented.ts";
import { storyDay } from "../storyDay.ts";
import type { Step, Teller } from "../story.ts";
import * as place from "../stories/municipalities.ts";

type Move = Exclude<HelpMove, "link" | "forward">;
interface Question {
  readonly ago: number;
  readonly answers: DraftAnswers & Readonly<{ givenName: string }>;
  readonly english?: boolean;
  /** Who takes it up, and what she does, in days ago. */
  readonly by?: string;
  readonly moves?: readonly (readonly [ago: number, move: Move | "register" | "forward", note?: string])[];
  /** Key of the organisation that it is handed over to. */
  readonly to?: string;
}

const safe = { othersMayAnswer: false, safeMoments: ["weekday-morning" as const] };

/** What was asked at the front door in the last weeks, in each state a question can be in. All words are invented. */
const questions: readonly Question[] = [
  {
    ago: 0,
    answers: {
      ...safe,
      givenName: "Denise",
      municipality: place.heerlen,
      topics: ["money"],
      words: "Ik kan de huur van deze maand niet betalen.",
      channel: "phone",
      contact: "06 1234 5001",
    },
  },
  {
    ago: 0,
    english: true,
    answers: {
      ...safe,
      givenName: "Grace",
      municipality: place.kerkrade,
      topics: ["pregnancy", "alone"],
      channel: "sms",
      contact: "06 1234 5002",
      speaks: "English",
    },
  },
  {
    ago: 3,
    answers: {
      ...safe,
      givenName: "Joyce",
      municipality: place.sittard,
      topics: ["housing"],
      words: "Wij wonen met vier mensen op één kamer.",
      channel: "email",
      contact: "joyce@example.org",
    },
    by: "Marloes Ontwerp",
    moves: [
      [2, "take"],
      [1, "noContact", "Mail gestuurd, nog geen antwoord."],
    ],
  },
  {
    ago: 6,
    answers: {
      ...safe,
      givenName: "Samira",
      municipality: place.maastricht,
      topics: ["stress", "baby"],
      channel: "phone",
      contact: "06 1234 5004",
    },
    by: "Suzan Omtrek",
    moves: [
      [5, "take"],
      [5, "spoke", "Gesproken; wil graag verder praten na de controle bij de verloskundige."],
    ],
  },
  {
    ago: 9,
    answers: {
      ...safe,
      givenName: "Bianca",
      municipality: place.landgraaf,
      topics: ["baby"],
      words: "Ik maak mij zorgen of ik het straks wel kan.",
      channel: "phone",
      contact: "06 1234 5005",
    },
    by: "Hilde Voorbeeld",
    moves: [
      [9, "take"],
      [8, "spoke", "Goed gesprek. Nog niet onder controle; wil zelf aangemeld worden."],
      [8, "register"],
    ],
  },
  {
    ago: 13,
    answers: { ...safe, givenName: "Inge", municipality: place.heerlen, topics: ["health"], channel: "phone", contact: "06 1234 5006" },
    by: "Hilde Voorbeeld",
    moves: [
      [13, "take"],
      [12, "spoke", "Vraag beantwoord; belt zelf de huisarts."],
      [12, "close"],
    ],
  },
  {
    ago: 2,
    answers: {
      ...safe,
      givenName: "Natalia",
      municipality: place.heerlen,
      topics: ["money", "housing"],
      words: "Waar kan ik spullen voor de baby krijgen?",
      channel: "phone",
      contact: "06 1234 5007",
    },
    by: "Cindy Gedacht",
    moves: [[1, "forward", "Vraagt om spullen voor de baby: dat regelt de gemeente."]],
    to: "heerlen",
  },
  {
    ago: 4,
    answers: { ...safe, givenName: "Roos", municipality: place.sittard, topics: ["money"], channel: "self" },
    by: "Marloes Ontwerp",
    moves: [[3, "forward", "Wil een gesprek over haar schulden bij het wijkteam."]],
    to: "sittard",
  },
];

/** Everything that happened with the questions of the front door. */
export const helpScene = (teller: Teller): readonly (readonly Step[])[] =>
  questions.map((question, place) => stepsOf(teller, question, place));

function stepsOf({ region, chance, today }: Teller, question: Question, place: number): readonly Step[] {
  const { ago, answers, english, by, moves = [], to } = question;
  const from = { source: `192.0.2.${place + 1}`, requestId: "demonstration" };
  const asked: Step = {
    on: storyDay(today, ago),
    run: async () => {
      const token = await keepAnswer({ state: "none" }, null, answers, from);
      const delivery = await sendQuestion(token ?? "", answers, english ? "en" : "nl", from);
      if (delivery !== "sent") throw new Error(`The demonstration could not ask for help: ${delivery}.`);
    },
  };
  const follow = moves.map(([when, move, note]): Step => {
    const run = async () => {
      const actor = region.actor(by ?? "");
      const { id, version } = await find(actor, answers.givenName);
      const input = { id, version, ...(note && { note }) };
      if (move === "forward") await did(move, forwardQuestion(actor, { ...input, note: note ?? "", to: region.organisationId(to ?? "") }));
      else if (move === "register") await did(move, registerFromQuestion(actor, input, newFamily()));
      else await did(move, moveHelpRequest(actor, move, { ...input, ...(move === "close" && { reason: "answered" }) }));
    };
    return { on: storyDay(today, when), run };
  });
  const newFamily = () => ({
    ...inventFamily(chance, answers.municipality ?? ""),
    dueDate: Temporal.PlainDate.from(today).add({ days: 190 }).toString(),
  });
  return [asked, ...follow];
}

async function find(actor: Actor, givenName: string): Promise<HelpRequest> {
  const found = (await readHelpList(actor)).requests.find((one) => one.givenName === givenName);
  if (!found) throw new Error(`The demonstration lost the question of ${givenName}.`);
  return found;
}
