import { renderPdf } from "../../../platform/pdf/renderPdf.ts";
import type { Letter } from "../letter.ts";

const template = import.meta.resolve("../letter.typ");

/**
 * The letter as a tagged PDF (PDF/UA-1), for a window envelope. Who calls it writes the trail; the file's name holds no name.
 * @throws PdfError with code `script-not-in-fonts` when her name is in a script that no font has
 */
export function printLetter({ title, author, language, date, ...data }: Letter): Promise<Uint8Array> {
  const returnLine = `${data.sender.organisation}, ${data.sender.returnAddress}`;
  return renderPdf(template, {
    document: { title, author, language, date },
    data: { ...data, title, sender: { ...data.sender, returnLine } },
  });
}
