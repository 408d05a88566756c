import type { Shape } from "../dataset.ts";
import type { FileFormat } from "../datasetFile.ts";

export const dataAddress = "/onderzoek/gegevens";
export const versionAddress = (id: string): string => `${dataAddress}/versie/${id}`;
export const fileAddress = (id: string, shape: Shape, format: FileFormat, deidentified: boolean): string =>
  `${versionAddress(id)}/bestand?vorm=${shape}&soort=${format}${deidentified ? "&voor=anderen" : ""}`;
