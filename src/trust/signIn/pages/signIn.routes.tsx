import { z } from "zod";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Errors, Values } from "../../../design/Errors.ts";
import { withNobody } from "../../../platform/db/withNobody.ts";
import { goTo, showPage } from "../../../platform/http/mount.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { own } from "../../access/route.ts";
import { ownAddress } from "../rules/nextAddress.ts";
import { codeAppPicture } from "../server/codeApp.ts";
import { confirmFirstCode, confirmSecondFactor } from "../server/confirmSecondFactor.ts";
import { chooseJob, findJobChoice } from "../server/finishSignIn.ts";
import { findAccount } from "../server/account.store.ts";
import { listProviders } from "../server/provider.store.ts";
import { leave } from "../server/knownActors.ts";
import { isDemonstration, listJobs } from "../server/session.store.ts";
import { forgetSession, readSessionCookie, readStepCookie, writeStepCookie } from "../server/sessionCookie.ts";
import { beginPasskey, signInWithPasskey } from "../server/signInWithPasskey.ts";
import { signInWithPassword } from "../server/signInWithPassword.ts";
import { readStep } from "../server/steps.store.ts";
import { sayRefusal } from "../signIn.texts.ts";
import { CodeAppPage } from "./CodeAppPage.tsx";
import { CodePage } from "./CodePage.tsx";
import { JobPage } from "./JobPage.tsx";
import { SignInPage } from "./SignInPage.tsx";
import { follow, queryValue, typedValue, visitorOf } from "./visitor.ts";

/** The door, with what was typed and what is wrong with it. */
export async function showDoor(
  request: FastifyRequest,
  reply: FastifyReply,
  state: { next: string; values?: Values; errors?: Errors; problem?: string },
): Promise<unknown> {
  const jobs = (await isDemonstration()) ? await withNobody("session.door", visitorOf(request), (db) => listJobs(db)) : [];
  return showPage(request, reply, <SignInPage jobs={jobs} providers={await listProviders()} {...state} />);
}

const door = [
  own("/aanmelden", {
    may: "public",
    trail: "session.door",
    method: "GET",
    handle: (request, reply) => showDoor(request, reply, { next: ownAddress(queryValue(request, "naar")) ?? "" }),
  }),
  own("/aanmelden", {
    may: "public",
    trail: "session.refused",
    method: "POST",
    formToken: true,
    handle: async (request, reply) => {
      const [login, next] = [typedValue(request, "email"), ownAddress(typedValue(request, "naar"))];
      const errors = missing({
        email: [login, "Vul uw e-mailadres in"],
        wachtwoord: [typedValue(request, "wachtwoord"), "Vul uw wachtwoord in"],
      });
      if (Object.keys(errors).length > 0) return showDoor(request, reply.code(422), { next: next ?? "", values: { email: login }, errors });
      const outcome = await signInWithPassword(visitorOf(request), { login, password: typedValue(request, "wachtwoord"), next });
      if (outcome.code === "done") return follow(request, reply, outcome);
      return showDoor(request, reply.code(outcome.code === "wait" ? 429 : 422), {
        next: next ?? "",
        values: { email: login },
        errors: { form: sayRefusal(outcome) },
      });
    },
  }),
];

const secondFactor = [
  own("/aanmelden/code", {
    may: "public",
    trail: "session.code",
    method: "GET",
    handle: async (request, reply) =>
      (await readStep(readStepCookie(request), "second-factor")) ? showPage(request, reply, <CodePage />) : startAgain(reply),
  }),
  own("/aanmelden/code", {
    may: "public",
    trail: ["session.code", "session.refused", "session.started"],
    method: "POST",
    formToken: true,
    handle: async (request, reply) => {
      const outcome = await confirmSecondFactor(visitorOf(request), readStepCookie(request), typedValue(request, "code"));
      if (outcome.code === "done") return follow(request, reply, outcome);
      if (outcome.code === "too-late" || outcome.code === "no-job") return startAgain(reply, sayRefusal(outcome));
      return showPage(request, reply.code(outcome.code === "wait" ? 429 : 422), <CodePage errors={{ code: sayRefusal(outcome) }} />);
    },
  }),
  own("/aanmelden/code-app", {
    may: "public",
    trail: "session.code",
    method: "GET",
    handle: async (request, reply) => {
      const app = await codeAppOf(request);
      return app ? showPage(request, reply, <CodeAppPage app={app} />) : startAgain(reply);
    },
  }),
  own("/aanmelden/code-app", {
    may: "public",
    trail: ["account.activated", "session.started"],
    method: "POST",
    formToken: true,
    handle: async (request, reply) => {
      const outcome = await confirmFirstCode(visitorOf(request), readStepCookie(request), typedValue(request, "code"));
      if (outcome.code === "done") return follow(request, reply, outcome);
      const app = outcome.code === "wrong-code" ? await codeAppOf(request) : null;
      return app
        ? showPage(request, reply.code(422), <CodeAppPage app={app} errors={{ code: sayRefusal(outcome) }} />)
        : startAgain(reply, sayRefusal(outcome));
    },
  }),
];

