import { z } from "zod";
import type { Typed } from "../../../platform/http/request.ts";
import { action, file, page } from "../../../trust/access/route.ts";
import { fileFormats, shapes, type FileFormat } from "../datasetFile.ts";
import { sayFreezeRefusal } from "../dataset.texts.ts";
import type { Shape } from "../dataset.ts";
import { exportDataSet } from "../server/exportDataSet.ts";
import { freezeDataSet } from "../server/freezeDataSet.ts";
import { readPreview, readStudiesWithData, readVersion } from "../server/readData.ts";
import { dataAddress, versionAddress } from "./address.ts";
import { DataPage } from "./DataPage.tsx";
import { PreviewPage } from "./PreviewPage.tsx";
import { VersionPage } from "./VersionPage.tsx";

/** The data of the studies, for the research desk: how they are now, what was frozen, and the files of it. By pseudonym alone. */
export const datasetRoutes = [
  page(dataAddress, {
    may: "role:research_desk",
    trail: "study.dataset-read",
    load: (actor) => readStudiesWithData(actor),
    show: (studies) => <DataPage studies={studies} />,
  }),
  page(`${dataAddress}/:study`, {
    may: "role:research_desk",
    trail: "study.dataset-read",
    load: (actor, { study }) => readPreview(actor, study),
    show: (preview) => <PreviewPage preview={preview} />,
  }),
  action(`${dataAddress}/:study/vastleggen`, {
    may: "role:research_desk",
    trail: "study.dataset-frozen",
    body: z.object({}),
    run: (actor, { study }) => freezeDataSet(actor, study),
    done: ({ id, number }) => ({ to: versionAddress(id), notice: { text: `Versie ${number} is vastgelegd.` } }),
    refused: (refusal) => ({ to: dataAddress, notice: { tone: "late", text: sayFreezeRefusal(refusal.code) } }),
  }),
  page(`${dataAddress}/versie/:dataset`, {
    may: "role:research_desk",
    trail: "study.dataset-read",
    load: (actor, { dataset }) => readVersion(actor, dataset),
    show: (details) => <VersionPage details={details} />,
  }),
  file(`${dataAddress}/versie/:dataset/bestand`, {
    may: "role:research_desk",
    trail: "study.dataset-exported",
    load: async (actor, { dataset }, query) => {
      const chosen = chosenOf(query);
      if (!chosen) return null;
      const made = await exportDataSet(actor, { dataset, ...chosen });
      return made.code === "file" ? { name: made.name, type: types[chosen.format], body: made.body } : null;
    },
  }),
];

const types: Readonly<Record<FileFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  codebook: "text/csv; charset=utf-8",
  sav: "application/x-spss-sav",
  r: "text/plain; charset=utf-8",
};

function chosenOf(query: Typed): { shape: Shape; format: FileFormat; deidentified: boolean } | null {
  const shape = shapes.find((one) => one === query["vorm"]);
  const format = fileFormats.find((one) => one === query["soort"]);
  return shape && format ? { shape, format, deidentified: query["voor"] === "anderen" } : null;
}
