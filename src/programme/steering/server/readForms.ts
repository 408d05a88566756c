import type { Day } from "../../../kit/day.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Db } from "../../../platform/db/withActor.ts";
import type { Programme } from "../../configuration/programme.ts";
import { monthOf } from "../rules/months.ts";
import type { EvaluationMoment, ExpectedVersion, MonthCount, Municipality, SteeringAction, SteeringPerson } from "../steering.ts";
import { chooseProgramme } from "./chooseProgramme.ts";
import { findAction, findMoment, listCounts, listExpectedVersions, listMunicipalitiesOf, listPeople } from "./steering.store.ts";

export interface ExpectedData {
  readonly programme: Programme;
  readonly municipalities: readonly Municipality[];
  readonly versions: readonly ExpectedVersion[];
  /** What is expected of this month, or of the last one with an expectation. */
  readonly current: readonly MonthCount[];
  readonly today: Day;
}

const inProgramme = <Data>(actor: Actor, programmeCode: string | null, read: (db: Db, programme: Programme, today: Day) => Promise<Data>) =>
  withActor(actor, "steering.read", async ({ db, today }) => {
    const programme = await chooseProgramme(db, programmeCode);
    return programme && read(db, programme, today);
  });

export const readExpected = (actor: Actor, programmeCode: string | null): Promise<ExpectedData | null> =>
  inProgramme(actor, programmeCode, async (db, programme, today) => {
    const awaited = (await listCounts(db, programme.id)).filter(({ expected }) => expected !== null);
    const months = awaited.map(({ month }) => month).toSorted();
    const shown = months.includes(monthOf(today)) ? monthOf(today) : months.at(-1);
    return {
      programme,
      municipalities: await listMunicipalitiesOf(db, programme.settings.area.municipalities),
      versions: await listExpectedVersions(db, programme.id),
      current: awaited.filter(({ month }) => month === shown),
      today,
    };
  });

export interface PeopleData {
  readonly programme: Programme;
  readonly people: readonly SteeringPerson[];
}

export const readPeople = (actor: Actor, programmeCode: string | null): Promise<PeopleData | null> =>
  inProgramme(actor, programmeCode, async (db, programme) => ({ programme, people: await listPeople(db, programme.id) }));

export interface ActionData {
  readonly action: SteeringAction;
}

/** Only while it is open, and hers to end. */
export const readAction = (actor: Actor, id: string): Promise<ActionData | null> =>
  withActor(actor, "steering.read", async ({ db }) => {
    const action = await findAction(db, id);
    const may = actor.role === "project_group" || action?.ownerMembershipId === actor.membershipId;
    return action && action.doneOn === null && may ? { action } : null;
  });

export interface MomentData {
  readonly moment: EvaluationMoment;
}

export const readMoment = (actor: Actor, id: string): Promise<MomentData | null> =>
  withActor(actor, "steering.read", async ({ db, today }) => {
    const moment = await findMoment(db, id);
    return moment && moment.decision === null && moment.plannedOn <= today ? { moment } : null;
  });
