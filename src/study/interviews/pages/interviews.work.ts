import type { WorkKinds } from "../../../pathway/trajectory/workKind.ts";
import { keeperAddress, ownInvitationAddress } from "./address.ts";

/** The words of the work that interviews bring: put and taken away by the database, and without a word of what they are about. */
export const interviewWork: WorkKinds = {
  "study-interview": {
    title: () => "Uitnodiging van de onderzoekers",
    reason: () => "U bent door loting gevraagd voor een gesprek. U mag nee zeggen.",
    about: "Onderzoek",
    action: "Bekijken",
    href: ({ subjectId }) => `${ownInvitationAddress}/${subjectId}`,
  },
  "study-interview-family": {
    title: () => "Iemand uitnodigen voor een gesprek",
    reason: () => "Gevraagd door de onderzoeksdesk. De desk weet niet wie het is.",
    about: "Onderzoek",
    action: "Bekijken",
    href: () => keeperAddress,
  },
};
