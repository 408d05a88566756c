import type { FastifyRequest } from "fastify";
import { Page } from "../../../design/Page.tsx";
import { goTo, showPage } from "../../../platform/http/mount.ts";
import { NotFound, NotSignedIn } from "../../../platform/http/problems.ts";
import { own } from "../../../trust/access/route.ts";
import { answerTexts } from "../answer.texts.ts";
import { readPage } from "../rules/readPage.ts";
import { endFillIn, keepPage, readFillIn } from "../server/fillIn.ts";
import { AnswerForm } from "./AnswerForm.tsx";
import { HelpStartPage, HelpStopPage } from "./HelpPages.tsx";
import { changedItems, chosen, shownAt } from "./postedAnswer.ts";

const trail = ["study.list-helped", "study.list-answered", "study.list-declined"];
const address = "/gezinnen/:trajectory/vragenlijst";

type Handle = Parameters<typeof own>[1]["handle"];
const help = (below: string, method: "GET" | "POST", run: (open: Opened) => unknown) =>
  own(`${address}${below}`, {
    may: "study.write",
    trail,
    method,
    handle: async (request, reply, actor) => {
      if (!actor) throw new NotSignedIn();
      const { trajectory: trajectoryId, page: asked } = request.params as { trajectory: string; page?: string };
      const filler = { actor, trajectoryId };
      const fillIn = await readFillIn(filler);
      if (!fillIn)
        return goTo(reply, {
          to: `/gezinnen/${trajectoryId}/onderzoek`,
          notice: { tone: "info", text: "Er staat nu geen vragenlijst open." },
        });
      const page = fillIn.pages.find(({ number }) => String(number) === asked);
      if (asked !== undefined && !page) throw new NotFound();
      return run({ request, reply, filler, fillIn, page: page ?? fillIn.pages[0], base: `/gezinnen/${trajectoryId}/vragenlijst` });
    },
  });

interface Opened {
  readonly request: FastifyRequest;
  readonly reply: Parameters<Handle>[1];
  readonly filler: Extract<Parameters<typeof readFillIn>[0], { actor: unknown }>;
  readonly fillIn: NonNullable<Awaited<ReturnType<typeof readFillIn>>>;
  readonly page: NonNullable<Awaited<ReturnType<typeof readFillIn>>>["pages"][number] | undefined;
  readonly base: string;
}

/** Filling in together with a professional, who sees nothing of what was answered before. */
export const helpRoutes = [
  help("", "GET", ({ request, reply, fillIn, base }) => showPage(request, reply, <HelpStartPage fillIn={fillIn} base={base} />)),
  help("/stoppen", "GET", ({ request, reply, base }) => showPage(request, reply, <HelpStopPage base={base} />)),
  help("/stoppen", "POST", async ({ reply, filler }) => {
    await endFillIn(filler, "declined");
    return goTo(reply, { to: `/gezinnen/${filler.trajectoryId}/onderzoek`, notice: { text: "Deze vragen worden niet meer gesteld." } });
  }),
  help("/:page", "GET", showQuestions),
  help("/:page", "POST", answer),
];

function showQuestions({ request, reply, fillIn, page, base }: Opened, values = {}, errors = {}): unknown {
  if (!page) throw new NotFound();
  return showPage(
    request,
    reply,
    <Page
      title="Samen invullen"
      heading={answerTexts.nl.progress(page.number, page.of)}
      width="narrow"
      back={{ href: base, label: "Vragenlijst" }}
    >
      <AnswerForm
        fillIn={fillIn}
        page={page}
        language="nl"
        base={base}
        changed={changedItems(request.query)}
        values={values}
        errors={errors}
      />
    </Page>,
  );
}

async function answer(opened: Opened): Promise<unknown> {
  const { request, reply, filler, fillIn, page, base } = opened;
  if (!page) throw new NotFound();
  const posted = (request.body ?? {}) as Readonly<Record<string, unknown>>;
  const read = readPage(page, posted);
  if (read.code === "out-of-range")
    return showQuestions(
      { ...opened, reply: reply.code(422) },
      Object.fromEntries(page.questions.map(({ item }) => [item, chosen(posted[item])])),
      Object.fromEntries(read.items.map((item) => [item, answerTexts.nl.outOfRange])),
    );
  const kept = await keepPage(filler, page, read.answers, shownAt(posted, fillIn));
  const research = `/gezinnen/${filler.trajectoryId}/onderzoek`;
  if (kept.state === "gone")
    return goTo(reply, {
      to: research,
      notice: { tone: "late", text: "De vragenlijst is intussen gesloten. De laatste bladzijde is niet bewaard." },
    });
  if (page.number < page.of)
    return goTo(reply, { to: `${base}/${page.number + 1}${kept.changed?.length ? `?ook=${kept.changed.join(",")}` : ""}` });
  await endFillIn(filler, "answered");
  return goTo(reply, { to: research, notice: { text: "De antwoorden zijn bewaard. Niemand van de zorg ziet ze terug." } });
}