const jobChoice = [
  own("/aanmelden/werkplek", {
    may: "public",
    trail: "session.job",
    method: "GET",
    handle: async (request, reply) => {
      const jobs = await findJobChoice(readStepCookie(request));
      return jobs ? showPage(request, reply, <JobPage jobs={jobs} />) : startAgain(reply);
    },
  }),
  own("/aanmelden/werkplek", {
    may: "public",
    trail: "session.started",
    method: "POST",
    formToken: true,
    handle: async (request, reply) => {
      const chosen = z.uuid().safeParse(typedValue(request, "werkplek"));
      const outcome = chosen.success ? await chooseJob(visitorOf(request), readStepCookie(request), chosen.data) : null;
      return outcome ? follow(request, reply, outcome) : startAgain(reply);
    },
  }),
];

const passkey = [
  own("/aanmelden/toegangssleutel/begin", {
    may: "public",
    trail: "session.passkey",
    method: "POST",
    formToken: true,
    handle: async (request, reply) => {
      const asked = await beginPasskey(visitorOf(request));
      if (!asked) return reply.code(429).send({});
      writeStepCookie(reply, asked.step);
      return reply.send(asked.options);
    },
  }),
  own("/aanmelden/toegangssleutel", {
    may: "public",
    trail: ["session.passkey", "session.started"],
    method: "POST",
    formToken: true,
    handle: async (request, reply) => {
      const next = ownAddress(typedValue(request, "naar"));
      const outcome = await signInWithPasskey(visitorOf(request), readStepCookie(request), {
        answer: typedValue(request, "antwoord"),
        next,
      });
      if (outcome.code === "done") return follow(request, reply, outcome);
      return showDoor(request, reply.code(422), { next: next ?? "", problem: sayRefusal(outcome) });
    },
  }),
];

const leaving = [
  own("/afmelden", {
    may: "public",
    trail: "session.ended",
    method: "POST",
    handle: async (request, reply) => {
      const token = readSessionCookie(request);
      if (token !== null) await leave(token, visitorOf(request));
      forgetSession(reply);
      const again = ownAddress(typedValue(request, "naar"));
      return goTo(reply, {
        to: again === null ? "/aanmelden" : `/aanmelden?naar=${encodeURIComponent(again)}`,
        notice: { text: "U bent afgemeld." },
      });
    },
  }),
  own("/sessie/verlengen", {
    may: "signed-in",
    trail: "session.kept",
    method: "POST",
    handle: async (_request, reply) => reply.code(204).send(), // reading the session kept it alive
  }),
];

export const signInRoutes = [...door, ...secondFactor, ...jobChoice, ...passkey, ...leaving];

/** Back to the door, with a word why. */
function startAgain(reply: FastifyReply, why = "U was te lang bezig. Begin opnieuw."): FastifyReply {
  return goTo(reply, { to: "/aanmelden", notice: { tone: "late", text: why } });
}

async function codeAppOf(request: FastifyRequest): Promise<{ picture: string; typed: string } | null> {
  const so = await readStep(readStepCookie(request), "first-code");
  const account = so?.professionalId ? await findAccount({ professionalId: so.professionalId }) : null;
  if (so && !account) throw new NotFound();
  return so && account ? codeAppPicture(so.data.secret, account.login) : null;
}

/** The sentence for each field that is empty. */
function missing(fields: Readonly<Record<string, readonly [string, string]>>): Errors {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, [value, sentence]]) => (value.trim() === "" ? [[name, sentence]] : [])));
}
