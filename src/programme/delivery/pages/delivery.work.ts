import { formatDay } from "../../../kit/day.ts";
import type { WorkKinds } from "../../../pathway/trajectory/workKind.ts";

const because: Readonly<Record<string, { readonly title: string; readonly reason: string }>> = {
  loss: {
    title: "Kijk samen met het gezin hoe de zorg doorgaat",
    reason: "In dit gezin was een verlies. Er staat nog kraamzorg gepland. Wieg verandert daar niets aan.",
  },
  ended: { title: "Er staan nog bezoeken gepland", reason: "De lijn van dit gezin is afgesloten. Zeg af wat niet doorgaat." },
  moved: { title: "Gezin verhuisd: kloppen de bezoeken nog?", reason: "Er staan bezoeken gepland. Kijk naar het adres en de route." },
};

/** The words of the work that visits bring. */
export const deliveryWork: WorkKinds = {
  "visit-check-date": {
    title: () => "Klopt de dag van dit bezoek?",
    reason: ({ day }) =>
      `De klok van de telefoon liep anders. Het bezoek staat op ${typeof day === "string" ? formatDay(day) : "de dag van de telefoon"}.`,
    action: "Bekijken",
    href: ({ trajectoryId, subjectId }) => `/gezinnen/${trajectoryId ?? ""}/bezoeken/${subjectId}`,
  },
  "visits-look-again": {
    title: (facts) => because[String(facts["because"])]?.title ?? "Kloppen de bezoeken nog?",
    reason: (facts) => because[String(facts["because"])]?.reason ?? "",
    action: "Bekijken",
    href: ({ trajectoryId }) => `/gezinnen/${trajectoryId ?? ""}/kraamzorg#bezoeken`,
  },
};
