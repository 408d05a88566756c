import { z } from "zod";
import { requiredText } from "../../../platform/http/fields.ts";
import { goTo, showPage } from "../../../platform/http/mount.ts";
import { NotSignedIn } from "../../../platform/http/problems.ts";
import { action, form, own, page } from "../../../trust/access/route.ts";
import { answerWho, askWho, correctArm, readArms, readReveals, showWho } from "../server/revealWho.ts";
import { ArmPage, AskWhoPage, KeyPage, RevealedPage } from "./KeyPages.tsx";

const key = "/onderzoek/sleutel";
const participant = "/onderzoek/deelnemers/:participant";
const why = requiredText("Schrijf waarom", 2000).refine((text) => text.length >= 10, "Schrijf iets meer: waarom is dit nodig?");
const again = { to: key, notice: { tone: "late" as const, text: "Dit was al beantwoord." } };

/** The key, and the arm: each by its own role, all of it in the trail. */
export const keyRoutes = [
  page(key, {
    may: "role:key_keeper",
    trail: "study-key.read",
    load: async (actor) => ({ reveals: await readReveals(actor) }),
    show: (data) => <KeyPage {...data} />,
  }),
  action(`${key}/:reveal/toestaan`, {
    may: "role:key_keeper",
    trail: "study-key.granted",
    body: z.object({}),
    run: (actor, { reveal }) => answerWho(actor, reveal, true, null),
    done: () => ({ to: key, notice: { text: "Toegestaan. U kunt de naam tien minuten lang één keer tonen." } }),
    refused: () => again,
  }),
  action(`${key}/:reveal/weigeren`, {
    may: "role:key_keeper",
    trail: "study-key.refused",
    body: z.object({ why: requiredText("Schrijf waarom niet", 2000) }),
    run: (actor, { reveal }, body) => answerWho(actor, reveal, false, body.why),
    done: () => ({ to: key, notice: { text: "Geweigerd." } }),
    refused: () => again,
  }),
  own(`${key}/:reveal/tonen`, {
    may: "role:key_keeper",
    trail: "study-key.shown",
    method: "POST",
    handle: async (request, reply, actor) => {
      if (!actor) throw new NotSignedIn();
      const id = z.uuid().safeParse((request.params as { reveal: string }).reveal);
      const who = id.success ? await showWho(actor, id.data) : null;
      if (who === null)
        return goTo(reply, {
          to: key,
          notice: { tone: "late", text: "De naam is al getoond, of de tijd is om. Laat het opnieuw vragen." },
        });
      return showPage(request, reply, <RevealedPage who={who} />);
    },
  }),
  form(`${participant}/sleutel`, {
    may: "role:research_desk",
    trail: ["study-participant.read", "study-key.asked"],
    body: z.object({ why }),
    load: (actor, { participant: code }) => readArms(actor, code),
    show: ({ data, values, errors }) => <AskWhoPage code={data.participant.code} values={values} errors={errors} />,
    run: (actor, { participant: code }, body) => askWho(actor, code, body.why),
    done: (_done, { participant: code }) => ({
      to: `/onderzoek/deelnemers/${code}`,
      notice: { text: "Gevraagd. De sleutelbewaarder beslist." },
    }),
    refused: ({ code }) => ({
      form: code === "asked-already" ? "Dit is al gevraagd en wacht op de sleutelbewaarder." : "Dit pseudoniem is er niet.",
    }),
  }),
  form(`${participant}/arm`, {
    may: "role:research_desk",
    trail: ["study-participant.read", "study-participant.arm-corrected"],
    body: z.object({
      study: z.string("Kies een onderzoek").regex(/^[a-z0-9_]{1,40}$/, "Kies een onderzoek"),
      to: z.enum(["intervention", "control"], "Kies een groep"),
      why,
    }),
    load: (actor, { participant: code }) => readArms(actor, code),
    show: ({ data, values, errors }) => <ArmPage {...data} values={values} errors={errors} />,
    run: async (actor, { participant: code }, body) => {
      const now = await readArms({ ...actor, requestKey: null }, code);
      const version = now?.participant.studies.find(({ study }) => study === body.study)?.version ?? -1;
      return correctArm(actor, { code, ...body, version });
    },
    done: (_done, { participant: code }) => ({
      to: `/onderzoek/deelnemers/${code}`,
      notice: { text: "De correctie is vastgelegd. Wat het was, blijft te lezen." },
    }),
    refused: ({ code }) =>
      code === "same-arm"
        ? { to: "Dat is de groep die er al staat" }
        : { form: code === "not-fixed" ? "De groep staat nog niet vast." : "Iemand anders was u voor. Kijk wat er nu staat." },
  }),
];
