import type { Day } from "../../../kit/day.ts";
import { done, refuse, type Done } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { withActor, type Work } from "../../../platform/db/withActor.ts";
import { ceilingsJob } from "../../enrolment/server/door.ts";
import type { Proposal, ProposalRefusal } from "../proposal.ts";
import { blocks, warningsOf } from "../rules/checkVersion.ts";
import { fieldNameOf, fromTyped, type Typed } from "../rules/typedSettings.ts";
import { sayFault } from "../setting.texts.ts";
import { faultsOf, sectionShape, type SectionName } from "../settingShape.ts";
import {
  answerProposal,
  dropProposal,
  findProposal,
  listConfigured,
  listVersions,
  offerProposal,
  saveProposal,
  startProposal,
  withdrawVersion,
} from "./proposal.store.ts";
import { configurationOf } from "./readConfiguration.ts";

type Outcome = Promise<Done | ProposalRefusal>;
interface OfProposal {
  readonly code: string;
  readonly version: number;
}

/** Begins a next version, with the figures of the latest one. */
export const beginProposal = (actor: Actor, code: string): Outcome =>
  withActor(actor, "programme.version-prepared", async ({ db, today }) => {
    const programme = (await listConfigured(db)).find((one) => one.code === code);
    if (!programme) return refuse("not-visible");
    return (await startProposal(db, programme.id, today)) === null ? refuse("proposal-already") : done({});
  });

async function proposalOf({ db }: Work, { code, version }: OfProposal): Promise<Proposal | ProposalRefusal> {
  const programme = (await listConfigured(db)).find((one) => one.code === code);
  const proposal = programme ? await findProposal(db, programme.id) : null;
  if (!proposal) return refuse("not-visible");
  return proposal.version === version ? proposal : refuse("changed-meanwhile");
}

/** Keeps one section as it was typed. Each field that is not right is named, and nothing is kept. */
export const changeSection = (actor: Actor, of: OfProposal, section: SectionName, typed: Typed): Outcome =>
  withActor(actor, "programme.version-prepared", async (work) => {
    const proposal = await proposalOf(work, of);
    if ("code" in proposal) return proposal;
    const shaped = { name: section, shape: sectionShape(section) };
    const value = fromTyped(shaped, typed);
    const faults = faultsOf(section, value);
    if (faults.length > 0)
      return refuse("not-right", Object.fromEntries(faults.map((fault) => [fieldNameOf(shaped, fault.path, typed), sayFault(fault)])));
    const settings = { ...proposal.settings, [section]: value };
    return (await saveProposal(work.db, proposal, { startsOn: proposal.startsOn, settings })) ? done({}) : refuse("changed-meanwhile");
  });

/** Says from which day the version would hold: today or later. */
export const changeStart = (actor: Actor, of: OfProposal, startsOn: Day): Outcome =>
  withActor(actor, "programme.version-prepared", async (work) => {
    const proposal = await proposalOf(work, of);
    if ("code" in proposal) return proposal;
    if (startsOn < work.today) return refuse("starts-in-the-past");
    return (await saveProposal(work.db, proposal, { startsOn, settings: proposal.settings })) ? done({}) : refuse("changed-meanwhile");
  });

/** Lays it before the project group. Errors block; each warning there is now must have been ticked. */
export const offerVersion = (actor: Actor, of: OfProposal, input: { why: string; confirmed: readonly string[] }): Outcome =>
  withActor(actor, "programme.version-offered", async (work) => {
    const configuration = await configurationOf(work, actor, of.code);
    const { proposal, preview } = configuration ?? {};
    if (!proposal || !preview) return refuse("not-visible");
    if (proposal.version !== of.version) return refuse("changed-meanwhile");
    if (blocks(preview.findings)) return refuse("has-errors");
    const warnings = warningsOf(preview.findings);
    if (warnings.some(({ code }) => !input.confirmed.includes(code))) return refuse("warnings-unread");
    const confirmed = warnings.map(({ code, facts }) => ({ code, facts }));
    return (await offerProposal(work.db, proposal, { why: input.why, confirmed })) ? done({}) : refuse("changed-meanwhile");
  });

/** The project group approves it as it is checked at this moment, or sends it back. Never by who prepared it. */
export const answerVersion = (actor: Actor, of: OfProposal, input: { approved: boolean; words: string | null }): Outcome =>
  withActor(actor, input.approved ? "programme.version-approved" : "programme.version-returned", async (work) => {
    const configuration = await configurationOf(work, actor, of.code);
    const { proposal, preview } = configuration ?? {};
    if (!proposal || !preview) return refuse("not-visible");
    if (proposal.version !== of.version) return refuse("changed-meanwhile");
    if (!input.approved && input.words === null) return refuse("reason-needed");
    if (input.approved && blocks(preview.findings)) return refuse("has-errors");
    const code = await answerProposal(work.db, proposal, input.approved, input.words);
    if (code === "done" && input.approved && proposal.startsOn === work.today) await work.enqueue(ceilingsJob, {});
    return code === "done" ? done({}) : refuse(code);
  });

export const dropVersion = (actor: Actor, of: OfProposal): Outcome =>
  withActor(actor, "programme.version-dropped", async (work) => {
    const proposal = await proposalOf(work, of);
    if ("code" in proposal) return proposal;
    return (await dropProposal(work.db, proposal)) ? done({}) : refuse("changed-meanwhile");
  });

/** Takes a version back that does not hold yet. */
export const takeBackVersion = (actor: Actor, input: { code: string; number: string; why: string }): Outcome =>
  withActor(actor, "programme.version-withdrawn", async ({ db }) => {
    const programme = (await listConfigured(db)).find((one) => one.code === input.code);
    const version = programme && (await listVersions(db, programme.id)).find(({ number }) => String(number) === input.number);
    if (!version) return refuse("not-visible");
    const code = await withdrawVersion(db, version.id, input.why);
    return code === "done" ? done({}) : refuse(code);
  });
