import { z } from "zod";
import { dayField } from "../../platform/http/fields.ts";
import { action, form } from "../../trust/access/route.ts";
import {
  addressFields,
  channelField,
  emailField,
  insurerField,
  languageFields,
  nameFields,
  optionalBirthDate,
  personNameOf,
  phoneField,
  safeField,
  safeMomentsField,
} from "../familyForm.ts";
import { birthDateSentences, changedMeanwhile, municipalityUnknown } from "../familyForm.texts.ts";
import { formatDay } from "../../kit/day.ts";
import {
  addContact,
  addMember,
  changeContact,
  changeLanguage,
  changeMember,
  correctAddress,
  leaveOutMember,
  moveFamily,
  readFamily,
  type AddressRefusal,
  type ChangeRefusal,
  type MemberRefusal,
  type NewMemberRefusal,
} from "../server/changeFamily.ts";
import { CorrectAddressPage, MovePage } from "./addressPages.tsx";
import { ContactPage, LanguagePage } from "./contactPages.tsx";
import { MemberPage, NewMemberPage } from "./memberPages.tsx";

const version = z.coerce.number().int().min(0);
const member = z.object({ ...nameFields, birthDate: optionalBirthDate(), insurer: insurerField() });
const read = "family.form-read";

const toFamily = (trajectory: string, text: string) => ({ to: `/gezinnen/${trajectory}`, notice: { text } });
function memberErrors(refusal: MemberRefusal | NewMemberRefusal | ChangeRefusal): Record<string, string> {
  if (refusal.code === "birth-date") return { birthDate: birthDateSentences[refusal.facts.problem] };
  if (refusal.code === "partner-already")
    return { kind: "Bij dit gezin staat al een partner. Haal die eerst weg als die er niet meer bij hoort, of kies 'Iemand anders'." };
  return { form: changedMeanwhile };
}

function addressErrors(refusal: AddressRefusal | ChangeRefusal): Record<string, string> {
  switch (refusal.code) {
    case "municipality-unknown":
      return { municipality: municipalityUnknown };
    case "moved-in-future":
      return { since: "Deze dag moet nog komen. Leg de verhuizing vast als het gezin er woont." };
    case "moved-before":
      return {
        since: `Het gezin woont volgens Wieg al op dit adres sinds ${formatDay(String(refusal.facts["since"]))}. Kies een latere dag.`,
      };
    case "changed-meanwhile":
      return { form: changedMeanwhile };
  }
}

/** One way of reaching them: a number where it is a telephone, an address where it is e-mail. */
const contact = z
  .object({
    channel: channelField(),
    value: z.string("Vul een nummer of adres in").trim().min(1, "Vul een nummer of adres in").max(300, "Gebruik hoogstens 300 tekens"),
    safe: safeField(),
    safeMoments: safeMomentsField(),
  })
  .transform((typed, context) => {
    const field = typed.channel === "email" ? emailField() : typed.channel === "letter" ? z.string() : phoneField();
    const value = field.safeParse(typed.value);
    if (value.success) return { ...typed, value: value.data ?? typed.value };
    context.addIssue({ code: "custom", path: ["value"], message: value.error.issues[0]?.message ?? "" });
    return z.NEVER;
  });

