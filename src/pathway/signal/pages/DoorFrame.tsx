import { Fragment, type ReactNode } from "react";
import type { Errors } from "../../../design/Errors.ts";
import { PublicPage } from "../../../design/PublicPage.tsx";
import { doorSteps, doorways, stepAddress, type DoorStep } from "../frontDoor.ts";
import { doorTexts, languageNames } from "../frontDoor.texts.ts";
import type { DoorLanguage } from "../helpRequest.ts";

type Props = Readonly<{ language: DoorLanguage; heading: string; step?: DoorStep; sub?: ReactNode; errors?: Errors; children?: ReactNode }>;

/** Every screen of the front door: who to call in danger, and the way out, always in view. The title in her history says nothing. */
export function DoorFrame({ language, heading, step, sub, errors, children }: Props) {
  const texts = doorTexts[language];
  const progress = step === undefined ? undefined : texts.progress(step, doorSteps.length);
  return (
    <PublicPage
      title={progress ?? "Wieg"}
      above={progress}
      heading={heading}
      sub={sub}
      leaveTo={doorways[language].leave}
      errors={errors}
      footer={
        <>
          <p>
            {texts.danger.now} <Call number="112" />. {texts.danger.notSafe} <Call number="0800 2000" /> {texts.danger.free}
          </p>
          <p>{texts.leaveAlone}</p>
        </>
      }
    >
      {children}
      {step !== undefined && (
        <p className="wieg-hint">
          {texts.otherLanguage}{" "}
          {(["nl", "en"] as const)
            .filter((other) => other !== language)
            .map((other) => (
              <Fragment key={other}>
                <a href={stepAddress(other, step)} lang={other} hrefLang={other}>
                  {languageNames[other]}
                </a>{" "}
              </Fragment>
            ))}
        </p>
      )}
    </PublicPage>
  );
}

/** A number that a phone calls at one press. */
export const Call = ({ number }: { number: string }) => (
  <a href={`tel:${number.replace(/[^\d+]/g, "")}`}>
    <b>{number}</b>
  </a>
);
