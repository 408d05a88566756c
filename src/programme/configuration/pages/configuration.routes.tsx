import { z } from "zod";
import type { Errors } from "../../../design/Errors.ts";
import type { Actor } from "../../../platform/db/actor.ts";
import { dayField, requiredText, ticked } from "../../../platform/http/fields.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import type { Next } from "../../../platform/http/route.ts";
import { action, form, page } from "../../../trust/access/route.ts";
import { proposalRefusals } from "../finding.texts.ts";
import type { ProposalRefusal } from "../proposal.ts";
import {
  answerVersion,
  beginProposal,
  changeSection,
  changeStart,
  dropVersion,
  offerVersion,
  takeBackVersion,
} from "../server/changeProposal.ts";
import { changesBetween, readConfiguration } from "../server/readConfiguration.ts";
import { isSection } from "../settingShape.ts";
import { ConfigurationPage, homeOf, NothingYet } from "./ConfigurationPage.tsx";
import { OfferForm, ReturnForm, SectionForm, StartForm, WithdrawForm } from "./ProposalForms.tsx";
import { ProposalPage } from "./ProposalPage.tsx";
import { VersionPage } from "./VersionPage.tsx";

const home = "/beheer/programma";
const one = `${home}/:code` as const;
const read = "programme.settings-read";
const version = z.coerce.number().int();

const proposalOf = (code: string): string => `${homeOf(code)}/voorstel`;
const told = (code: string, text: string): Next => ({ to: proposalOf(code), notice: { text } });
const refusedThere = ({ code: why }: ProposalRefusal, { code }: { code: string }): Next => ({
  to: why === "not-visible" || why === "proposal-already" ? homeOf(code) : proposalOf(code),
  notice: { tone: "late", text: proposalRefusals[why] },
});
const besideField =
  (field: string) =>
  ({ code }: ProposalRefusal): Errors => {
    if (code === "not-visible") throw new NotFound();
    return { [code === "changed-meanwhile" ? "form" : field]: proposalRefusals[code] };
  };

async function loadProposal(actor: Actor, code: string) {
  const configuration = await readConfiguration(actor, code);
  const { proposal, preview } = configuration ?? {};
  return configuration && proposal && preview ? { configuration, proposal, preview } : null;
}

async function loadVersion(actor: Actor, { code, number }: { code: string; number: string }) {
  const configuration = await readConfiguration(actor, code);
  const shown = configuration?.versions.find((line) => String(line.number) === number);
  if (!configuration || !shown) return null;
  const before = configuration.versions.find((line) => line.number < shown.number && line.withdrawnWhy === null) ?? null;
  const changes = before ? changesBetween(before.settings, shown.settings, configuration.names) : [];
  return { configuration, version: shown, before, changes };
}

const readRoutes = [
  page(home, {
    may: "programme-settings",
    trail: read,
    load: async (actor) => ({ configuration: await readConfiguration(actor, null) }),
    show: ({ configuration }) => (configuration ? <ConfigurationPage configuration={configuration} /> : <NothingYet />),
  }),
  page(one, {
    may: "programme-settings",
    trail: read,
    load: (actor, { code }) => readConfiguration(actor, code),
    show: (configuration) => <ConfigurationPage configuration={configuration} />,
  }),
  page(`${one}/versie/:number`, {
    may: "programme-settings",
    trail: read,
    load: loadVersion,
    show: (data) => <VersionPage {...data} />,
  }),
  page(`${one}/voorstel`, {
    may: "programme-settings",
    trail: read,
    load: (actor, { code }) => loadProposal(actor, code),
    show: (data) => <ProposalPage {...data} />,
  }),
];

