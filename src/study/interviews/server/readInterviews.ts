import type { Actor } from "../../../platform/db/actor.ts";
import { withActor } from "../../../platform/db/withActor.ts";
import { pilotStudies } from "../../design/pilotStudies.ts";
import type { Draw, Interview, Invitation, Note } from "../interviews.ts";
import { isRepeatable } from "../rules/drawPeople.ts";
import { findDraw, findOwn, listDraws, listInterviews, listInvitations, listNotes } from "./interviews.store.ts";

export interface DrawsView {
  readonly studies: readonly { readonly code: string; readonly name: string }[];
  readonly draws: readonly (Draw & { readonly interviews: readonly Interview[] })[];
}

const studies = pilotStudies.map(({ code, name }) => ({ code, name }));

export const readDraws = (actor: Actor): Promise<DrawsView> =>
  withActor(actor, "interview.read", async ({ db }) => {
    const draws = await listDraws(db);
    const interviews = await listInterviews(db, { drawIds: draws.map(({ id }) => id) });
    return { studies, draws: draws.map((draw) => ({ ...draw, interviews: interviews.filter(({ drawId }) => drawId === draw.id) })) };
  });

export interface DrawView {
  readonly draw: Draw;
  readonly interviews: readonly Interview[];
  /** Drawn again just now from the kept seed and list: the same people in the same order. */
  readonly repeatable: boolean;
}

export const readDraw = (actor: Actor, id: string): Promise<DrawView | null> =>
  withActor(actor, "interview.read", async ({ db }) => {
    const draw = await findDraw(db, id);
    return draw && { draw, interviews: await listInterviews(db, { drawIds: [id] }), repeatable: isRepeatable(draw) };
  });

export interface InterviewView {
  readonly interview: Interview;
  readonly notes: readonly Note[];
}

export const readInterview = (actor: Actor, id: string): Promise<InterviewView | null> =>
  withActor(actor, "interview.read", async ({ db }) => {
    const [interview] = await listInterviews(db, { id });
    return interview ? { interview, notes: await listNotes(db, { interviewId: id }) } : null;
  });

export interface ThemesView {
  readonly studies: DrawsView["studies"];
  readonly study: string;
  readonly notes: readonly Note[];
}

export const readThemes = (actor: Actor, asked: string | null): Promise<ThemesView> =>
  withActor(actor, "interview.read", async ({ db }) => {
    const study = studies.find(({ code }) => code === asked)?.code ?? studies[0]?.code ?? "";
    return { studies, study, notes: await listNotes(db, { study }) };
  });

export type OwnInvitation = NonNullable<Awaited<ReturnType<typeof findOwn>>>;

/** A professional's own invitation; null for anybody else's. */
export const readOwn = (actor: Actor, id: string): Promise<OwnInvitation | null> =>
  withActor(actor, "interview.read", ({ db }) => findOwn(db, id));

export const readInvitations = (actor: Actor): Promise<readonly Invitation[]> =>
  withActor(actor, "interview.invitations-read", async ({ db, about }) => {
    const invitations = await listInvitations(db);
    about({ trajectories: invitations.map(({ trajectoryId }) => trajectoryId), part: "identity" });
    return invitations.map(({ trajectoryId: _trajectoryId, ...invitation }) => invitation);
  });
