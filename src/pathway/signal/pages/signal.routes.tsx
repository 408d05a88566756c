import { z } from "zod";
import type { Actor } from "../../../platform/db/actor.ts";
import { NotFound, NotSignedIn } from "../../../platform/http/problems.ts";
import { showPage } from "../../../platform/http/mount.ts";
import { action, form, isRole, mayUse, own, page, type Permission } from "../../../trust/access/route.ts";
import { chooseFamily } from "../server/chooseFamily.ts";
import { moveSignal } from "../server/moveSignal.ts";
import { raiseSignal } from "../server/raiseSignal.ts";
import { seeOutcome } from "../server/seeOutcome.ts";
import { readSignalForm, readSignals } from "../server/readSignals.ts";
import { signalRefusalField, signalRefusalText } from "../signal.texts.ts";
import { ChooseFamilyPage } from "./ChooseFamilyPage.tsx";
import { NewSignalPage } from "./NewSignalPage.tsx";
import { signalBody, typedDay } from "./signalBody.ts";
import { SignalNotePage } from "./SignalNotePage.tsx";
import { SignalsPage } from "./SignalsPage.tsx";

const may = (actor: Actor, permission: Permission) => isRole(actor.role) && mayUse(actor.role, permission);
const version = z.coerce.number().int();
const noteAddress = "/gezinnen/:trajectory/signalen/:note";

/** A note as its page and its two forms need it. */
async function loadNote(actor: Actor, { trajectory, note }: { trajectory: string; note: string }) {
  const signals = await readSignals(actor, trajectory, note);
  if (!signals) return null;
  const mine =
    signals.rows.every(({ authorOrganisationId }) => authorOrganisationId === actor.organisationId) && may(actor, "signals.write");
  return { signals, mine, mayAssess: may(actor, "assessment.write") };
}

export const signalRoutes = [
  page("/signalen/nieuw", {
    may: "signals.write",
    trail: "family.searched",
    load: async (actor) => ({ found: await chooseFamily(actor, ""), mayRegister: may(actor, "identity.write") }),
    show: (data) => <ChooseFamilyPage {...data} />,
  }),
  own("/signalen/nieuw", {
    may: "signals.write",
    trail: "family.searched",
    method: "POST",
    handle: async (request, reply, actor) => {
      if (!actor) throw new NotSignedIn();
      const words = z.object({ zoek: z.string().max(200) }).safeParse(request.body);
      const found = await chooseFamily(actor, words.success ? words.data.zoek : "");
      return showPage(request, reply, <ChooseFamilyPage found={found} mayRegister={may(actor, "identity.write")} />);
    },
  }),
  form("/gezinnen/:trajectory/signalen/nieuw", {
    may: "signals.write",
    trail: ["signals.read", "signal.raised"],
    load: (actor, { trajectory }) => readSignalForm(actor, trajectory),
    body: signalBody,
    show: ({ data, values, errors }) => <NewSignalPage form={data} values={values} errors={errors} />,
    run: (actor, { trajectory }, body) => raiseNote(actor, trajectory, body),
    done: ({ note }, { trajectory }) => ({
      to: `/gezinnen/${trajectory}/signalen/${note}`,
      notice: { text: "Het signaal is vastgelegd." },
    }),
    refused: (refusal) => ({ [signalRefusalField(refusal.code)]: signalRefusalText(refusal) }),
  }),
  page("/gezinnen/:trajectory/signalen", {
    may: "signals.read",
    trail: "signals.read",
    load: async (actor, { trajectory }) => {
      const signals = await readSignals(actor, trajectory);
      return signals && { signals, mayWrite: may(actor, "signals.write") };
    },
    show: (data) => <SignalsPage {...data} />,
  }),
  page(noteAddress, { may: "signals.read", trail: "signals.read", load: loadNote, show: (data) => <SignalNotePage {...data} /> }),
  form(`${noteAddress}/besproken`, {
    may: "signals.write",
    trail: ["signals.read", "signal.discussed"],
    load: loadNote,
    body: z.object({ version, day: typedDay("Vul de dag in waarop u het besprak, zoals 12-3-2026.") }),
    show: ({ data, values, errors }) => <SignalNotePage {...data} values={values} errors={errors} />,
    run: (actor, { trajectory, note }, body) => moveSignal(actor, "discuss", { trajectoryId: trajectory, note, ...body }),
    done: (_done, { trajectory, note }) => ({
      to: `/gezinnen/${trajectory}/signalen/${note}`,
      notice: { text: "Vastgelegd dat het besproken is." },
    }),
    refused: (refusal) => ({
      [refusal.code === "in-the-future" || refusal.code === "discussed-before-seen" ? "day" : "form"]: signalRefusalText(refusal),
    }),
  }),
  form(`${noteAddress}/intrekken`, {
    may: "signals.write",
    trail: ["signals.read", "signal.withdrawn"],
    load: loadNote,
    body: z.object({
      version,
      reason: z.string().trim().min(3, "Schrijf in een paar woorden waarom.").max(5000, "Dit is te lang: hooguit 5.000 tekens."),
    }),
    show: ({ data, values, errors }) => <SignalNotePage {...data} values={values} errors={errors} />,
    run: (actor, { trajectory, note }, body) => moveSignal(actor, "withdraw", { trajectoryId: trajectory, note, ...body }),
    done: (_done, { trajectory, note }) => ({
      to: `/gezinnen/${trajectory}/signalen/${note}`,
      notice: { text: "Het signaal is ingetrokken." },
    }),
    refused: (refusal) => ({ [refusal.code === "reason-needed" ? "reason" : "form"]: signalRefusalText(refusal) }),
  }),
  action(`${noteAddress}/gelezen`, {
    may: "signals.read",
    trail: "signal.outcome-seen",
    body: z.object({}),
    run: (actor, { trajectory, note }) => seeOutcome(actor, { trajectoryId: trajectory, note }),
    done: () => ({ to: "/werk", notice: { text: "Het staat niet meer op uw lijst." } }),
    refused: () => {
      throw new NotFound();
    },
  }),
  action(`${noteAddress}/terugzetten`, {
    may: "signals.write",
    trail: "signal.restored",
    body: z.object({ version }),
    run: (actor, { trajectory, note }, body) => moveSignal(actor, "restore", { trajectoryId: trajectory, note, version: body.version }),
    done: (_done, { trajectory, note }) => ({
      to: `/gezinnen/${trajectory}/signalen/${note}`,
      notice: { text: "Het signaal staat er weer." },
    }),
    refused: (refusal, { trajectory, note }) => ({
      to: `/gezinnen/${trajectory}/signalen/${note}`,
      notice: { tone: "late", text: signalRefusalText(refusal) },
    }),
  }),
];

/** "Today" is the database's to know: a form that was opened yesterday and sent today was discussed today. */
function raiseNote(actor: Actor, trajectoryId: string, { discussed, discussedOn, ...body }: z.output<typeof signalBody>) {
  return raiseSignal(actor, { trajectoryId, ...body, discussedOn, discussedToday: discussed === "today" });
}
