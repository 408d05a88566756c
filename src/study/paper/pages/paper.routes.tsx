import { z } from "zod";
import { showPage } from "../../../platform/http/mount.ts";
import { NotFound } from "../../../platform/http/problems.ts";
import { action, file, form, own } from "../../../trust/access/route.ts";
import { readFormCode } from "../../waves/server/door.ts";
import { writeQuestionForm } from "../letters/questionForm.ts";
import { sayEntered, sayStep } from "../paper.texts.ts";
import { enterPaper, printPaper, readForm, readPapers } from "../server/papers.ts";
import { FormEntryPage, PapersPage } from "./PaperPages.tsx";

const desk = "role:research_desk";
const base = "/onderzoek/papier";

/** Lists by post, for the research desk: by the number of a form, never by a name. */
export const paperRoutes = [
  own(base, {
    may: desk,
    trail: "study.paper-read",
    method: "GET",
    handle: async (request, reply, actor) => {
      if (!actor) throw new NotFound();
      const { nummer } = request.query as { nummer?: unknown };
      const typed = typeof nummer === "string" ? nummer : "";
      const code = readFormCode(typed);
      if (code !== null && (await readForm(actor, code))) return reply.redirect(`${base}/${code}`, 303);
      return showPage(request, reply, <PapersPage {...(await readPapers(actor))} typed={typed} unknown={typed !== ""} />);
    },
  }),
  action(`${base}/druk-af/:ask`, {
    may: desk,
    trail: "study.paper-printed",
    body: z.object({}),
    run: (actor, { ask }) => printPaper(actor, ask),
    done: ({ formCode }) => ({ to: `${base}/${formCode}`, notice: { text: "Het formulier staat klaar om af te drukken." } }),
    refused: () => ({ to: base, notice: { tone: "late", text: "Deze lijst is niet meer open." } }),
  }),
  file(`${base}/:code/formulier.pdf`, {
    may: desk,
    trail: "study.paper-read",
    load: async (actor, { code }) => {
      const found = await readForm(actor, code);
      return found && found.form.step === "first"
        ? { name: `formulier-${code}.pdf`, type: "application/pdf", body: await writeQuestionForm(found) }
        : null;
    },
  }),
  form(`${base}/:code`, {
    may: desk,
    trail: ["study.paper-read", "study.paper-entered"],
    load: (actor, { code }) => readForm(actor, code),
    body: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    show: (state) => <FormEntryPage {...state} />,
    run: (actor, { code }, body) => enterPaper(actor, code, body),
    done: ({ outcome }) => ({ to: base, notice: { text: sayEntered[outcome] ?? "" } }),
    refused: (refusal) => {
      if (refusal.code === "open")
        return Object.fromEntries(
          refusal.items.map((item) => [item, "Kies wat er staat, of dat er niets staat of dat het niet te lezen is"]),
        );
      return {
        form:
          refusal.code === "not-found" || refusal.code === "not-complete"
            ? "Er is intussen iets veranderd. Kijk opnieuw."
            : sayStep[refusal.code],
      };
    },
  }),
];
