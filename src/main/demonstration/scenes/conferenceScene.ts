import { withActor } from "../../../platform/db/withActor.ts";
import { decideCase } from "../../../pathway/conference/server/decideCase.ts";
import { keepSeries } from "../../../pathway/conference/server/keepSeries.ts";
import { closeSitting, openSitting, planSitting, setAgenda } from "../../../pathway/conference/server/moveSitting.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { askOutsideGuest } from "../../../pathway/conference/server/outsideGuest.ts";
import {
  findSitting,
  listItems,
  listParticipants,
  listProposal,
  type SittingSeen,
} from "../../../pathway/conference/server/sitting.store.ts";
import type { Outcome, Seat } from "../../../pathway/conference/sitting.ts";
import { answerCaseLead } from "../../../pathway/plan/server/transferLead.ts";
import { did } from "../acts/cast.ts";
import { parkstad } from "../organisations.ts";
import { sittingQuestions } from "../stories/chapters.ts";
import { dayToCome, storyDay } from "../storyDay.ts";
import type { Step, Teller } from "../story.ts";

/** Who sits in the conference of Parkstad: a role in an organisation. */
const members: readonly (readonly [organisation: string, role: string])[] = [
  ["maas", "midwife"],
  ["worm", "midwife"],
  ["jgz", "youth_nurse"],
  ["gzl", "maternity_coordinator"],
  ["hospital", "social_paediatrics"],
  ["heerlen", "municipal_worker"],
  ["kerkrade", "knooppunt_coordinator"],
];

/** A series for Parkstad: one sitting that was held, with its outcomes, and one to come, with its agenda. */
export function conferenceScene({ region, today }: Teller): readonly Step[] {
  const chair = region.actor("Vera Voorzitter");
  let series = "";
  let sitting = "";
  const plan = async (heldOn: string) => {
    const at = {
      heldOn,
      startsAt: "13:30",
      endsAt: "15:00",
      place: "Stadskantoor Heerlen, kamer 2.14",
      link: "https://overleg.example.org/parkstad",
    };
    sitting = (await did("plan a sitting", planSitting(chair, series, at))).sitting;
  };
  const seen = async () => {
    const now = await withActor(chair, "conference.sitting-read", ({ db }) => findSitting(db, sitting));
    return { sittingId: sitting, version: now?.version ?? 0 };
  };
  const setFrom = async (fits: (question: string) => boolean) => {
    const proposal = await withActor(chair, "conference.sitting-read", ({ db }) => listProposal(db, sitting));
    const cases = proposal.filter(({ question }) => question !== null && fits(question)).map(({ caseId }) => caseId);
    await did("set an agenda", setAgenda(chair, await seen(), cases));
  };
  return [
    { on: storyDay(today, 16), run: async () => void (series = await madeSeries({ region })) },
    { on: storyDay(today, 16), run: () => plan(storyDay(today, 5)) },
    { on: storyDay(today, 6), run: () => setFrom((question) => sittingQuestions.includes(question)) },
    { on: storyDay(today, 5), run: async () => hold({ region }, sitting, await seen()) },
    { on: storyDay(today, 5), run: async () => void (await did("close a sitting", closeSitting(chair, await seen()))) },
    { on: storyDay(today, 4), run: () => acceptLead({ region }) },
    { on: storyDay(today, 3), run: () => plan(dayToCome(today, 6)) },
    { on: today, run: () => setFrom(() => true) },
    { on: today, run: async () => askGuest(chair, await seen()) },
  ];
}

/** Someone who works outside Wieg thinks along about the first case. */
async function askGuest(chair: Actor, seen: SittingSeen): Promise<void> {
  const [first] = await withActor(chair, "conference.sitting-read", ({ db }) => listItems(db, seen.sittingId));
  const guest = {
    name: "Gerda Buiten",
    worksAs: "woonconsulent",
    organisation: "Woningstichting De Hoek",
    email: "gerda@dehoek.example.org",
    phone: "06 0000 0000",
  };
  if (first) await did("ask a guest", askOutsideGuest(chair, seen, { ...guest, itemId: first.id }));
}

type Told = Pick<Teller, "region">;

async function madeSeries({ region }: Told): Promise<string> {
  const series = {
    kind: "mdo",
    name: "Overleg Parkstad",
    chairId: region.actor("Vera Voorzitter").membershipId,
    deputyId: region.actor("Nadia Knoop").membershipId,
    place: "Stadskantoor Heerlen, kamer 2.14",
    link: "https://overleg.example.org/parkstad",
    areas: parkstad,
    members: members.map(([organisation, role]) => ({ organisationId: region.organisationId(organisation), role })),
    active: true,
  } as const;
  return (await did("make a series", keepSeries(region.actor("Vera Voorzitter"), { id: null, version: 0 }, series))).series;
}

/** The sitting: everyone is there, and of each case is written down what was decided. */
async function hold({ region }: Told, sitting: string, seen: Parameters<typeof openSitting>[1]): Promise<void> {
  const chair = region.actor("Vera Voorzitter");
  const there = await withActor(chair, "conference.sitting-read", ({ db }) => listParticipants(db, sitting));
  await did(
    "begin a sitting",
    openSitting(
      chair,
      seen,
      there.map(({ id }) => id),
    ),
  );
  const items = await withActor(chair, "conference.sitting-read", ({ db }) => listItems(db, sitting));
  const outcomes = await outcomesOf({ region });
  for (const [place, item] of items.entries()) {
    const outcome = outcomes[place % outcomes.length];
    if (outcome) await did("decide about a case", decideCase(chair, { itemId: item.id, version: item.version }, outcome));
  }
}

async function outcomesOf({ region }: Told): Promise<readonly Outcome[]> {
  const seat = (name: string): Seat => {
    const { organisationId, role, membershipId } = region.actor(name);
    return { organisationId, role, membershipId };
  };
  const today = (await region.asOwner<{ today: string }>("select app.today() as today"))[0]?.today ?? "";
  const inDays = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString();
  const [offer] = await region.asOwner<{ id: string }>("select id from support_offer where code = 'schuldhulp'");
  const worker = region.actor("Sjef Loket").membershipId;
  return [
    {
      decision:
        "De jeugdverpleegkundige houdt de lijn vast. De gemeente kijkt met het gezin naar de rekeningen; voor schuldhulp wordt plaats gevraagd.",
      joining: [],
      lead: seat("Hilde Voorbeeld"),
      agreements: [{ wording: "Samen de post van de afgelopen maanden openen", kind: "professional", key: worker, evaluateOn: inDays(21) }],
      offers: offer ? [offer.id] : [],
    },
    {
      decision: "De verloskundige blijft casusregisseur. De sociaal kinderarts denkt mee over de eerste weken na de geboorte.",
      joining: [{ organisationId: region.organisationId("hospital"), role: "social_paediatrics", membershipId: null }],
      lead: null,
      agreements: [
        {
          wording: "Na het bezoek samen kiezen wie er 's nachts gebeld kan worden",
          kind: "network",
          key: "Tante Mia",
          evaluateOn: inDays(28),
        },
      ],
      offers: [],
    },
  ];
}

/** Who was named to lead takes it on. */
async function acceptLead({ region }: Told): Promise<void> {
  const nurse = region.actor("Hilde Voorbeeld");
  const offered = await region.asOwner<{ id: string }>(
    "select id from lead_transfer where by_conference and state = 'offered' and to_membership_id = $1",
    [nurse.membershipId],
  );
  for (const { id } of offered) await did("accept the lead", answerCaseLead(nurse, { transferId: id, accept: true, reason: null }));
}
