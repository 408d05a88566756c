import { ActionForm } from "../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { stepNames, stepReasons, stepWords } from "../assessment.texts.ts";
import { refusableSteps, reportedSteps } from "../rules/whoReports.ts";
import { stepLinks } from "./stepLinks.ts";
import type { RouteStepNow } from "../server/readRoute.ts";

/** Why a step is there, and what can be done about it now. */
export function StepActions({ trajectoryId, step, mayWrite }: { trajectoryId: string; step: RouteStepNow; mayWrite: boolean }) {
  const at = `/gezinnen/${trajectoryId}`;
  const { title } = stepNames[step.step];
  if (step.state === "done") return null;
  if (step.state === "declined")
    return (
      <>
        {step.reason && <p>“{step.reason}”</p>}
        {mayWrite && (
          <ActionForm
            action={`${at}/route/${stepWords[step.step]}/toch`}
            variant="quiet"
            button="Toch gewenst"
            label={`Toch gewenst: ${title}`}
          />
        )}
      </>
    );
  const link = stepLinks[step.step];
  const turn = step.state !== "later";
  return (
    <>
      <p>{stepReasons[step.step]}</p>
      {mayWrite && turn && (
        <ButtonRow>
          {link && <LinkButton href={link.href(trajectoryId)}>{link.label}</LinkButton>}
          {reportedSteps.includes(step.step) && (
            <ActionForm
              action={`${at}/route/${stepWords[step.step]}/gedaan`}
              button={step.step === "conference" ? "Besproken" : "Gestart"}
              label={`${step.step === "conference" ? "Besproken" : "Gestart"}: ${title}`}
            />
          )}
          {refusableSteps.includes(step.step) && (
            <LinkButton href={`${at}/route/${stepWords[step.step]}/geweigerd`} variant="quiet" label={`Gezin wil dit niet: ${title}`}>
              Gezin wil dit niet
            </LinkButton>
          )}
        </ButtonRow>
      )}
    </>
  );
}
