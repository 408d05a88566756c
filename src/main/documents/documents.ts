import path from "node:path";
import { projectRoot } from "../../platform/projectRoot.ts";
import { accessPage } from "./accessPage.ts";
import { dictionaryPage } from "./dictionary.store.ts";

/** Every document that is made from the product itself: its file and its text. */
export async function documents(ownerUrl: string): Promise<readonly { file: string; text: string }[]> {
  return [
    { file: path.join(projectRoot, "docs", "access.md"), text: accessPage() },
    { file: path.join(projectRoot, "docs", "data-dictionary.md"), text: await dictionaryPage(ownerUrl) },
  ];
}
