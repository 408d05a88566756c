import { z } from "zod";
import type { Errors } from "../../../../design/Errors.ts";
import type { Refusal } from "../../../../kit/refusal.ts";
import type { Actor } from "../../../../platform/db/actor.ts";
import { dayField, optionalText, requiredText, tick } from "../../../../platform/http/fields.ts";
import { NotFound } from "../../../../platform/http/problems.ts";
import { languageNames } from "../../../../registry/family.texts.ts";
import { action, form, isRole, mayUse, page } from "../../../../trust/access/route.ts";
import { topics } from "../../directory/directory.ts";
import type { GroupRefusal } from "../group.ts";
import { groupRefusalText } from "../group.texts.ts";
import { changeGroup, changeSession, closeGroup, openGroup, readGroupForm } from "../server/keepGroup.ts";
import { readCollectiveForm, startCollective } from "../server/startCollective.ts";
import { recordAttendance } from "../server/moveInGroup.ts";
import { readGroup, readGroups } from "../server/readGroups.ts";
import { CollectivePage } from "./CollectivePage.tsx";
import { familyGroupRoutes } from "./familyGroup.routes.tsx";
import { GroupFormPage } from "./GroupFormPage.tsx";
import { GroupPage } from "./GroupPage.tsx";
import { GroupsPage } from "./GroupsPage.tsx";
import { AttendancePage, MoveSessionPage, presenceField } from "./SessionPages.tsx";

const mayKeep = ({ role }: Actor): boolean => isRole(role) && mayUse(role, "referrals.write");

function errorsOf({ code, facts }: Refusal<GroupRefusal>): Errors {
  if (code === "group-not-found") throw new NotFound();
  const { field, text } = groupRefusalText(code, facts);
  return { [field]: text };
}

const number = (least: number, most: number, missing: string) =>
  z
    .string(missing)
    .trim()
    .regex(/^\d{1,3}$/, "Vul een heel getal in")
    .transform(Number)
    .pipe(z.number().min(least, `Ten minste ${least}`).max(most, `Hooguit ${most}`));
const time = z
  .string("Vul een tijd in, zoals 10:00")
  .trim()
  .transform((typed) => (/^\d[:.]/.test(typed) ? `0${typed}` : typed).replace(".", ":"))
  .pipe(z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "Vul een tijd in, zoals 10:00"));
const times = { begins: time, ends: time };
const inOrder = <Typed extends { begins: string; ends: string }>(typed: Typed): boolean => typed.ends > typed.begins;
const turned = { path: ["ends"], message: "Het eind ligt na het begin" };

const fields = {
  name: requiredText("Vul een naam in", 120),
  places: number(1, 60, "Vul het aantal plaatsen in"),
  location: optionalText(200),
  language: z.string().refine((code) => languageNames.has(code), "Kies de taal"),
  leader: z
    .union([z.literal(""), z.uuid()])
    .optional()
    .transform((id) => (id === undefined || id === "" ? null : id)),
};
const newBody = z
  .object({
    ...fields,
    ...times,
    offer: z.uuid("Kies het aanbod"),
    firstOn: dayField("Vul de eerste dag in"),
    sessions: number(1, 30, "Vul in hoe vaak"),
    everyWeeks: number(1, 12, "Vul in om de hoeveel weken"),
  })
  .refine(inOrder, turned);
const changeBody = z.object({ ...fields, version: z.coerce.number().int().default(0) });
const sessionBody = z
  .object({ ...times, onDay: dayField("Vul de dag in"), cancelled: tick, version: z.coerce.number().int().default(0) })
  .refine(inOrder, turned);
const seen = z.object({ version: z.coerce.number().int().default(0) });

const found = <Outcome extends { code: string }>(outcome: Outcome): Outcome => {
  if (outcome.code === "group-not-found") throw new NotFound();
  return outcome;
};
const told = (refusal: Refusal<GroupRefusal>) => ({ tone: "late" as const, text: Object.values(errorsOf(refusal))[0] ?? "" });

const collectiveBody = z
  .object({
    ...times,
    name: requiredText("Vul de naam in", 120),
    description: requiredText("Vul in wat het is", 2000),
    topic: z.enum(topics, "Kies het onderwerp"),
    municipality: optionalText(6),
    location: optionalText(120),
    language: fields.language,
    places: fields.places,
    firstOn: dayField("Vul de eerste dag in"),
    sessions: number(1, 30, "Vul in hoe vaak"),
    everyWeeks: number(1, 12, "Vul in om de hoeveel weken"),
  })
  .refine(inOrder, turned);