export const familyFormRoutes = [
  form("/gezinnen/:trajectory/gezinsleden/nieuw", {
    may: "identity.write",
    trail: ["member.added", read],
    load: (actor, { trajectory }) => readFamily(actor, trajectory),
    body: member.extend({ kind: z.enum(["partner", "child", "other"], "Kies wie het is") }),
    show: ({ values, errors }, { trajectory }) => <NewMemberPage trajectory={trajectory} values={values} errors={errors} />,
    run: (actor, { trajectory }, body) => addMember(actor, trajectory, { ...body, ...personNameOf(body) }),
    done: (_done, { trajectory }) => toFamily(trajectory, "Het gezinslid is toegevoegd."),
    refused: memberErrors,
  }),
  form("/gezinnen/:trajectory/gezinsleden/:member", {
    may: "identity.write",
    trail: ["member.changed", read],
    load: async (actor, { trajectory, member: id }) =>
      (await readFamily(actor, trajectory))?.family.members.find((one) => one.id === id) ?? null,
    body: member.extend({ version }),
    show: ({ data, values, errors }, { trajectory }) => (
      <MemberPage member={data} trajectory={trajectory} values={values} errors={errors} />
    ),
    run: (actor, ids, body) => changeMember(actor, ids, { ...body, ...personNameOf(body) }),
    done: (_done, { trajectory }) => toFamily(trajectory, "De gegevens zijn gewijzigd."),
    refused: memberErrors,
  }),
  action("/gezinnen/:trajectory/gezinsleden/:member/weg", {
    may: "identity.write",
    trail: "member.left-out",
    body: z.object({ version }),
    run: (actor, ids, body) => leaveOutMember(actor, ids, body.version),
    done: (_done, { trajectory }) => toFamily(trajectory, "Dit gezinslid staat niet meer bij het gezin."),
    refused: (_refusal, { trajectory }) => ({
      to: `/gezinnen/${trajectory}`,
      notice: { tone: "late", text: "Iemand anders wijzigde dit gezinslid net. Kijk het na en probeer het opnieuw." },
    }),
  }),
  form("/gezinnen/:trajectory/adres", {
    may: "identity.write",
    trail: ["address.moved", read],
    load: (actor, { trajectory }) => readFamily(actor, trajectory),
    body: z.object({ ...addressFields, since: dayField("Vul in sinds wanneer"), version }),
    show: ({ data, values, errors }, { trajectory }) => <MovePage trajectory={trajectory} {...data} values={values} errors={errors} />,
    run: (actor, { trajectory }, body) => moveFamily(actor, trajectory, body),
    done: (_done, { trajectory }) => toFamily(trajectory, "Het adres is vastgelegd."),
    refused: addressErrors,
  }),
  form("/gezinnen/:trajectory/adres/verbeteren", {
    may: "identity.write",
    trail: ["address.corrected", read],
    load: async (actor, { trajectory }) => {
      const data = await readFamily(actor, trajectory);
      return data?.family.addresses.some(({ until }) => until === null) ? data : null;
    },
    body: z.object({ ...addressFields, version }),
    show: ({ data, values, errors }, { trajectory }) => (
      <CorrectAddressPage trajectory={trajectory} {...data} values={values} errors={errors} />
    ),
    run: (actor, { trajectory }, body) => correctAddress(actor, trajectory, body),
    done: (_done, { trajectory }) => toFamily(trajectory, "Het adres is verbeterd."),
    refused: addressErrors,
  }),
  form("/gezinnen/:trajectory/contact/nieuw", {
    may: "identity.write",
    trail: ["contact.added", read],
    load: (actor, { trajectory }) => readFamily(actor, trajectory),
    body: contact,
    show: ({ values, errors }, { trajectory }) => <ContactPage trajectory={trajectory} values={values} errors={errors} />,
    run: (actor, { trajectory }, body) => addContact(actor, trajectory, body),
    done: (_done, { trajectory }) => toFamily(trajectory, "Het contactgegeven is toegevoegd."),
    refused: () => ({}),
  }),
  form("/gezinnen/:trajectory/contact/:contact", {
    may: "identity.write",
    trail: ["contact.changed", read],
    load: async (actor, { trajectory, contact: id }) =>
      (await readFamily(actor, trajectory))?.family.contacts.find((one) => one.id === id) ?? null,
    body: contact.and(z.object({ version })),
    show: ({ data, values, errors }, { trajectory }) => (
      <ContactPage contact={data} trajectory={trajectory} values={values} errors={errors} />
    ),
    run: (actor, ids, body) => changeContact(actor, ids, body),
    done: (_done, { trajectory }) => toFamily(trajectory, "Het contactgegeven is gewijzigd."),
    refused: () => ({ form: changedMeanwhile }),
  }),
  form("/gezinnen/:trajectory/taal", {
    may: "identity.write",
    trail: ["family.changed", read],
    load: (actor, { trajectory }) => readFamily(actor, trajectory),
    body: z.object({ ...languageFields, version }),
    show: ({ data, values, errors }, { trajectory }) => (
      <LanguagePage family={data.family} trajectory={trajectory} values={values} errors={errors} />
    ),
    run: (actor, { trajectory }, body) => changeLanguage(actor, trajectory, body),
    done: (_done, { trajectory }) => toFamily(trajectory, "Taal en wensen zijn bewaard."),
    refused: () => ({ form: changedMeanwhile }),
  }),
];
