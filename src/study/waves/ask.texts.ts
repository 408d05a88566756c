import { partsOfWave, type AskState, type Told } from "./ask.ts";

export const sayState: Readonly<Record<AskState, string>> = {
  planned: "gepland",
  open: "open",
  answered: "beantwoord",
  declined: "niet gewild",
  expired: "verlopen",
  stopped: "gestopt",
};

export const sayTold: Readonly<Record<Told, string>> = {
  mail: "per e-mail",
  no_address: "geen veilig e-mailadres",
  paper: "op papier",
  help: "met hulp van een professional",
  no_text: "geen gevalideerde tekst in haar taal",
};

/** "deelstudie 1 T0" */
export function sayWave(name: string): string {
  const { study, wave } = partsOfWave(name);
  return `${study.replace("study_", "deelstudie ")} ${wave}`;
}
