import { addDays } from "../../../kit/day.ts";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { ConsentRefusal } from "../consent.ts";
import { familyNews } from "../../../registry/familyNews.texts.ts";
import { decideAsk } from "../rules/decideAsk.ts";
import { findMotherPages, findPartnerPages, insertAsk, listMotherAsks, withdrawAsk, type NewAsk } from "./consentAsk.store.ts";
import { findConsentLine, listPossibleRecipients } from "./consentFacts.store.ts";

/** Days after which a question without an answer is late on the list of who asked: then she calls. A term of our own. */
const answerDays = 7;

/** Puts a question before the mother or the partner, in own pages: whoever is asked alone answers it there, about herself or himself. */
export function askFamily(actor: Actor, ask: NewAsk): Promise<Done<{ readonly visible: boolean }> | Refusal<ConsentRefusal>> {
  return withActor(actor, "consent.asked", async ({ db, today, about }) => {
    about({ trajectories: [ask.trajectoryId], part: "identity", purpose: ask.purpose });
    const line = await findConsentLine(db, ask.trajectoryId);
    if (line === null) return refuse("consent-person-unknown");
    const known = await listPossibleRecipients(db, ask.trajectoryId, line.municipality, today);
    const partner = await findPartnerPages(db, ask.trajectoryId);
    const mother = partner?.person === ask.about ? null : await findMotherPages(db, ask.trajectoryId);
    const decided = decideAsk({
      ...ask,
      recipients: ask.organisations.every((one) => known.some(({ id }) => id === one)) ? ask.organisations.length + ask.roles.length : 0,
      today,
      reads: mother?.reads ?? partner?.person === ask.about,
      decidesHerself: mother?.decidesHerself ?? partner?.decidesHimself ?? false,
    });
    if (decided !== "go") return decided;
    const code = await insertAsk(db, ask, addDays(today, answerDays), familyNews);
    return code === "done" ? done({ visible: true }) : refuse(`consent-${code}`);
  });
}

/** Takes a question back that she did not answer yet. */
export function takeAskBack(
  actor: Actor,
  one: { readonly trajectoryId: string; readonly askId: string; readonly version: number },
): Promise<Done | Refusal<ConsentRefusal>> {
  return withActor(actor, "consent.ask-withdrawn", async ({ db, about }) => {
    about({ trajectories: [one.trajectoryId], part: "identity" });
    const ask = (await listMotherAsks(db, one.trajectoryId)).find(({ id }) => id === one.askId);
    if (!ask) return refuse("consent-person-unknown");
    return (await withdrawAsk(db, ask.id, one.version)) ? done({}) : refuse("consent-changed-meanwhile");
  });
}
