import { z } from "zod";
import { done, refuse, type Done, type Refusal } from "../../../kit/refusal.ts";
import { pilotSettings } from "../pilot.ts";
import { programmeSettings } from "../programme.ts";
import {
  configureProgramme,
  listMaternityCare,
  listUnknownMunicipalities,
  readVersions,
  type AsOwner,
} from "./configureProgramme.store.ts";

/** What a file with a programme holds. */
const programmeFile = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]+$/, "small letters, digits and hyphens"),
  name: z.string().min(1),
  startsOn: z.iso.date(),
  settings: programmeSettings,
});
export type ProgrammeFile = z.infer<typeof programmeFile>;

type FileRefusal = Refusal<
  "not-json" | "unreadable" | "unknown-organisation" | "unknown-municipalities" | "day-taken" | "not-after-latest"
>;

/**
 * Gives a programme its first or next version, from the text of a JSON file; changes nothing that was decided. The file must be whole and right:
 * every fault in it is named by its place (`settings.pillars.2: ...`).
 */
export async function configureFromFile(asOwner: AsOwner, text: string): Promise<Done<{ name: string; startsOn: string }> | FileRefusal> {
  const json = parseJson(text);
  if (json === undefined) return refuse("not-json");
  const read = programmeFile.safeParse(json);
  if (!read.success) return refuse("unreadable", { faults: sayFaults(read.error) });
  const { code, name, startsOn, settings } = read.data;
  const unknown = await listUnknownMunicipalities(asOwner, settings.area.municipalities);
  if (unknown.length > 0) return refuse("unknown-municipalities", { codes: unknown.join(", ") });
  const maternityCare = await listMaternityCare(asOwner);
  if (!maternityCare.some(({ id }) => id === settings.maternityCare.organisationId))
    return refuse("unknown-organisation", { known: maternityCare.map((one) => `${one.id} ${one.name}`).join("; ") });
  const versions = await readVersions(asOwner, code);
  if (versions.some((version) => version.startsOn === startsOn)) return refuse("day-taken", { startsOn });
  const latest = versions[0]?.startsOn ?? "";
  if (startsOn < latest) return refuse("not-after-latest", { latest });
  await configureProgramme(asOwner, { code, name, startsOn, settings });
  return done({ name, startsOn });
}

/** The latest version as a file; where there is none yet, the pilot Geboortezorg Flex as its plan has it, to be filled in. */
export async function writeProgrammeFile(asOwner: AsOwner, today: string): Promise<ProgrammeFile> {
  const code = "geboortezorg-flex";
  const [latest] = await readVersions(asOwner, code);
  if (latest) return { code, name: latest.name, startsOn: latest.startsOn, settings: programmeSettings.parse(latest.settings) };
  const [first] = await listMaternityCare(asOwner);
  const organisation = first
    ? { maternityCareOrganisationId: first.id, maternityCareName: first.name }
    : { maternityCareOrganisationId: nobody };
  return { code, name: "Geboortezorg Flex", startsOn: today, settings: pilotSettings(organisation) };
}

/** Stands for "fill in": it is no organisation, so that a file which keeps it is refused. */
const nobody = "00000000-0000-4000-8000-000000000000";

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const sayFaults = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`).join("\n");
