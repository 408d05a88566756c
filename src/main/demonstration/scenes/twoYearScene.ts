import type { Day } from "../../../kit/day.ts";
import { sharedQuestionsTask } from "../../../insight/sharedQuestions/server/publishTask.ts";
import { recordContact } from "../../../pathway/infancy/server/recordContact.ts";
import { youthContactsTask } from "../../../pathway/infancy/server/youthContactTask.ts";
import { interconceptionTask } from "../../../pathway/interconception/server/interconceptionTask.ts";
import { openGroup } from "../../../pathway/support/group/server/keepGroup.ts";
import { recordAttendance, signUp } from "../../../pathway/support/group/server/moveInGroup.ts";
import { readGroup } from "../../../pathway/support/group/server/readGroups.ts";
import { did } from "../acts/cast.ts";
import { storyDay } from "../storyDay.ts";
import type { Step, Teller } from "../story.ts";

interface Waiting {
  readonly trajectoryId: string;
  readonly childId: string;
  readonly code: string;
  readonly dueOn: Day;
}

/** More than this many contact moments no child has. */
const mostContacts = 13;

/** The contact moments of the youth health service: held as they came by; what is of these days waits. */
async function holdContacts({ region, today }: Teller): Promise<void> {
  const nurse = region.actor("Hilde Voorbeeld");
  await youthContactsTask.run({});
  for (let round = 0; round < mostContacts; round += 1) {
    const late = await region.asOwner<Waiting>(
      `select trajectory_id as "trajectoryId", subject_id as "childId", facts ->> 'code' as code, facts ->> 'dueOn' as "dueOn" from work_item
       where kind = 'youth-contact.due' and closed_at is null and due_on < $1 order by facts ->> 'dueOn', trajectory_id`,
      [today],
    );
    if (late.length === 0) return;
    for (const { trajectoryId, childId, code, dueOn } of late)
      await did(
        "hold a contact moment",
        recordContact(nurse, {
          trajectoryId,
          childId,
          momentCode: code,
          outcome: "held",
          onDay: dueOn,
          noticed: code === "month-11" ? "Kruipt en lacht; ouders slapen weer." : null,
          factorCodes: [],
          urgent: false,
          discussed: true,
          nextChildWish: false,
        }),
      );
  }
}

/** Two groups of CenteringPregnancy of one practice: one with a place left, one full with a family that waits. */
async function centering({ region }: Teller, firstOn: Day): Promise<void> {
  const leader = region.actor("Lotte Bedacht");
  const [offer] = await region.asOwner<{ id: string }>("select id from support_offer where code = 'centering-pregnancy'");
  const lines = await region.asOwner<{ id: string }>(
    "select id from trajectory where author_organisation_id = $1 and state = 'open' and loss_on is null and born_on is null and due_date > app.today() + 40 order by due_date, created_at limit 9",
    [leader.organisationId],
  );
  const open = async (name: string, places: number, families: readonly { id: string }[]) => {
    const group = {
      offerId: offer?.id ?? "",
      name,
      location: "Wijkcentrum, Heerlen",
      language: "nl",
      places,
      leaderMembershipId: leader.membershipId,
    };
    const made = await did(
      "open a group",
      openGroup(leader, { ...group, firstOn, begins: "10:00", ends: "12:00", sessions: 8, everyWeeks: 2 }),
    );
    for (const { id } of families)
      await did("sign a family up", signUp(leader, { groupId: made.groupId, trajectoryId: id, mayWait: true }));
  };
  await open("Centering Heerlen, groep 1", 5, lines.slice(0, 4));
  await open("Centering Heerlen, groep 2", 4, lines.slice(4, 9));
}

/** Who was at the first meeting. */
async function firstMeeting({ region }: Teller): Promise<void> {
  const leader = region.actor("Lotte Bedacht");
  const groups = await region.asOwner<{ id: string }>("select id from support_group order by name");
  for (const { id } of groups) {
    const data = await readGroup(leader, id);
    const [session] = data?.sessions ?? [];
    const takingPart = data?.places.filter(({ state }) => state === "placed") ?? [];
    const presence = Object.fromEntries(takingPart.map((place, nr) => [place.id, nr === 0 ? "told" : "present"]));
    await did("record who was there", recordAttendance(leader, { groupId: id, sessionId: session?.id ?? "", presence }));
  }
}

/** Groups, contact moments and figures: what goes on beside the families' own stories. */
export function twoYearScene(teller: Teller): readonly Step[] {
  const { today } = teller;
  const firstOn = storyDay(today, 6);
  return [
    { on: storyDay(today, 9), run: () => centering(teller, firstOn) },
    { on: firstOn, run: () => firstMeeting(teller) },
    { on: today, run: () => holdContacts(teller) },
    { on: today, run: () => interconceptionTask.run({}) },
    { on: today, run: () => sharedQuestionsTask.run({}) },
  ];
}
