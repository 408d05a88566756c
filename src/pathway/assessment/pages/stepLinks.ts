import type { RouteStep } from "../assessment.ts";

interface StepLink {
  readonly label: string;
  href(trajectoryId: string): string;
}

/** Where a step is done, for those that have a page of their own. */
export const stepLinks: Readonly<Partial<Record<RouteStep, StepLink>>> = {
  ask_home_visit: { label: "Huisbezoek aanvragen", href: (id) => `/gezinnen/${id}/huisbezoeken/nieuw` },
  case_lead: { label: "Regie overdragen", href: (id) => `/gezinnen/${id}/regie` },
  reassess: { label: "Opnieuw inschatten", href: (id) => `/gezinnen/${id}/inschatting` },
  conference: { label: "Naar de lijst van het overleg", href: () => "/overleggen" },
};
