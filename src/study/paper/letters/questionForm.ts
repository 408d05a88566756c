import type { Day } from "../../../kit/day.ts";
import { renderPdf } from "../../../platform/pdf/renderPdf.ts";
import type { AnswerPage } from "../../answers/answers.ts";
import { sayFormCode } from "../../waves/server/door.ts";

const template = import.meta.resolve("./questionForm.typ");

/** A list to answer on paper (PDF/UA). The letter with her address is made by the key keeper: this page knows nobody. */
export function writeQuestionForm(form: { code: string; today: Day; pages: readonly AnswerPage[] }): Promise<Uint8Array> {
  const number = sayFormCode(form.code);
  return renderPdf(template, {
    document: { title: `Vragenlijst ${number}`, author: "Wieg", language: "nl", date: form.today },
    data: {
      title: "Vragen voor u",
      number: `Formulier ${number}`,
      page: "Pagina",
      opening: [
        "Zet bij elke vraag een kruis bij één antwoord. Er zijn geen goede of foute antwoorden. Wilt u een vraag niet beantwoorden, sla haar dan over.",
        "Schrijf uw naam niet op dit formulier. Stuur het terug in de envelop. U mag ook stoppen: stuur het dan leeg terug, of niet. Aan uw zorg verandert niets.",
      ],
      sections: form.pages.flatMap((page) =>
        page.questions.map(({ number: nth, text, options }, at) => ({
          heading: at === 0 ? page.introduction : `Vraag ${nth}`,
          blocks: [
            { kind: "paragraph", text: `${nth}. ${text}` },
            { kind: "choice", options: options.map(({ label }) => label) },
          ],
        })),
      ),
    },
  });
}
