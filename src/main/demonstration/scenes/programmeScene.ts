import { addDays, formatShortDay, type Day } from "../../../kit/day.ts";
import { saveScenario } from "../../../programme/capacity/server/readCapacity.ts";
import { toTyped } from "../../../programme/configuration/rules/typedSettings.ts";
import { scaleUpSettings } from "../../../programme/configuration/scaleUp.ts";
import {
  answerVersion,
  beginProposal,
  changeSection,
  changeStart,
  offerVersion,
} from "../../../programme/configuration/server/changeProposal.ts";
import { readConfiguration } from "../../../programme/configuration/server/readConfiguration.ts";
import { sectionShape, type SectionName } from "../../../programme/configuration/settingShape.ts";
import type { ProgrammeSettings } from "../../../programme/configuration/programme.ts";
import { movePlaces, readOverview } from "../../../programme/enrolment/server/readOverview.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { did } from "../acts/cast.ts";
import { dayToCome, storyDay } from "../storyDay.ts";
import type { Step, Teller } from "../story.ts";

const pilot = "geboortezorg-flex";
const followUp = "flex-zuid-limburg";

/** The programme as it is run: places moved, the follow-up made larger with a version to come, the pilot to be closed, and a forecast. */
export function programmeScene({ region, today }: Teller): readonly Step[] {
  const admin = region.actor("Ben Beheer");
  const group = region.actor("Thomas Traject");
  const coordinator = region.actor("Petra Planning");
  const act = (days: number, run: () => Promise<unknown>): Step => ({ on: storyDay(today, days), run: async () => void (await run()) });
  const from = firstOfMonth(dayToCome(today, 60));
  const whole = scaleUpSettings("whole-region", {
    maternityCareOrganisationId: coordinator.organisationId,
    until: addDays(from, 3 * 365),
  });
  return [
    act(40, async () => {
      const { programme } = await readOverview(group, pilot);
      const reason = "Meer gezinnen pas na de geboorte gevonden dan verwacht.";
      await did("move places", movePlaces(group, { programmeId: programme?.id ?? "", pillar: 2, to: "direct", places: 5, reason }));
    }),
    act(6, () =>
      prepare(admin, { code: followUp, from, change: whole, sections: ["area", "pillars", "windows"], why: "De hele regio doet mee." }),
    ),
    act(4, async () => {
      const version = await versionOf(group, followUp);
      await did("approve a version", answerVersion(group, { code: followUp, version }, { approved: true, words: null }));
    }),
    act(3, async () => {
      const now = (await readConfiguration(admin, pilot))?.inForce?.settings;
      if (!now) return;
      const change = { ...now, windows: { ...now.windows, inflowUntil: addDays(from, -1) } };
      await prepare(admin, {
        code: pilot,
        from: addDays(from, -14),
        change,
        sections: ["windows"],
        why: "Het vervolg neemt de instroom over.",
      });
    }),
    act(2, async () => {
      await did("keep a scenario", saveScenario(coordinator, { programma: followUp, name: "Zoals nu" }));
      await did(
        "keep a scenario",
        saveScenario(coordinator, { programma: followUp, name: "Zeven mensen erbij in de zomer", summerAbsence: "5" }),
      );
    }),
  ];
}

const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;
const versionOf = async (actor: Actor, code: string): Promise<number> => (await readConfiguration(actor, code))?.proposal?.version ?? 0;

/** Prepares a version section by section, as one does on the screen, and lays it before the project group with its warnings ticked. */
async function prepare(
  admin: Actor,
  {
    code,
    from,
    change,
    sections,
    why,
  }: { code: string; from: Day; change: ProgrammeSettings; sections: readonly SectionName[]; why: string },
): Promise<void> {
  await did("begin a version", beginProposal(admin, code));
  const of = async () => ({ code, version: await versionOf(admin, code) });
  for (const section of sections) {
    const typed = toTyped({ name: section, shape: sectionShape(section) }, change[section]);
    await did(`change ${section}`, changeSection(admin, await of(), section, typed));
  }
  await did(`let it begin on ${formatShortDay(from)}`, changeStart(admin, await of(), from));
  const confirmed = (await readConfiguration(admin, code))?.preview?.findings.map((one) => one.code) ?? [];
  await did("lay it before the project group", offerVersion(admin, await of(), { why, confirmed }));
}