const keepRoutes = [
  page("/groepen", {
    may: "directory",
    trail: "group.read",
    load: async (actor) => ({ data: await readGroups(actor), mayKeep: mayKeep(actor) }),
    show: (props) => <GroupsPage {...props} />,
  }),
  form("/groepen/nieuw", {
    may: "referrals.write",
    trail: ["group.read", "group.opened"],
    body: newBody,
    load: (actor) => readGroupForm(actor, null),
    show: (state) => <GroupFormPage {...state} />,
    run: (actor, _params, { offer, leader, ...typed }) => openGroup(actor, { ...typed, offerId: offer, leaderMembershipId: leader }),
    done: ({ groupId }) => ({
      to: `/groepen/${groupId}`,
      notice: { text: "De groep staat er. Meld gezinnen aan vanaf hun eigen pagina." },
    }),
    refused: errorsOf,
  }),
  form("/groepen/gezamenlijk", {
    may: "referrals.write",
    trail: ["group.read", "group.opened"],
    body: collectiveBody,
    load: async (actor, _params, query) => {
      const data = await readCollectiveForm(actor);
      return (
        data && {
          ...data,
          theme: topics.find((one) => one === query["thema"]) ?? null,
          municipality: data.municipalities.find(({ code }) => code === query["gemeente"])?.code ?? null,
        }
      );
    },
    show: (state) => <CollectivePage {...state} />,
    run: (actor, _params, typed) => startCollective(actor, typed),
    done: ({ groupId }) => ({ to: `/groepen/${groupId}`, notice: { text: "Het aanbod staat op de sociale kaart, met deze groep." } }),
    refused: errorsOf,
  }),
  page("/groepen/:group", {
    may: "directory",
    trail: "group.read",
    load: async (actor, { group }) => {
      const data = await readGroup(actor, group);
      return data && { data, mayKeep: mayKeep(actor) };
    },
    show: (props) => <GroupPage {...props} />,
  }),
  form("/groepen/:group/wijzigen", {
    may: "referrals.write",
    trail: ["group.read", "group.changed"],
    body: changeBody,
    load: (actor, { group }) => readGroupForm(actor, group),
    show: (state) => <GroupFormPage {...state} />,
    run: (actor, { group }, { leader, version, ...typed }) =>
      changeGroup(actor, { id: group, version }, { ...typed, leaderMembershipId: leader }),
    done: ({ groupId }) => ({ to: `/groepen/${groupId}`, notice: { text: "Bewaard." } }),
    refused: errorsOf,
  }),
  ...(["afronden", "gaat-niet-door"] as const).map((word) =>
    action(`/groepen/:group/${word}`, {
      may: "referrals.write",
      trail: "group.ended",
      body: seen,
      run: (actor, { group }: { group: string }, { version }) =>
        closeGroup(actor, { id: group, version }, word === "afronden" ? "finished" : "cancelled").then(found),
      done: ({ groupId }) => ({
        to: `/groepen/${groupId}`,
        notice: { text: word === "afronden" ? "De groep is afgerond." : "De groep gaat niet door." },
      }),
      refused: (refusal, { group }: { group: string }) => ({ to: `/groepen/${group}`, notice: told(refusal) }),
    }),
  ),
];

const sessionOf = async (actor: Actor, { group, session: id }: { group: string; session: string }) => {
  const data = await readGroup(actor, group);
  const session = data?.own ? data.sessions.find((one) => one.id === id) : undefined;
  return data && session ? { data, session } : null;
};

const sessionRoutes = [
  form("/groepen/:group/bijeenkomsten/:session", {
    may: "referrals.write",
    trail: ["group.read", "group.attended"],
    body: z.object({}).catchall(z.union([z.string(), z.array(z.string())])),
    load: async (actor, params) => {
      const one = await sessionOf(actor, params);
      return one && one.session.onDay <= one.data.today && !one.session.cancelled ? one : null;
    },
    show: ({ data, values, errors }) => <AttendancePage {...data} values={values} errors={errors} />,
    run: (actor, { group, session }, typed) => {
      const prefix = presenceField("");
      const ticked = Object.entries(typed).flatMap(([name, value]) =>
        name.startsWith(prefix) ? [[name.slice(prefix.length), String(value)]] : [],
      );
      return recordAttendance(actor, {
        groupId: group,
        sessionId: session,
        presence: Object.fromEntries(ticked) as Record<string, string>,
      });
    },
    done: (_done, { group }) => ({ to: `/groepen/${group}`, notice: { text: "Bewaard." } }),
    refused: errorsOf,
  }),
  form("/groepen/:group/bijeenkomsten/:session/verplaatsen", {
    may: "referrals.write",
    trail: ["group.read", "group.changed"],
    body: sessionBody,
    load: sessionOf,
    show: ({ data, values, errors }) => <MoveSessionPage {...data} values={values} errors={errors} />,
    run: (actor, { group, session }, { version, ...change }) => changeSession(actor, { id: session, groupId: group, version }, change),
    done: (_done, { group }) => ({ to: `/groepen/${group}`, notice: { text: "Bewaard. Bel de gezinnen: Wieg stuurt hun niets." } }),
    refused: errorsOf,
  }),
];

/** Groups of the service directory, and a family in them. */
export const groupRoutes = [...keepRoutes, ...sessionRoutes, ...familyGroupRoutes];
