import type { Refusal } from "../../../kit/refusal.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { action, form, isRole, mayUse } from "../../../trust/access/route.ts";
import { changedMeanwhile } from "../../../registry/familyForm.texts.ts";
import { birthForm, changeBirthForm, dueDateForm, lossForm, maternityCareForm, nextForm, versionOnly } from "../lineForm.ts";
import { alreadyExpecting, birthMeanwhile, lossSentences } from "../lineForm.texts.ts";
import { birthSentences, dueDateSentences } from "../registration.texts.ts";
import type { LossRefusal } from "../rules/decideLoss.ts";
import { beginNextLine, changeDueDate, recordMaternityCare, type DateRefusal } from "../server/changeLine.ts";
import { readLine, type ChangedMeanwhile, type WholeLine } from "../server/changingLine.ts";
import { changeBirth, recordBirth, undoBirth, type BirthRefusal } from "../server/recordBirth.ts";
import { acknowledgeLoss, recordLoss, undoLoss } from "../server/recordLoss.ts";
import { readRegisterChoices } from "../server/registerChoices.ts";
import { BirthPage, ChangeBirthPage } from "./birthPages.tsx";
import { DueDatePage, MaternityCarePage, NextPage } from "./linePages.tsx";
import { LossPage } from "./lossPages.tsx";
import { z } from "zod";

const read = "family.form-read";
const family = (trajectory: string, text: string) => ({ to: `/gezinnen/${trajectory}`, notice: { text } });
const late = (trajectory: string, text: string) => ({ to: `/gezinnen/${trajectory}`, notice: { tone: "late" as const, text } });
const load = (actor: Actor, { trajectory }: { trajectory: string }): Promise<WholeLine | null> => readLine(actor, trajectory);
const changedOr = <Other extends Refusal>(
  refusal: Other | ChangedMeanwhile,
  errors: (other: Other) => Record<string, string>,
): Record<string, string> => (refusal.code === "changed-meanwhile" ? { form: changedMeanwhile } : errors(refusal as Other));

const birthErrors = ({ facts }: BirthRefusal): Record<string, string> => ({
  [facts.child === 0 ? "bornOn" : "bornOn2"]: birthSentences[facts.problem],
});
const dateErrors = ({ facts }: DateRefusal): Record<string, string> => ({ dueDate: dueDateSentences[facts.problem] });

const birthRoutes = [
  form("/gezinnen/:trajectory/geboorte", {
    may: "identity.write",
    trail: ["birth.recorded", read],
    load,
    body: birthForm,
    show: ({ data, values, errors }, { trajectory }) => <BirthPage whole={data} trajectory={trajectory} values={values} errors={errors} />,
    run: (actor, { trajectory }, typed) => {
      const first = { ...typed, gestationalDays: typed.gestation, weightGrams: typed.weight, smallForAge: typed.small };
      const second = {
        ...first,
        givenName: typed.givenName2,
        bornOn: typed.bornOn2 ?? typed.bornOn,
        weightGrams: typed.weight2,
        smallForAge: typed.small2,
      };
      return recordBirth(actor, trajectory, {
        children: typed.twin ? [first, second] : [first],
        place: typed.place,
        version: typed.version,
      });
    },
    done: (_done, { trajectory }) => family(trajectory, "De geboorte is vastgelegd."),
    refused: (refusal) => (refusal.code === "changed-meanwhile" ? { form: birthMeanwhile } : birthErrors(refusal)),
  }),
  form("/gezinnen/:trajectory/geboorte/:birth", {
    may: "identity.write",
    trail: ["birth.changed", read],
    load: async (actor, { trajectory, birth: id }) => {
      const whole = await readLine(actor, trajectory);
      const birth = whole?.details.births.find((one) => one.id === id);
      return whole && birth ? { whole, birth } : null;
    },
    body: changeBirthForm,
    show: ({ data, values, errors }, { trajectory }) => (
      <ChangeBirthPage {...data} trajectory={trajectory} values={values} errors={errors} />
    ),
    run: (actor, ids, typed) =>
      changeBirth(actor, ids, { ...typed, gestationalDays: typed.gestation, weightGrams: typed.weight, smallForAge: typed.small }),
    done: (_done, { trajectory }) => family(trajectory, "De geboorte is gewijzigd."),
    refused: (refusal) => changedOr(refusal, birthErrors),
  }),
  action("/gezinnen/:trajectory/geboorte/:birth/terug", {
    may: "identity.write",
    trail: "birth.taken-back",
    body: versionOnly,
    run: (actor, ids, { version }) => undoBirth(actor, ids, version),
    done: (_done, { trajectory }) => family(trajectory, "De geboorte is teruggenomen."),
    refused: (_refusal, { trajectory }) =>
      late(trajectory, "Iemand anders wijzigde deze geboorte net. Kijk het na en probeer het opnieuw."),
  }),
];

