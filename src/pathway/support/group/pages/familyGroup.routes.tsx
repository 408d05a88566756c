import { z } from "zod";
import type { Errors } from "../../../../design/Errors.ts";
import type { Refusal } from "../../../../kit/refusal.ts";
import { tick } from "../../../../platform/http/fields.ts";
import { NotFound } from "../../../../platform/http/problems.ts";
import { action, form, isRole, mayUse, page } from "../../../../trust/access/route.ts";
import { signOffReasons, type GroupRefusal } from "../group.ts";
import { groupRefusalText } from "../group.texts.ts";
import { acceptPlace, leaveGroup, readNews, signUp } from "../server/moveInGroup.ts";
import { readFamilyGroups } from "../server/readFamilyGroups.ts";
import { readSignUp } from "../server/readGroups.ts";
import { FamilyGroupsPage, SignUpPage } from "./FamilyGroupPages.tsx";

const base = "/gezinnen/:trajectory/groepen";
const version = z.coerce.number().int().default(0);

const signUpBody = z.object({ group: z.uuid("Kies een groep"), mayWait: tick, agreed: tick }).refine(({ agreed }) => agreed, {
  path: ["agreed"],
  message: "Vraag het gezin eerst: alleen wie het zelf wil doet mee",
  when: () => true,
});

function errorsOf({ code, facts }: Refusal<GroupRefusal>): Errors {
  if (code === "group-not-found") throw new NotFound();
  const { field, text } = groupRefusalText(code, facts);
  return { [field]: text };
}
const found = <Outcome extends { code: string }>(outcome: Outcome): Outcome => {
  if (outcome.code === "group-not-found") throw new NotFound();
  return outcome;
};
const back = (trajectory: string, text: string, tone: "ok" | "late" = "ok") => ({
  to: `/gezinnen/${trajectory}/groepen`,
  notice: { tone, text },
});
const refused = (refusal: Refusal<GroupRefusal>, { trajectory }: { trajectory: string }) =>
  back(trajectory, Object.values(errorsOf(refusal))[0] ?? "", "late");

/** A family in groups. */
export const familyGroupRoutes = [
  page(base, {
    may: "referrals.read",
    trail: "group.read",
    load: async (actor, { trajectory }) => {
      const data = await readFamilyGroups(actor, trajectory);
      return data && { data, organisationId: actor.organisationId, mayWrite: isRole(actor.role) && mayUse(actor.role, "referrals.write") };
    },
    show: (props) => <FamilyGroupsPage {...props} />,
  }),
  form(`${base}/aanmelden`, {
    may: "referrals.write",
    trail: ["group.read", "group.signed-up"],
    body: signUpBody,
    load: (actor, { trajectory }) => readSignUp(actor, trajectory),
    show: (state) => <SignUpPage {...state} />,
    run: (actor, { trajectory }, { group, mayWait }) => signUp(actor, { trajectoryId: trajectory, groupId: group, mayWait }),
    done: ({ state }, { trajectory }) =>
      back(trajectory, state === "placed" ? "Het gezin doet mee." : "De groep is vol: het gezin staat op de wachtlijst."),
    refused: errorsOf,
  }),
  action(`${base}/gelezen`, {
    may: "referrals.read",
    trail: "group.news-read",
    body: z.object({}),
    run: (actor, { trajectory }) => readNews(actor, trajectory),
    done: (_done, { trajectory }) => ({ to: `/gezinnen/${trajectory}/groepen` }),
    refused: (_refusal, { trajectory }) => ({ to: `/gezinnen/${trajectory}/groepen` }),
  }),
  action(`${base}/:place/ja`, {
    may: "referrals.write",
    trail: "group.accepted",
    body: z.object({ version }),
    run: (actor, { trajectory, place }, typed) => acceptPlace(actor, { trajectoryId: trajectory, placeId: place, ...typed }).then(found),
    done: (_done, { trajectory }) => back(trajectory, "Het gezin doet mee."),
    refused,
  }),
  action(`${base}/:place/nee`, {
    may: "referrals.write",
    trail: "group.signed-off",
    body: z.object({ version }),
    run: (actor, { trajectory, place }, typed) =>
      leaveGroup(actor, { trajectoryId: trajectory, placeId: place, ...typed }, "decline", "family").then(found),
    done: (_done, { trajectory }) => back(trajectory, "Het gezin is van de lijst. Wie daarna wacht wordt gevraagd."),
    refused,
  }),
  action(`${base}/:place/afmelden`, {
    may: "referrals.write",
    trail: "group.signed-off",
    body: z.object({ version, reason: z.enum(signOffReasons).default("family") }),
    run: (actor, { trajectory, place }, { reason, version: seen }) =>
      leaveGroup(actor, { trajectoryId: trajectory, placeId: place, version: seen }, "signOff", reason).then(found),
    done: (_done, { trajectory }) => back(trajectory, "Het gezin is afgemeld. Wie wacht op een plek wordt gevraagd."),
    refused,
  }),
];
