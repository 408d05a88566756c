import { Steps, type Step } from "../../../design/Steps.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { HomeVisit, VisitState } from "../homeVisit.ts";

const order = ["requested", "accepted", "scheduled", "held", "reported"] as const;
const titles: Readonly<Record<(typeof order)[number], string>> = {
  requested: "Gevraagd",
  accepted: "Aangenomen",
  scheduled: "Gepland",
  held: "Geweest",
  reported: "Verslag",
};
/** How many steps are behind us in each state. */
const reached: Readonly<Record<VisitState, number>> = {
  requested: 1,
  accepted: 2,
  no_show: 2,
  scheduled: 3,
  held: 4,
  reported: 5,
  declined: 1,
  cancelled: 1,
};

/** The visit as a path, with where it is now. */
export function VisitSteps({ visit }: Readonly<{ visit: HomeVisit }>) {
  const { state } = visit.status;
  const ended = state === "declined" || state === "cancelled";
  const steps = order.map((name, at): Step => {
    const when = whenOf(visit, name);
    return {
      title: titles[name],
      state: at < reached[state] ? "done" : at === reached[state] && !ended ? "now" : "later",
      ...(when === null ? {} : { when }),
    };
  });
  return <Steps label="Stappen van het huisbezoek" steps={steps} />;
}

function whenOf({ status, requestedOn, answerBy, visitBefore }: HomeVisit, step: (typeof order)[number]): string | null {
  if (step === "requested") return formatDay(requestedOn);
  if (step === "accepted")
    return status.state === "accepted"
      ? formatDay(status.acceptedOn)
      : status.state === "requested"
        ? `uiterlijk ${formatDay(answerBy)}`
        : null;
  if (step === "scheduled")
    return status.state === "scheduled"
      ? formatDay(status.on)
      : status.state === "accepted" || status.state === "no_show"
        ? `uiterlijk ${formatDay(visitBefore)}`
        : null;
  if (step === "held") return "heldOn" in status && status.heldOn !== null ? formatDay(status.heldOn) : null;
  return status.state === "reported" ? formatDay(status.reportedOn) : null;
}