const lossRoutes = [
  form("/gezinnen/:trajectory/verlies", {
    may: "identity.write",
    trail: ["loss.recorded", read],
    load,
    body: lossForm,
    show: ({ data, values, errors }, { trajectory }) => <LossPage whole={data} trajectory={trajectory} values={values} errors={errors} />,
    run: (actor, { trajectory }, typed) => recordLoss(actor, trajectory, { ...typed, childId: typed.child }),
    done: (_done, { trajectory }) => family(trajectory, "Het is vastgelegd. Wie betrokken is, krijgt bericht."),
    refused: (refusal) => changedOr<LossRefusal>(refusal, ({ code }) => lossSentences[code]),
  }),
  action("/gezinnen/:trajectory/verlies/terug", {
    may: "identity.write",
    trail: "loss.taken-back",
    body: versionOnly,
    run: (actor, { trajectory }, { version }) => undoLoss(actor, trajectory, version),
    done: (_done, { trajectory }) => family(trajectory, "Het is teruggenomen."),
    refused: (_refusal, { trajectory }) => late(trajectory, "Iemand anders wijzigde deze lijn net. Kijk het na en probeer het opnieuw."),
  }),
  action("/gezinnen/:trajectory/verlies/gelezen", {
    may: "identity.read",
    trail: "loss.acknowledged",
    body: z.object({}),
    run: (actor, { trajectory }) => acknowledgeLoss(actor, trajectory),
    done: (_done, { trajectory }) => ({ to: `/gezinnen/${trajectory}` }),
    refused: (_refusal, { trajectory }) => ({ to: `/gezinnen/${trajectory}` }),
  }),
];

const dateRoutes = [
  form("/gezinnen/:trajectory/datum", {
    may: "identity.write",
    trail: ["due-date.changed", read],
    load,
    body: dueDateForm,
    show: ({ data, values, errors }, { trajectory }) => (
      <DueDatePage whole={data} trajectory={trajectory} values={values} errors={errors} />
    ),
    run: (actor, { trajectory }, typed) => changeDueDate(actor, trajectory, typed),
    done: (_done, { trajectory }) => family(trajectory, "De uitgerekende datum is bewaard."),
    refused: (refusal) => changedOr(refusal, dateErrors),
  }),
  form("/gezinnen/:trajectory/volgende-zwangerschap", {
    may: "identity.write",
    trail: ["line.begun", read],
    load,
    body: nextForm,
    show: ({ values, errors }, { trajectory }) => <NextPage trajectory={trajectory} values={values} errors={errors} />,
    run: (actor, { trajectory }, typed) =>
      beginNextLine(actor, trajectory, { dueDate: typed.preconception ? null : typed.dueDate, parity: typed.parity }),
    done: ({ trajectoryId }) => family(trajectoryId, "De nieuwe lijn is begonnen. Vraag het gezin opnieuw om toestemming."),
    refused: (refusal): Record<string, string> => (refusal.code === "already-expecting" ? { form: alreadyExpecting } : dateErrors(refusal)),
  }),
  form("/gezinnen/:trajectory/aanmelding-kraamzorg", {
    may: "care",
    trail: ["maternity-care.registered", read],
    load: async (actor, { trajectory }) => {
      const whole = mayRecordMaternityCare(actor) ? await readLine(actor, trajectory) : null;
      return whole && { whole, organisations: (await readRegisterChoices(actor)).maternityCare };
    },
    body: maternityCareForm,
    show: ({ data, values, errors }, { trajectory }) => (
      <MaternityCarePage {...data} trajectory={trajectory} values={values} errors={errors} />
    ),
    run: async (actor, { trajectory }, typed) => {
      const known = (await readRegisterChoices({ ...actor, requestKey: null })).maternityCare.find(({ id }) => id === typed.organisation);
      return recordMaternityCare(actor, trajectory, {
        organisationId: known?.id ?? null,
        text: known ? null : typed.other,
        on: typed.on,
        version: typed.version,
      });
    },
    done: (_done, { trajectory }) => family(trajectory, "De kraamzorg is vastgelegd."),
    refused: () => ({ form: changedMeanwhile }),
  }),
];

const mayRecordMaternityCare = ({ role }: Actor): boolean =>
  isRole(role) && (mayUse(role, "identity.write") || mayUse(role, "maternity_care.write"));

export const lineRoutes = [...birthRoutes, ...lossRoutes, ...dateRoutes];
