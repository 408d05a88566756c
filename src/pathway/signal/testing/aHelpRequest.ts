import type { DraftAnswers } from "../frontDoor.ts";
import { keepAnswer, sendQuestion } from "../server/frontDoor.ts";

/** Someone asks for help at the front door: by telephone on weekday mornings, in Heerlen. */
export async function aHelpRequest(change: DraftAnswers = {}): Promise<string> {
  const from = { source: `192.0.2.${Math.trunc(Math.random() * 250)}`, requestId: crypto.randomUUID() };
  const answers: DraftAnswers = {
    municipality: "GM0917",
    topics: ["money"],
    words: "De rekeningen blijven liggen.",
    givenName: "Sanne",
    channel: "phone",
    contact: "06 12345678",
    safeMoments: ["weekday-morning"],
    othersMayAnswer: false,
    ...change,
  };
  const token = await keepAnswer({ state: "none" }, null, answers, from);
  return token === null ? "too-many" : sendQuestion(token, answers, "nl", from);
}
