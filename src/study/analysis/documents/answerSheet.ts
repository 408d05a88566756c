import { toCsv } from "../../../kit/csv.ts";
import type { AnswerSection } from "./answer.ts";

/** The tables of an answer below each other, as a spreadsheet opens them: each with its name, numbers with a decimal comma. */
export const answerSheet = (title: string, sections: readonly AnswerSection[]): string =>
  toCsv([
    [title],
    ...sections.flatMap(({ heading, blocks }) =>
      blocks.flatMap((block) =>
        block.kind === "table"
          ? [[], [`${heading}: ${block.caption}`], block.header, ...block.rows.map((row) => row.map((cell) => cell.replace("−", "-")))]
          : [],
      ),
    ),
  ]);
