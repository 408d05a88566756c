import type { Typed } from "../../../platform/http/request.ts";
import { goTo, showPage } from "../../../platform/http/mount.ts";
import { checkMultipartToken } from "../../../platform/http/multipartToken.ts";
import { NotSignedIn } from "../../../platform/http/problems.ts";
import { uploadKeyOf } from "../../../platform/http/requestKey.ts";
import { file, own, page } from "../../../trust/access/route.ts";
import { ordinalValue, type Instrument } from "../instrument.ts";
import { sayProblem } from "../instrument.texts.ts";
import { scoreScale } from "../rules/scoreScale.ts";
import { loadInstrument } from "../server/loadInstrument.ts";
import { readInstrumentById, readInstruments } from "../server/readInstruments.ts";
import { InstrumentPage, type Tried } from "./InstrumentPage.tsx";
import { InstrumentsPage } from "./InstrumentsPage.tsx";
import { LoadPage } from "./LoadPage.tsx";

const list = "/onderzoek/vragenlijsten";
const largestFile = 200 * 1024;

/** The questionnaires of the studies, for the research desk. Nothing here is about a person. */
export const instrumentRoutes = [
  page(list, {
    may: "role:research_desk",
    trail: "instrument.read",
    load: async (actor) => ({ instruments: await readInstruments(actor) }),
    show: (data) => <InstrumentsPage {...data} />,
  }),
  page(`${list}/laden`, {
    may: "role:research_desk",
    trail: "instrument.read",
    load: () => Promise.resolve({ problems: [] }),
    show: (data) => <LoadPage {...data} />,
  }),
  own(`${list}/laden`, {
    may: "role:research_desk",
    trail: "instrument.loaded",
    method: "POST",
    takesFile: true,
    handle: async (request, reply, actor) => {
      if (!actor) throw new NotSignedIn();
      const sent = await request.file({ limits: { fileSize: largestFile, files: 1 } });
      if (sent) await checkMultipartToken(request, reply, sent);
      const content = sent ? await sent.toBuffer().catch(() => null) : null;
      const again = (problems: readonly string[]) => showPage(request, reply.code(422), <LoadPage problems={problems} />);
      if (!sent || content === null) return again(["Kies een bestand van hooguit 200 kB."]);
      const outcome = await loadInstrument(
        { ...actor, requestKey: uploadKeyOf(actor, request.url, sent, content) },
        content.toString("utf8"),
      );
      if (outcome.code === "problems") return again(outcome.problems.map(sayProblem));
      if (outcome.code === "version-there")
        return again(["Deze versie van deze vorm is er al in deze taal. Geef een nieuwe tekst een nieuwe versie."]);
      return goTo(reply, { to: `${list}/${outcome.id}`, notice: { text: "De tekst is geladen." } });
    },
  }),
  page(`${list}/:instrument`, {
    may: "role:research_desk",
    trail: "instrument.read",
    load: async (actor, { instrument: id }, query) => {
      const listed = await readInstrumentById(actor, id);
      return listed && { listed, tried: tryOut(listed.instrument, query) };
    },
    show: (data) => <InstrumentPage {...data} />,
  }),
  file(`${list}/:instrument/fhir.json`, {
    may: "role:research_desk",
    trail: "instrument.read",
    load: async (actor, { instrument: id }) => {
      const listed = await readInstrumentById(actor, id);
      return listed && { name: `${id}.json`, type: "application/json; charset=utf-8", body: JSON.stringify(listed.instrument, null, 2) };
    },
  }),
];

/** What the chosen answers would count; null when nothing was chosen. */
function tryOut({ scale, questionnaire }: Instrument, query: Typed): Tried | null {
  const chosen: Record<string, string> = {};
  const answers: Record<string, number> = {};
  for (const { linkId, answerOption } of questionnaire.item) {
    const code = query[linkId];
    const option = answerOption.find(({ valueCoding }) => valueCoding.code === code);
    const value = option?.extension.find(({ url }) => url === ordinalValue)?.valueDecimal;
    if (typeof code !== "string" || value === undefined) continue;
    chosen[linkId] = code;
    answers[linkId] = value;
  }
  return Object.keys(chosen).length === 0 ? null : { chosen, score: scoreScale(scale, answers) };
}
