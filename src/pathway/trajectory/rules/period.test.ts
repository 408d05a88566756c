import assert from "node:assert/strict";
import { test } from "node:test";
import type { Line } from "../line.ts";
import { periodOf, secondBirthday } from "./period.ts";

const line = { state: "open", dueDate: null, bornOn: null, lossOn: null } as const;
type Dates = Partial<Pick<Line, "state" | "dueDate" | "bornOn" | "lossOn">>;

const cases: readonly (readonly [string, Dates, string, string])[] = [
  ["no due date yet: before a pregnancy", {}, "2026-11-22", "preconception"],
  ["a due date makes it a pregnancy", { dueDate: "2027-04-22" }, "2026-11-22", "pregnancy"],
  ["a child that is late is still a pregnancy", { dueDate: "2026-11-10" }, "2026-11-22", "pregnancy"],
  ["the day of birth is the first of the maternity period", { dueDate: "2026-11-22", bornOn: "2026-11-22" }, "2026-11-22", "postpartum"],
  ["the tenth day still belongs to it", { bornOn: "2026-11-13" }, "2026-11-22", "postpartum"],
  ["the eleventh does not", { bornOn: "2026-11-12" }, "2026-11-22", "infancy"],
  ["ten days stay ten days when the clock goes back", { bornOn: "2026-10-20" }, "2026-10-29", "postpartum"],
  ["and end as they should", { bornOn: "2026-10-20" }, "2026-10-30", "infancy"],
  ["ten days stay ten days when the clock goes forward", { bornOn: "2026-03-24" }, "2026-04-02", "postpartum"],
  ["and end as they should in spring", { bornOn: "2026-03-24" }, "2026-04-03", "infancy"],
  ["the day before the second birthday is the last", { bornOn: "2024-11-23" }, "2026-11-22", "infancy"],
  ["the second birthday ends the line", { bornOn: "2024-11-22" }, "2026-11-22", "ended"],
  ["born on 29 February: 28 February two years later is still infancy", { bornOn: "2024-02-29" }, "2026-02-28", "infancy"],
  ["born on 29 February: the line ends on 1 March", { bornOn: "2024-02-29" }, "2026-03-01", "ended"],
  ["born before it was due counts from the birth", { dueDate: "2027-01-10", bornOn: "2026-11-12" }, "2026-11-22", "infancy"],
  ["an ended line is ended, whatever its dates", { state: "ended", dueDate: "2027-04-22" }, "2026-11-22", "ended"],
  [
    "after the loss of a pregnancy care goes on as after a birth",
    { dueDate: "2027-04-22", lossOn: "2026-11-20" },
    "2026-11-22",
    "postpartum",
  ],
  ["and later", { dueDate: "2027-04-22", lossOn: "2026-11-02" }, "2026-11-22", "infancy"],
  ["after the loss of a child no birthday ends the line", { bornOn: "2024-06-01", lossOn: "2024-09-01" }, "2026-11-22", "infancy"],
];

for (const [sentence, dates, today, period] of cases) test(sentence, () => assert.equal(periodOf({ ...line, ...dates }, today), period));

test("a second birthday lies two years later", () => assert.equal(secondBirthday("2026-02-28"), "2028-02-28"));
