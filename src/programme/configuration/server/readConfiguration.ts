import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { fitsSettings, listWaitingGroups, listWaitingLines, type WaitingLine } from "../../enrolment/server/door.ts";
import type { ProgrammeSettings } from "../programme.ts";
import type { Proposal, VersionLine } from "../proposal.ts";
import { checkVersion, type Finding } from "../rules/checkVersion.ts";
import { compareSection, type Difference } from "../rules/compareSettings.ts";
import type { Names } from "../rules/sayValue.ts";
import { sectionNames, sectionShape, type SectionName } from "../settingShape.ts";
import { listProgrammes } from "./programme.store.ts";
import { findProposal, listConfigured, listNames, listPools, listVersions } from "./proposal.store.ts";

/** The differences of one section. */
export interface SectionChange {
  readonly section: SectionName;
  readonly differences: readonly Difference[];
}

/** What a proposal would do. */
export interface Preview {
  readonly changes: readonly SectionChange[];
  readonly findings: readonly Finding[];
  /** Families of the asker whose outcome would be another; empty for who sees no families. */
  readonly families: readonly (WaitingLine & { readonly would: "fits" | "open" | "fits_not" })[];
}

export interface Configuration {
  readonly today: Day;
  readonly programme: { readonly id: string; readonly code: string; readonly name: string };
  readonly programmes: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  readonly versions: readonly VersionLine[];
  /** The one that holds today; null while the first is still to come. */
  readonly inForce: VersionLine | null;
  readonly proposal: Proposal | null;
  readonly preview: Preview | null;
  readonly names: Names;
  readonly municipalities: Names;
  readonly organisations: Names;
  readonly role: string;
  readonly professionalId: string;
}

/** Everything about one programme's figures: what holds, what was and comes, and what is being prepared with what it would change. */
export const readConfiguration = (actor: Actor, code: string | null): Promise<Configuration | null> =>
  withActor(actor, "programme.settings-read", (work) => configurationOf(work, actor, code));

export async function configurationOf(work: Work, actor: Actor, code: string | null): Promise<Configuration | null> {
  const { db, today } = work;
  const programmes = await listConfigured(db);
  const programme = code === null ? programmes[0] : programmes.find((one) => one.code === code);
  if (!programme) return null;
  const versions = await listVersions(db, programme.id);
  const { municipalities, organisations } = await listNames(db);
  const names = { ...municipalities, ...organisations };
  const proposal = await findProposal(db, programme.id);
  const kept = { today, programme, programmes, versions, municipalities, organisations, names };
  return {
    ...kept,
    inForce: versions.find(({ startsOn, withdrawnWhy }) => startsOn <= today && withdrawnWhy === null) ?? null,
    proposal,
    preview: proposal && (await previewOf(work, actor, { ...kept, proposal })),
    role: actor.role,
    professionalId: actor.professionalId,
  };
}

type Known = Pick<Configuration, "today" | "programme" | "versions" | "names" | "organisations"> & { readonly proposal: Proposal };

async function previewOf(work: Work, actor: Actor, known: Known): Promise<Preview> {
  const { proposal, versions, today, programme, organisations, names } = known;
  const latest = versions.find(({ withdrawnWhy }) => withdrawnWhy === null);
  const before = latest?.settings ?? proposal.settings;
  const changes = changesBetween(before, proposal.settings, names);
  const others = (await listProgrammes(work.db)).filter(({ id }) => id !== programme.id);
  const { outcomes, families } = await outcomesOf(work, actor, [before, proposal.settings], proposal.startsOn);
  const findings = checkVersion(before, proposal.settings, {
    today,
    startsOn: proposal.startsOn,
    latestStartsOn: latest?.startsOn ?? null,
    differences: changes.length,
    organisationKnown: organisations[proposal.settings.maternityCare.organisationId] !== undefined,
    pools: await listPools(work.db, programme.id),
    others: others.map(({ name, settings }) => ({ name, municipalities: settings.area.municipalities })),
    outcomes,
  });
  return { changes, findings, families };
}

/** All differences between two versions, by section. */
export const changesBetween = (before: ProgrammeSettings, after: ProgrammeSettings, names: Names): readonly SectionChange[] =>
  sectionNames
    .map((section) => ({
      section,
      differences: compareSection({ name: section, shape: sectionShape(section) }, [before[section], after[section]], names),
    }))
    .filter(({ differences }) => differences.length > 0);

/** Families that wait: for how many a decision would come out otherwise. Who sees families gets her own by name. */
async function outcomesOf({ db, about }: Work, actor: Actor, [before, after]: readonly [ProgrammeSettings, ProgrammeSettings], on: Day) {
  const groups = (await listWaitingGroups(db)).map((group) => ({
    ...group,
    was: fitsSettings(before, group, on),
    becomes: fitsSettings(after, group, on),
  }));
  const count = (differs: (one: (typeof groups)[number]) => boolean) =>
    groups.filter(differs).reduce((sum, { families }) => sum + families, 0);
  const outcomes = {
    nowPossible: count(({ was, becomes }) => was === "fits_not" && becomes !== "fits_not"),
    noLonger: count(({ was, becomes }) => was !== "fits_not" && becomes === "fits_not"),
  };
  if (actor.role !== "maternity_coordinator") return { outcomes, families: [] };
  const families = (await listWaitingLines(db)).flatMap((line) => {
    const would = fitsSettings(after, line, on);
    return would === fitsSettings(before, line, on) ? [] : [{ ...line, would }];
  });
  about({ trajectories: families.map(({ trajectoryId }) => trajectoryId), part: "programme" });
  return { outcomes, families };
}
