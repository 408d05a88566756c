import { z } from "zod";
import type { Errors } from "../../../design/Errors.ts";
import { done, isDone, type Done, type Refusal } from "../../../kit/refusal.ts";
import { dayField, manyOf, optionalDay, optionalText, tick, ticked } from "../../../platform/http/fields.ts";
import { goTo } from "../../../platform/http/mount.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import type { Typed } from "../../../platform/http/request.ts";
import { action, form, own, page } from "../../access/route.ts";
import { askedPurposes, givers, shareableParts, type AskedPurpose, type ConsentRefusal } from "../consent.ts";
import { purposeWords, refusalErrors, roleRecipients } from "../consent.texts.ts";
import type { ConsentListener } from "../consentListener.ts";
import { formPurposes, type FormPurpose } from "../letters/consentForm.ts";
import { printConsentForm } from "../letters/printConsentForm.ts";
import { isInForce } from "../rules/consentState.ts";
import { askFamily, takeAskBack } from "../server/askMother.ts";
import { limitAnswer } from "../server/limitAnswer.ts";
import { writeForm } from "../server/printForm.ts";
import { readConsents } from "../server/readConsents.ts";
import { recordAnswer, type Recipient } from "../server/recordAnswer.ts";
import { withdrawAnswer } from "../server/withdrawAnswer.ts";
import { AskConsentPage } from "./AskConsentPage.tsx";
import { ConsentFormPage } from "./ConsentFormPage.tsx";
import { ConsentPage } from "./ConsentPage.tsx";
import { LimitConsentPage } from "./LimitConsentPage.tsx";

const base = "/gezinnen/:trajectory/toestemming";
const way = z.enum(["spoken", "signed"], "Kies hoe het gezin antwoord gaf");
const version = z.coerce.number().int();

const reach = {
  recipients: ticked.pipe(z.array(z.uuid())),
  other: z.union([z.uuid(), z.literal("")]).optional(),
  roles: manyOf(roleRecipients),
  parts: manyOf(shareableParts),
  medicalToo: tick,
  until: optionalDay(),
};
/** What the family said, or a question that waits for someone's own answer. */
const answerBody = z.discriminatedUnion(
  "given",
  [
    z.object({
      given: z.enum(["ja", "nee"]),
      reason: optionalText(1000),
      about: z.uuid("Kies over wie dit gaat"),
      givenBy: z.enum(givers, "Kies wie antwoord gaf"),
      withoutParentsReason: optionalText(1000),
      ...reach,
      way,
      givenOn: dayField("Vul in op welke dag"),
    }),
    z.object({ given: z.literal("vraag"), about: z.uuid("Kies over wie dit gaat"), ...reach }),
  ],
  "Kies ja of nee",
);

const errorsOf = (refusal: Refusal<ConsentRefusal>): Errors => ({ [refusalErrors[refusal.code].field]: refusalErrors[refusal.code].text });

/** The purpose that a word in an address stands for. */
function purposeOf(word: string): AskedPurpose {
  const purpose = askedPurposes.find((one) => purposeWords[one] === word);
  if (purpose === undefined) throw new NotFound();
  return purpose;
}

type Outcome = Done<{ readonly visible: boolean }> | Refusal<ConsentRefusal>;
const telling = (text: string) => (outcome: Outcome) => (isDone(outcome) ? done({ visible: outcome.visible, text }) : outcome);
const said = telling("Het antwoord is vastgelegd en werkt meteen.");
const asked = telling("De vraag staat op de eigen pagina. U ziet het antwoord op uw lijst.");

/** Back to the page of consents, or to one's own work when the line is no longer the asker's to see. */
const after = (trajectory: string, visible: boolean, text: string) =>
  visible
    ? { to: `/gezinnen/${trajectory}/toestemming`, notice: { text } }
    : { to: "/werk", notice: { text: `${text} U ziet dit gezin nu zelf niet meer.` } };

