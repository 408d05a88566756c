import type { WorkKinds } from "../../../pathway/trajectory/workKind.ts";

/** What has to be learnt before someone works in pillar 2: before herself, and before who plans. */
export const trainingWork: WorkKinds = {
  "training-missing": {
    about: "Scholing",
    title: ({ count }) => (count === 1 ? "U mist nog een scholing" : `U mist nog ${count ?? "enkele"} scholingen`),
    reason: ({ modules }) => `${modules ?? ""}. Nodig voor flexibele kraamzorg (pijler 2).`,
    action: "Aanmelden",
    href: () => "/geboortezorg-flex/scholing",
  },
  "training-gaps": {
    about: "Scholing",
    title: ({ people }) => (people === 1 ? "Eén collega mist nog scholing" : `${people ?? "Enkele"} collega's missen nog scholing`),
    reason: () => "Zonder scholing kan een collega niet gepland worden in pijler 2, tenzij u zegt waarom.",
    action: "Bekijken",
    href: () => "/geboortezorg-flex/scholing#wie-mist",
  },
};
