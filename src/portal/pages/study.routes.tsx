import type { FastifyReply } from "fastify";
import type { Errors, Values } from "../../design/Errors.ts";
import { goTo } from "../../platform/http/mount.ts";
import { NotFound } from "../../platform/http/problems.ts";
import { pilotConsents } from "../../study/design/pilotConsents.ts";
import { consentTextOn, studyPurposes, type StudyConsentWords, type StudyPurpose } from "../../study/design/studyConsent.ts";
import type { Relative } from "../portal.ts";
import { readOwnStudy, sayToStudy, stopStudy } from "../server/ownStudy.ts";
import { studyTexts } from "../studyOwn.texts.ts";
import { AskedStudyPage } from "./StudyPages.tsx";
import { familyRoute, show, typed, typedValues, type Visit } from "./relative.ts";

const list = "/mijn/toestemming";
const at = `${list}/onderzoek`;

/** The text of a version in her language; of one that is not there any more, the newest. */
export function wordsOf(me: Pick<Relative, "language" | "today">, version?: string): StudyConsentWords {
  const text = pilotConsents.find((one) => one.version === version) ?? consentTextOn(pilotConsents, me.today) ?? pilotConsents[0];
  if (!text) throw new Error("There is a text.");
  return text.languages[me.language];
}

/** Taking part in research: hers alone. */
export const ownStudyRoutes = [
  familyRoute("GET", at, "portal.consents-read", async (visit) => showAsked(visit, {}, {})),
  familyRoute("POST", at, ["portal.study-answered", "portal.consents-read"], async (visit) => {
    const texts = studyTexts[visit.me.language];
    const answers = Object.fromEntries(
      studyPurposes.flatMap((purpose) => {
        const said = typed(visit.request, purpose);
        return said === "ja" || said === "nee" ? [[purpose, said === "ja"]] : [];
      }),
    ) as Partial<Record<StudyPurpose, boolean>>;
    const { code } = await sayToStudy(visit.me, answers);
    if (code === "done") return goTo(visit.reply, { to: list, notice: { text: texts.thanks } });
    if (code === "not-found") throw new NotFound();
    if (code === "nothing-chosen")
      return showAsked(
        { ...visit, reply: visit.reply.code(422), me: { ...visit.me, requestKey: null } },
        typedValues(visit.request, ...studyPurposes),
        { [studyPurposes[0]]: texts.choose },
      );
    return goTo(visit.reply, { to: list, notice: { tone: "late", text: code === "with-parents" ? texts.withParents : texts.gone } });
  }),
  familyRoute("POST", `${at}/stoppen`, "portal.study-stopped", async (visit) => {
    const texts = studyTexts[visit.me.language];
    const what = [...studyPurposes, "all" as const].find((one) => one === typed(visit.request, "wat"));
    if (what === undefined) throw new NotFound();
    await stopStudy(visit.me, what);
    return goTo(visit.reply, { to: list, notice: { text: texts.stopped } }); // a second press finds it stopped, which is what she asked
  }),
];

async function showAsked(visit: Visit, values: Values, errors: Errors): Promise<FastifyReply> {
  const study = await readOwnStudy(visit.me);
  if (study.asked === null) return goTo(visit.reply, { to: list, notice: { tone: "info", text: studyTexts[visit.me.language].gone } });
  const words = wordsOf(visit.me, study.asked.textVersion);
  return show(visit, visit.me.language, <AskedStudyPage me={visit.me} study={study} words={words} values={values} errors={errors} />);
}
