import type { Actor } from "../../../platform/db/actor.ts";
import { file } from "../../../trust/access/route.ts";
import { printSteering, sharedReport, steeringReport } from "../documents/steeringPaper.ts";
import { sharedSheet, steeringSheet } from "../documents/spreadsheet.ts";
import { readPublicFigures } from "../server/readPublicFigures.ts";
import { readSteering } from "../server/readSteering.ts";
import { steeringAddress } from "./address.ts";
import { publicFiguresAddress } from "./PublicFiguresPage.tsx";
import { chosenOf } from "./queries.ts";

const madeBy = ({ name, organisation }: Actor): string => `${name}, ${organisation}`;
const csv = "text/csv; charset=utf-8";

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
  file(`${steeringAddress}/cijfers.csv`, {
    may: "steering",
    trail: "steering.report-made",
    load: async (actor, _params, query) => {
      const steering = await readSteering(actor, chosenOf(query), "steering.report-made");
      return steering && { name: `sturing-${steering.programme.code}-${steering.month}.csv`, type: csv, body: steeringSheet(steering) };
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
  file(`${publicFiguresAddress}/delen.csv`, {
    may: "signed-in",
    trail: "steering.figures-read",
    load: async (actor, _params, query) => {
      const data = await readPublicFigures(actor, chosenOf(query));
      return data && { name: `cijfers-${data.programme.code}-${data.shown?.month ?? "leeg"}.csv`, type: csv, body: sharedSheet(data) };
    },
  }),
];
