import { z } from "zod";
import { refuse } from "../../../kit/refusal.ts";
import { goTo } from "../../../platform/http/mount.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { action, form, own, page } from "../../access/route.ts";
import {
  addPasskey,
  beginMyPasskey,
  changeCodeApp,
  changePassword,
  goToJob,
  readMyAccount,
  removePasskey,
  renewRecoveryCodes,
  setNotices,
  showMyCodeApp,
  showRecoveryCodes,
  signOutElsewhere,
} from "../server/myAccount.ts";
import { writeSessionCookie } from "../server/sessionCookie.ts";
import { sayRefusal } from "../signIn.texts.ts";
import { AccountPage } from "./AccountPage.tsx";
import { CodesPage, MyCodeAppPage, PasswordPage } from "./ChangeMeansPages.tsx";
import { typedValue } from "./visitor.ts";

const password = z.string().max(1000).default("");
const code = z.string().max(40).default("");
const nothing = z.object({});
const back = (text: string, tone: "ok" | "late" = "ok") => ({ to: "/account", notice: { tone, text } });

const everyday = [
  page("/account", {
    may: "signed-in",
    trail: "account.read",
    load: async (actor) => {
      const view = await readMyAccount(actor);
      return view && { view, membershipId: actor.membershipId };
    },
    show: ({ view, membershipId }) => <AccountPage view={view} membershipId={membershipId} />,
  }),
  action("/account/meldingen", {
    may: "signed-in",
    trail: "account.changed",
    body: z.object({ aan: z.enum(["ja", "nee"]) }),
    run: (actor, _params, body) => setNotices(actor, body.aan === "ja"),
    done: () => back("Dat is aangepast."),
    refused: () => back("Dat lukte niet.", "late"),
  }),
  action("/account/sessies/afmelden", {
    may: "signed-in",
    trail: "session.ended",
    body: nothing,
    run: (actor) => signOutElsewhere(actor, null),
    done: () => back("U bent op al uw andere apparaten afgemeld."),
    refused: () => back("Dat lukte niet.", "late"),
  }),
  action("/account/sessies/:session/afmelden", {
    may: "signed-in",
    trail: "session.ended",
    body: nothing,
    run: (actor, params) => signOutElsewhere(actor, params.session),
    done: () => back("U bent op dat apparaat afgemeld."),
    refused: () => back("Dat lukte niet.", "late"),
  }),
  own("/account/werkplek", {
    may: "signed-in",
    trail: ["account.read", "session.switched"],
    method: "POST",
    formToken: true,
    handle: async (request, reply, actor) => {
      const chosen = z.uuid().safeParse(typedValue(request, "werkplek"));
      const next = actor && chosen.success ? await goToJob(actor, chosen.data) : null;
      if (!next) throw new NotFound();
      writeSessionCookie(reply, next.session);
      return goTo(reply, { to: next.to });
    },
  }),
];

const means = [
  form("/account/wachtwoord", {
    may: "signed-in",
    trail: ["account.read", "account.changed"],
    body: z.object({ nu: password, wachtwoord: password, nogmaals: password }),
    load: async (actor) => ((await readMyAccount(actor))?.account.hasPassword ? {} : null),
    show: ({ errors }) => <PasswordPage errors={errors} />,
    run: async (actor, _params, body) =>
      body.wachtwoord === body.nogmaals ? changePassword(actor, { now: body.nu, password: body.wachtwoord }) : refuse("not-the-same"),
    done: () => back("Uw wachtwoord is gewijzigd. Op andere apparaten bent u afgemeld."),
    refused: (refusal) => {
      if (refusal.code === "not-the-same") return { nogmaals: "Dit is niet hetzelfde wachtwoord" };
      if (refusal.code === "not-right") return { nu: "Dit is niet het wachtwoord dat u nu hebt" };
      return { [["sign-in-again", "wait"].includes(refusal.code) ? "form" : "wachtwoord"]: sayRefusal(refusal) };
    },
  }),
  form("/account/code-app", {
    may: "signed-in",
    trail: ["account.read", "account.changed"],
    body: z.object({ code }),
    load: async (actor) => showMyCodeApp(actor),
    show: ({ data, errors }) => <MyCodeAppPage app={data} errors={errors} />,
    run: (actor, _params, body) => changeCodeApp(actor, body.code),
    done: () => back("Uw nieuwe code-app is ingesteld."),
    refused: (refusal) => ({ [refusal.code === "wrong-code" ? "code" : "form"]: sayRefusal(refusal) }),
  }),
  action("/account/herstelcodes", {
    may: "signed-in",
    trail: "account.changed",
    body: nothing,
    run: (actor) => renewRecoveryCodes(actor),
    done: () => ({ to: "/account/herstelcodes/nieuw" }),
    refused: (refusal) => back(sayRefusal(refusal), "late"),
  }),
  page("/account/herstelcodes/nieuw", {
    may: "signed-in",
    trail: "account.read",
    load: async (actor) => ({ codes: await showRecoveryCodes(actor) }),
    show: ({ codes }) => <CodesPage codes={codes} />,
  }),
];

const passkeys = [
  own("/account/toegangssleutels/begin", {
    may: "signed-in",
    trail: "account.read",
    method: "POST",
    formToken: true,
    handle: async (_request, reply, actor) => {
      const options = actor ? await beginMyPasskey(actor) : null;
      return options ? reply.send(options) : reply.code(403).send({});
    },
  }),
  action("/account/toegangssleutels", {
    may: "signed-in",
    trail: "account.changed",
    body: z.object({ antwoord: z.string().max(20_000), naam: z.string().trim().max(60).default("") }),
    run: (actor, _params, body) => addPasskey(actor, { answer: body.antwoord, label: body.naam === "" ? "Toegangssleutel" : body.naam }),
    done: () => back("Uw toegangssleutel is toegevoegd."),
    refused: (refusal) => back(sayRefusal(refusal), "late"),
  }),
  action("/account/toegangssleutels/:passkey/verwijderen", {
    may: "signed-in",
    trail: "account.changed",
    body: nothing,
    run: (actor, params) => removePasskey(actor, params.passkey),
    done: () => back("De toegangssleutel is verwijderd."),
    refused: (refusal) => back(sayRefusal(refusal), "late"),
  }),
];

/** One's own account: job, means of signing in, devices, notices. */
export const accountRoutes = [...everyday, ...means, ...passkeys];
