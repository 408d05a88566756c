import { addDays, type Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import type { Handover, HandoverMoment } from "../../../pathway/handover/handover.ts";
import { listHandovers, listWords } from "../../../pathway/handover/server/handover.store.ts";
import {
  acceptHandover,
  changeHandover,
  declineHandover,
  giveHandover,
  holdHandover,
  offerHandover,
  seeHandover,
} from "../../../pathway/handover/server/moveHandover.ts";
import { leaveOutHandover, prepareHandover } from "../../../pathway/handover/server/prepareHandover.ts";
import { headings, type HandoverWords } from "../../../pathway/handover/handover.ts";
import { recordAnswer } from "../../../trust/consent/server/recordAnswer.ts";
import { consentListeners } from "../../consentListeners.ts";
import { demonstrationOrganisations } from "../organisations.ts";
import type { ToldFamily } from "../families.ts";
import { did, type Cast } from "./cast.ts";

type Standard = Exclude<HandoverMoment, "other">;

/** Who of an organisation hands over and takes over, by its kind. */
const roleOf: Readonly<Record<string, string>> = {
  midwifery_practice: "midwife",
  hospital: "clinical_midwife",
  maternity_care: "maternity_intake",
  youth_health: "youth_nurse",
  municipality: "municipal_worker",
  childcare: "childcare",
};
const personOf = ({ people, kind }: (typeof demonstrationOrganisations)[number]): string | undefined =>
  people.find(([, role]) => role === roleOf[kind])?.[0];

const toKind: Readonly<Record<Standard, string | null>> = {
  maternity_care: "maternity_care",
  youth_health: "youth_health",
  first_line: "midwifery_practice",
  childcare: "childcare",
  move: null,
};
const told: Readonly<Record<Standard, Partial<HandoverWords>>> = {
  maternity_care: {
    works: "De zwangerschap verloopt goed\nDe kamer voor de baby is klaar",
    wants: "Rust in de eerste week\nZelf leren hoe de borstvoeding gaat",
  },
  youth_health: {
    works: "Het drinken gaat goed\nOma komt elke dag",
    attachment: "Ouder en kind kijken elkaar veel aan\nTroosten lukt steeds beter",
  },
  first_line: { going_on: "Na een bevalling in het ziekenhuis weer thuis", works: "Zij hersteld goed" },
  childcare: { works: "Voorlezen voor het slapen", wants: "Vriendjes om mee te spelen" },
  move: { works: "De nieuwe woning is op orde", wants: "Niet alles opnieuw vertellen" },
};

/** Who hands over and who takes over, of the people of the story and of the region. */
function partiesOf({ region, plan, midwife, nurse }: Cast) {
  const actorAt = (organisationId: string): Actor | null => {
    for (const one of [midwife, nurse]) if (one.organisationId === organisationId) return one;
    const found = demonstrationOrganisations.find(({ key }) => region.organisationId(key) === organisationId);
    const person = found && personOf(found);
    return person === undefined ? null : region.actor(person);
  };
  const receiverOf = (moment: Standard, sender: Actor): Actor | null => {
    const kind = toKind[moment] ?? sender.organisationKind;
    if (kind === "youth_health") return nurse;
    if (kind === midwife.organisationKind && moment === "first_line") return midwife;
    const served = demonstrationOrganisations.filter(
      (one) =>
        one.kind === kind &&
        region.organisationId(one.key) !== sender.organisationId &&
        (one.serves === "region" || one.serves.includes(plan.municipality)),
    );
    const person = served.map(personOf).find((name) => name !== undefined);
    return person === undefined ? null : region.actor(person);
  };
  return { actorAt, receiverOf };
}

/** The newest of a moment, as someone sees it. */
async function seen(family: ToldFamily, by: Actor, moment: HandoverMoment): Promise<Handover & { handoverId: string }> {
  const all = await withActor(by, "handover.read", ({ db }) => listHandovers(db, family.trajectoryId));
  const found = all.find((one) => one.moment === moment);
  if (!found) throw new Error(`There is no handover ${moment}.`);
  return { ...found, handoverId: found.id };
}

async function prepare(family: ToldFamily, moment: Standard, sender: Actor, receiver: Actor, momentOn: Day): Promise<void> {
  const to = { organisationId: receiver.organisationId, role: receiver.role };
  await did("prepare a handover", prepareHandover(sender, { trajectoryId: family.trajectoryId, moment, momentOn, receiver: to }));
  const prepared = await seen(family, sender, moment);
  const drawn = await withActor(sender, "handover.read", ({ db }) => listWords(db, prepared.id));
  const words = Object.fromEntries(headings.map((heading) => [heading, withMore(drawn, heading, told[moment][heading])])) as HandoverWords;
  await did("mend a handover", changeHandover(sender, prepared, { ...prepared, words, receiver: to }));
}

/** The family allows that the receiver knows it and reads its plan; then the sender signs. */
async function offer(family: ToldFamily, moment: Standard, sender: Actor, receiver: Actor, on: Day): Promise<void> {
  const consent = { trajectoryId: family.trajectoryId, about: family.motherId, purpose: "sharing" as const, given: true, reason: null };
  const scope = {
    recipients: [{ organisationId: receiver.organisationId }],
    parts: ["identity", "signals", "plan"] as const,
    medicalToo: false,
  };
  const how = { withoutParentsReason: null, givenBy: "self" as const, givenOn: on, way: "spoken" as const, until: null };
  await did("allow a handover", recordAnswer(sender, { ...consent, ...scope, ...how }, consentListeners));
  await did("offer a handover", offerHandover(sender, await seen(family, sender, moment), { discussedOn: on, toMembershipId: null }));
}

/** All of it in one visit. */
async function handOver(family: ToldFamily, moment: Standard, sender: Actor, receiver: Actor, momentOn: Day, on: Day): Promise<void> {
  await prepare(family, moment, sender, receiver, momentOn);
  await offer(family, moment, sender, receiver, on);
  await did("accept a handover", acceptHandover(receiver, await seen(family, receiver, moment)));
  await did("hold a handover", holdHandover(receiver, { ...(await seen(family, receiver, moment)), on }));
  await did("read that it was held", seeHandover(sender, await seen(family, sender, moment)));
}

interface Due {
  readonly moment: Standard;
  readonly organisation_id: string;
  readonly due_on: Day;
  readonly shares: boolean;
  readonly knows: boolean;
}
const dueWithinAWeek = `
  select d.moment, d.organisation_id, d.due_on::text,
    not exists (select from consent c where c.trajectory_id = $1 and c.purpose = 'sharing' and (not c.given or c.withdrawn_on is not null)) as shares,
    t.author_organisation_id = d.organisation_id or exists (select from access_grant g join team m on m.principal = g.principal
      where g.trajectory_id = $1 and g.part = 1 and g.own_person is null and m.organisation_id = d.organisation_id) as knows
  from trajectory t cross join trust.due_handovers(t.id) d where t.id = $1 and d.due_on <= $2::date + 7`;

/** Handovers of one family: those that its dates ask for, and those that a story tells: by the midwife to the maternity care. */
export function handoverActs(cast: Cast) {
  const { region, family, midwife } = cast;
  const moment = "maternity_care";
  const intake = (): Actor => region.actor("Wilma Intake");
  return {
    prepareHandover: (momentOn: Day) => prepare(family, moment, midwife, intake(), momentOn),
    offerHandover: (on: Day) => offer(family, moment, midwife, intake(), on),
    acceptHandover: async () => did("accept a handover", acceptHandover(intake(), await seen(family, intake(), moment))),
    declineHandover: async () => {
      const asked = await seen(family, intake(), moment);
      await did("decline a handover", declineHandover(intake(), { ...asked, reason: "no_room", note: "Vol tot na de zomer" }));
    },
    /** To someone who does not work with Wieg, in another region or over the border. */
    giveHandover: async (to: string, on: Day) =>
      did("give a handover along", giveHandover(midwife, await seen(family, midwife, moment), { discussedOn: on, to, way: "secure_mail" })),
    /** What the dates of the line ask for within a week; left out where the family does not share. */
    handOverWhatIsDue: async (on: Day) => {
      const { actorAt, receiverOf } = partiesOf(cast);
      for (const due of await region.asOwner<Due>(dueWithinAWeek, [family.trajectoryId, on])) {
        const sender = actorAt(due.organisation_id);
        if (!sender || !due.knows) continue;
        const receiver = receiverOf(due.moment, sender);
        const { trajectoryId } = family;
        if (due.shares && receiver) await handOver(family, due.moment, sender, receiver, due.due_on < on ? addDays(on, 7) : due.due_on, on);
        else {
          const reason = due.shares ? "not_needed" : "family_no";
          await did("leave out a handover", leaveOutHandover(sender, { trajectoryId, moment: due.moment, reason, note: null }));
        }
      }
    },
  };
}

const withMore = (drawn: readonly { heading: string; words: string }[], heading: string, more: string | undefined): string =>
  [drawn.find((one) => one.heading === heading)?.words ?? "", more ?? ""].filter((words) => words !== "").join("\n");
