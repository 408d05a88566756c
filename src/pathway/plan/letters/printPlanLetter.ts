import { renderPdf } from "../../../platform/pdf/renderPdf.ts";
import type { PlanLetter } from "./planLetter.ts";

const template = import.meta.resolve("./planLetter.typ");

/**
 * The plan as a tagged PDF (PDF/UA-1). Who calls it writes the trail; the file's name holds no name.
 * @throws PdfError with code `script-not-in-fonts` when a name is in a script that no font has
 */
export const printPlanLetter = (letter: PlanLetter): Promise<Uint8Array> =>
  renderPdf(template, {
    document: { title: letter.title, author: letter.author, language: letter.language, date: letter.date },
    data: letter,
  });
