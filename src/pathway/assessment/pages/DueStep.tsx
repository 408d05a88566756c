import { LinkButton } from "../../../design/LinkButton.tsx";
import { Stack } from "../../../design/Stack.tsx";
import type { Day } from "../../../kit/day.ts";
import { stepNames } from "../assessment.texts.ts";
import type { RouteStepNow } from "../server/readRoute.ts";
import { stepLinks } from "./stepLinks.ts";
import { StepTerm } from "./StepTerm.tsx";

/** A step whose turn it is, on top of the family page. */
export function DueStep({ trajectoryId, step, today }: { trajectoryId: string; step: RouteStepNow; today: Day }) {
  const link = stepLinks[step.step];
  return (
    <Stack>
      <p>
        <b>{stepNames[step.step].open}.</b> <StepTerm step={step} today={today} />
      </p>
      <p>
        <LinkButton
          href={link ? link.href(trajectoryId) : "#route"}
          label={link ? undefined : `Naar de stap: ${stepNames[step.step].title}`}
        >
          {link?.label ?? "Naar de stap"}
        </LinkButton>
      </p>
    </Stack>
  );
}
