import { formatDay } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import type { Work } from "../../../platform/db/withActor.ts";
import { linkDays, type LinkKind } from "../signIn.ts";
import { findMeansOf, listAccountEventsOf, makeLink, setBlocked } from "./administer.store.ts";
import { hashOf, newToken } from "./secrets.ts";
import { signInSettings } from "./settings.ts";
import { keepStep, readStep, stepTokenOf } from "./steps.store.ts";

export type { MeansOf } from "./administer.store.ts";
export const findMeans = findMeansOf;
export const listEventsOf = listAccountEventsOf;
export const blockAccount = setBlocked;

/** A link that was made: sent to the person herself, or to be shown to the administrator who made it. */
export interface GivenLink {
  readonly linkId: string;
  readonly shown: boolean;
}

/**
 * Gives someone a one-time link. It goes by e-mail, which says nothing but that; or it is shown once more to this administrator, in this
 * session, for some minutes. Null when there is no account to give it for.
 */
export async function giveLink(
  actor: Actor,
  { db, today }: Pick<Work, "db" | "today">,
  to: { professionalId: string; kind: LinkKind; checked: string | null; byMail: boolean },
): Promise<GivenLink | null> {
  const token = newToken();
  const address = linkAddress(token);
  const days = linkDays[to.kind];
  const mail = to.byMail ? linkMail(address, Temporal.PlainDate.from(today).add({ days }).toString()) : null;
  const linkId = await makeLink(db, {
    professionalId: to.professionalId,
    kind: to.kind,
    hash: hashOf(token),
    days,
    checked: to.checked,
    mail,
  });
  if (linkId === null) return null;
  if (!to.byMail) await keepStep(stepTokenOf(actor, linkId), "show-link", null, { address });
  return { linkId, shown: !to.byMail };
}

/** The link made in this session, to be handed over; null when it was another's, or too long ago. */
export async function showLink(actor: Actor, linkId: string): Promise<string | null> {
  return (await readStep(stepTokenOf(actor, linkId), "show-link"))?.data.address ?? null;
}

export const linkAddress = (token: string): string => new URL(`/uitnodiging/${token}`, signInSettings().publicUrl).href;

/** Nothing of what it is for, but the way in: who reads along learns no more than that someone works with Wieg. */
const linkMail = (address: string, until: string) => ({
  subject: "Er is iets voor u in Wieg",
  body: `Open deze link om te kiezen hoe u zich aanmeldt bij Wieg:\n\n${address}\n\nDe link werkt één keer, tot en met ${formatDay(until)}.\nVerwachtte u dit niet? Doe dan niets.\n`,
});