/** The pages of consent. `listeners` are told of each answer within the same transaction. */
export const consentRoutes = (listeners: readonly ConsentListener[]) => [
  page(base, {
    may: "care",
    trail: "consent.read",
    load: (actor, { trajectory }) => readConsents(actor, trajectory),
    show: (consents, { trajectory }) => <ConsentPage trajectoryId={trajectory} consents={consents} />,
  }),
  form(`${base}/vragen/:purpose`, {
    may: "care",
    trail: ["consent.read", "consent.recorded", "consent.asked"],
    body: answerBody,
    load: async (actor, { trajectory, purpose }) => {
      const asked = purposeOf(purpose);
      const consents = await readConsents(actor, trajectory);
      return consents && { consents, asked, organisationId: actor.organisationId };
    },
    show: ({ data, values, errors }, { trajectory }) => (
      <AskConsentPage
        trajectoryId={trajectory}
        organisationId={data.organisationId}
        purpose={data.asked}
        consents={data.consents}
        values={values}
        errors={errors}
      />
    ),
    run: async (actor, { trajectory, purpose }, body) => {
      const organisations = [...new Set([...body.recipients, ...(body.other ? [body.other] : [])])];
      const at = { trajectoryId: trajectory, purpose: purposeOf(purpose) };
      if (body.given === "vraag") return asked(await askFamily(actor, { ...body, ...at, organisations }));
      const recipients: Recipient[] = [
        ...organisations.map((organisationId) => ({ organisationId })),
        ...body.roles.map((role) => ({ role })),
      ];
      return said(await recordAnswer(actor, { ...body, ...at, given: body.given === "ja", recipients }, listeners));
    },
    done: ({ visible, text }, { trajectory }) => after(trajectory, visible, text),
    refused: errorsOf,
  }),
  form(`${base}/:consent/beperken`, {
    may: "care",
    trail: ["consent.read", "consent.limited"],
    body: z.object({ version, parts: manyOf(shareableParts), medicalToo: tick, until: optionalDay(), way }),
    load: async (actor, { trajectory, consent }) => {
      const consents = await readConsents(actor, trajectory);
      const answer = consents?.answers.find(({ id }) => id === consent);
      return consents && answer && isInForce(answer, consents.today) ? { consents, answer } : null;
    },
    show: ({ data, values, errors }, { trajectory }) => (
      <LimitConsentPage trajectoryId={trajectory} answer={data.answer} consents={data.consents} values={values} errors={errors} />
    ),
    run: (actor, { trajectory, consent }, body) => limitAnswer(actor, { ...body, trajectoryId: trajectory, consentId: consent }),
    done: ({ visible }, { trajectory }) => after(trajectory, visible, "De toestemming is beperkt. Dat werkt meteen."),
    refused: errorsOf,
  }),
  action(`${base}/:consent/intrekken`, {
    may: "care",
    trail: "consent.withdrawn",
    body: z.object({ version }),
    run: async (actor, { trajectory, consent }, body) => {
      const outcome = await withdrawAnswer(actor, { ...body, trajectoryId: trajectory, consentId: consent }, listeners);
      if (outcome.code === "consent-person-unknown") throw new NotFound();
      return outcome;
    },
    done: ({ visible }, { trajectory }) => after(trajectory, visible, "De toestemming is ingetrokken. Dat werkt meteen."),
    refused: (refusal, { trajectory }) => ({
      to: `/gezinnen/${trajectory}/toestemming`,
      notice: { tone: "late", text: refusalErrors[refusal.code].text },
    }),
  }),
  ...askRoutes,
  ...formRoutes,
];

const askRoutes = [
  action(`${base}/gevraagd/:ask/terugnemen`, {
    may: "care",
    trail: "consent.ask-withdrawn",
    body: z.object({ version }),
    run: async (actor, { trajectory, ask }, body) => {
      const outcome = await takeAskBack(actor, { ...body, trajectoryId: trajectory, askId: ask });
      if (outcome.code === "consent-person-unknown") throw new NotFound();
      return outcome;
    },
    done: (_done, { trajectory }) => after(trajectory, true, "De vraag is teruggenomen, en staat daar niet meer."),
    refused: (refusal, { trajectory }) => ({
      to: `/gezinnen/${trajectory}/toestemming`,
      notice: { tone: "late", text: refusalErrors[refusal.code].text },
    }),
  }),
];

const problemWords: Readonly<Record<string, string>> = {
  "form-says-too-much":
    "In een naam op dit formulier staat een woord dat thuis niemand hoeft te lezen. Vraag de beheerder om een andere naam.",
  "form-without-questions": "Kies ten minste één vraag.",
  "form-needs-parents": "Leg eerst een ouder of voogd vast bij het gezin.",
  "form-waits-for-study":
    "Een plaats aanvragen kan nog niet op papier: haar vragenlijst vooraf staat nog open. Laat die vraag nu weg, of vraag het haar daarna.",
  "form-needs-birth-date": "Vul eerst de geboortedatum in bij het gezin.",
};

const formRoutes = [
  page(`${base}/formulier`, {
    may: "care",
    trail: "consent.read",
    load: async (actor, { trajectory }, query) => {
      const consents = await readConsents(actor, trajectory);
      return consents && { consents, problem: problemWords[String(query["probleem"] ?? "")] ?? null };
    },
    show: ({ consents, problem }, { trajectory }) => <ConsentFormPage trajectoryId={trajectory} consents={consents} problem={problem} />,
  }),
  own(`${base}/formulier.pdf`, {
    may: "care",
    trail: "consent.printed",
    method: "GET",
    handle: async (request, reply, actor) => {
      const { trajectory } = request.params as { trajectory: string };
      const query = request.query as Typed;
      const written =
        actor && (await writeForm(actor, { trajectoryId: trajectory, about: String(query["over"] ?? ""), purposes: purposesIn(query) }));
      if (!written) throw new NotFound();
      if ("code" in written) return goTo(reply, { to: `/gezinnen/${trajectory}/toestemming/formulier?probleem=${written.code}` });
      return reply
        .type("application/pdf")
        .header("content-disposition", 'inline; filename="toestemming.pdf"')
        .send(Buffer.from(await printConsentForm(written)));
    },
  }),
];

const purposesIn = (query: Typed): readonly FormPurpose[] => {
  const chosen = [query["doel"] ?? []].flat();
  return formPurposes.filter((purpose) => chosen.includes(purpose));
};
