import { renderPdf } from "../../platform/pdf/renderPdf.ts";
import type { InvitationLetter } from "./invitationLetter.ts";

const template = import.meta.resolve("./invitationLetter.typ");

/**
 * The letter as a tagged PDF (PDF/UA-1). Who calls it writes the trail; the file's name holds no name.
 * @throws PdfError with code `script-not-in-fonts` when a name is in a script that no font has
 */
export const printInvitationLetter = (letter: InvitationLetter): Promise<Uint8Array> =>
  renderPdf(template, {
    document: { title: letter.title, author: letter.author, language: letter.language, date: letter.date },
    data: letter,
  });
