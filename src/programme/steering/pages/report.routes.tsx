import type { Actor } from "../../../platform/db/actor.ts";
import { file } from "../../../trust/access/route.ts";
import { printSteering, sharedReport, sharedWorkbook, steeringReport, steeringWorkbook } from "../documents/steeringPaper.ts";
import { workbookType } from "../documents/workbook.ts";
import { readPublicFigures } from "../server/readPublicFigures.ts";
import { readSteering } from "../server/readSteering.ts";
import { steeringAddress } from "./address.ts";
import { publicFiguresAddress } from "./PublicFiguresPage.tsx";
import { chosenOf } from "./queries.ts";

const madeBy = ({ name, organisation }: Actor): string => `${name}, ${organisation}`;

/** The monthly report and the figures to share, on paper and as a spreadsheet. What they hold is what their page holds. */
export const reportRoutes = [
  file(`${steeringAddress}/verslag.pdf`, {
    may: "steering",
    trail: "steering.report-made",
    load: async (actor, _params, query) => {
      const steering = await readSteering(actor, chosenOf(query), "steering.report-made");
      if (!steering) return null;
      const body = await printSteering(steeringReport(steering, madeBy(actor)), actor.organisation, steering.today);
      return { name: `sturing-${steering.programme.code}-${steering.month}.pdf`, type: "application/pdf", body };
    },
  }),
  file(`${steeringAddress}/cijfers.xlsx`, {
    may: "steering",
    trail: "steering.report-made",
    load: async (actor, _params, query) => {
      const steering = await readSteering(actor, chosenOf(query), "steering.report-made");
      if (!steering) return null;
      const body = await steeringWorkbook(steering, madeBy(actor));
      return { name: `sturing-${steering.programme.code}-${steering.month}.xlsx`, type: workbookType, body };
    },
  }),
  file(`${publicFiguresAddress}/delen.pdf`, {
    may: "signed-in",
    trail: "steering.figures-read",
    load: async (actor, _params, query) => {
      const data = await readPublicFigures(actor, chosenOf(query));
      if (!data) return null;
      const body = await printSteering(sharedReport(data, madeBy(actor)), actor.organisation, data.today);
      return { name: `cijfers-${data.programme.code}-${data.shown?.month ?? "leeg"}.pdf`, type: "application/pdf", body };
    },
  }),
  file(`${publicFiguresAddress}/delen.xlsx`, {
    may: "signed-in",
    trail: "steering.figures-read",
    load: async (actor, _params, query) => {
      const data = await readPublicFigures(actor, chosenOf(query));
      if (!data) return null;
      const body = await sharedWorkbook(data, madeBy(actor));
      return { name: `cijfers-${data.programme.code}-${data.shown?.month ?? "leeg"}.xlsx`, type: workbookType, body };
    },
  }),
];
