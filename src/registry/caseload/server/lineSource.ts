import { createHash } from "node:crypto";
import { fold } from "../../../kit/foldText.ts";
import type { CaseloadLine } from "../caseload.ts";
import { nameOf } from "../rules/differences.ts";
import type { FileFamily } from "../takeOver.ts";

/** By what the same line is known when the file is offered again: the client number, or else a digest of who and when. */
export interface LineSource {
  readonly reference: string;
  /** The client number as it is kept with the line; null where it says nothing or is someone else's. */
  readonly clientNumber: string | null;
  /** Of all that the file says. */
  readonly digest: string;
  /** Of a line with doubts, as it stands in the file; null where there was nothing to answer. */
  readonly answered: string | null;
}

const sha256 = (text: string): Buffer => createHash("sha256").update(text).digest();

/** `numberOfAnother`: the uploader said that this number belongs to another family too, so it can't tell them apart. */
export function sourceOf(
  record: CaseloadLine,
  file: FileFamily,
  { numberOfAnother, cells }: { numberOfAnother: boolean; cells: readonly string[] | null },
): LineSource {
  const clientNumber = numberOfAnother ? null : record.clientNumber;
  const who = [fold(nameOf(file)), file.birthDate, file.dueDate].join("|");
  return {
    reference: clientNumber ?? `~${sha256(who).toString("base64url")}`,
    clientNumber,
    digest: sha256(JSON.stringify(file)).toString("hex"),
    answered: cells && sha256(JSON.stringify(cells)).toString("hex"),
  };
}
