import { ActionForm } from "../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import type { RouteStep } from "../assessment.ts";
import { stepNames, stepReasons, stepWords } from "../assessment.texts.ts";
import { refusableSteps, reportedSteps } from "../rules/whoReports.ts";
import type { RouteStepNow } from "../server/readRoute.ts";

const links: Readonly<Partial<Record<RouteStep, { readonly to: string; readonly label: string }>>> = {
  ask_home_visit: { to: "/huisbezoeken/nieuw", label: "Huisbezoek aanvragen" },
  case_lead: { to: "/regie", label: "Regie overdragen" },
  reassess: { to: "/inschatting", label: "Opnieuw inschatten" },
};

/** Why a step is there, and what can be done about it now. */
export function StepActions({ trajectoryId, step, mayWrite }: { trajectoryId: string; step: RouteStepNow; mayWrite: boolean }) {
  const at = `/gezinnen/${trajectoryId}`;
  const { title } = stepNames[step.step];
  if (step.state === "done") return null;
  if (step.state === "declined")
    return (
      <>
        {step.reason && <p>“{step.reason}”</p>}
        {mayWrite && <ActionForm action={`${at}/route/${stepWords[step.step]}/toch`} variant="quiet" button="Toch gewenst" label={`Toch gewenst: ${title}`} />}
      </>
    );
  const link = links[step.step];
  const turn = step.state !== "later";
  return (
    <>
      <p>{stepReasons[step.step]}</p>
      {mayWrite && turn && (
        <ButtonRow>
          {link && <LinkButton href={`${at}${link.to}`}>{link.label}</LinkButton>}
          {step.step === "conference" && <LinkButton href="/overleggen">Naar de lijst van het overleg</LinkButton>}
          {reportedSteps.includes(step.step) && <ActionForm action={`${at}/route/${stepWords[step.step]}/gedaan`} button={step.step === "conference" ? "Besproken" : "Gestart"} label={`${step.step === "conference" ? "Besproken" : "Gestart"}: ${title}`} />}
          {refusableSteps.includes(step.step) && <LinkButton href={`${at}/route/${stepWords[step.step]}/geweigerd`} variant="quiet" label={`Gezin wil dit niet: ${title}`}>Gezin wil dit niet</LinkButton>}
        </ButtonRow>
      )}
    </>
  );
}