/** Who configures the region prepares. */
const prepareRoutes = [
  action(`${one}/begin`, {
    may: "role:platform_admin",
    trail: "programme.version-prepared",
    body: z.object({}),
    run: (actor, { code }) => beginProposal(actor, code),
    done: (_outcome, { code }) => ({ to: proposalOf(code) }),
    refused: refusedThere,
  }),
  form(`${one}/voorstel/deel/:section`, {
    may: "role:platform_admin",
    trail: [read, "programme.version-prepared"],
    body: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    load: (actor, { code, section }) => (isSection(section) ? loadProposal(actor, code) : Promise.resolve(null)),
    show: ({ data, values, errors }, { section }) =>
      isSection(section) ? <SectionForm {...data} section={section} values={values} errors={errors} /> : <NothingYet />,
    run: (actor, { code, section }, typed) => {
      if (!isSection(section)) throw new NotFound();
      return changeSection(actor, { code, version: Number(typed["version"]) }, section, typed);
    },
    done: (_outcome, { code }) => told(code, "Bewaard. Hieronder ziet u wat het zou doen."),
    refused: (refusal) =>
      refusal.code === "not-right" ? { form: proposalRefusals["not-right"], ...(refusal.facts as Errors) } : besideField("form")(refusal),
  }),
  form(`${one}/voorstel/ingang`, {
    may: "role:platform_admin",
    trail: [read, "programme.version-prepared"],
    body: z.object({ version, startsOn: dayField("Vul een dag in") }),
    load: (actor, { code }) => loadProposal(actor, code),
    show: ({ data, values, errors }) => <StartForm {...data} values={values} errors={errors} />,
    run: (actor, { code }, body) => changeStart(actor, { code, version: body.version }, body.startsOn),
    done: (_outcome, { code }) => told(code, "De ingangsdatum is bewaard."),
    refused: besideField("startsOn"),
  }),
  form(`${one}/voorstel/aanbieden`, {
    may: "role:platform_admin",
    trail: [read, "programme.version-offered"],
    body: z.object({ version, why: requiredText("Schrijf waarom").min(3, "Schrijf waarom"), confirmed: ticked }),
    load: (actor, { code }) => loadProposal(actor, code),
    show: ({ data, values, errors }) => <OfferForm {...data} values={values} errors={errors} />,
    run: (actor, { code }, body) => offerVersion(actor, { code, version: body.version }, body),
    done: (_outcome, { code }) => told(code, "De projectgroep vindt dit nu bij haar werk."),
    refused: besideField("confirmed"),
  }),
  action(`${one}/voorstel/vervallen`, {
    may: "role:platform_admin",
    trail: "programme.version-dropped",
    body: z.object({ version }),
    run: (actor, { code }, body) => dropVersion(actor, { code, version: body.version }),
    done: (_outcome, { code }) => ({ to: homeOf(code), notice: { text: "Het voorstel is vervallen. Er verandert niets." } }),
    refused: refusedThere,
  }),
];

/** The project group decides. */
const decideRoutes = [
  action(`${one}/voorstel/akkoord`, {
    may: "role:project_group",
    trail: "programme.version-approved",
    body: z.object({ version }),
    run: (actor, { code }, body) => answerVersion(actor, { code, version: body.version }, { approved: true, words: null }),
    done: (_outcome, { code }) => ({ to: homeOf(code), notice: { text: "De nieuwe versie staat vast en gaat vanzelf in." } }),
    refused: refusedThere,
  }),
  form(`${one}/voorstel/terug`, {
    may: "role:project_group",
    trail: [read, "programme.version-returned"],
    body: z.object({ version, words: requiredText("Schrijf wat er anders moet").min(3, "Schrijf wat er anders moet") }),
    load: (actor, { code }) => loadProposal(actor, code),
    show: ({ data, values, errors }) => <ReturnForm {...data} values={values} errors={errors} />,
    run: (actor, { code }, body) => answerVersion(actor, { code, version: body.version }, { approved: false, words: body.words }),
    done: (_outcome, { code }) => told(code, "De beheerder vindt dit nu bij het werk."),
    refused: besideField("words"),
  }),
  form(`${one}/versie/:number/intrekken`, {
    may: "role:project_group",
    trail: [read, "programme.version-withdrawn"],
    body: z.object({ why: requiredText("Schrijf waarom").min(3, "Schrijf waarom") }),
    load: loadVersion,
    show: ({ data, values, errors }) => <WithdrawForm {...data} values={values} errors={errors} />,
    run: (actor, { code, number }, { why }) => takeBackVersion(actor, { code, number, why }),
    done: (_outcome, { code }) => ({ to: homeOf(code), notice: { text: "De versie is ingetrokken en gaat niet in." } }),
    refused: besideField("why"),
  }),
];

/** The figures of a programme: read by who steers, prepared by who configures, decided by the project group. */
export const configurationRoutes = [...readRoutes, ...prepareRoutes, ...decideRoutes];
