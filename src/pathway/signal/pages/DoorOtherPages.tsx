import { doorways } from "../frontDoor.ts";
import { doorTexts, type DoorTexts } from "../frontDoor.texts.ts";
import type { DoorLanguage } from "../helpRequest.ts";
import type { AtDoor } from "../server/frontDoor.ts";
import { Call, DoorFrame } from "./DoorFrame.tsx";

/** It arrived: her number, who answers, and until when. */
export function DoorSentPage({ language, sent }: { language: DoorLanguage; sent: Extract<AtDoor, { state: "sent" }> }) {
  const texts = doorTexts[language];
  return (
    <DoorFrame language={language} heading={texts.sent.heading}>
      <p>{sent.calls ? texts.sent.answerSelf(sent.organisation) : texts.sent.answer(sent.organisation, texts.day(sent.dueOn))}</p>
      <p>
        {texts.sent.number}: <b>{sent.reference}</b>
      </p>
      {sent.phone !== null && (
        <p>
          {texts.sent.call(sent.organisation)} <Call number={sent.phone} />
        </p>
      )}
      <p>{texts.sent.keep}</p>
      <p>{texts.sent.history}</p>
      <p>
        <a href={doorways[language].base}>{texts.sent.wantMore}</a>
      </p>
    </DoorFrame>
  );
}

/** The front door cannot help: what to do instead, with the numbers to call below it. */
export function DoorStopPage({ language, why }: { language: DoorLanguage; why: "gone" | "outside" | "busy" | "away" | "nowhere" }) {
  const texts: DoorTexts = doorTexts[language];
  return (
    <DoorFrame language={language} heading={texts[why].heading}>
      <p>{texts[why].text}</p>
      <p>
        <a href={doorways[language].base}>{texts.restart}</a>
      </p>
    </DoorFrame>
  );
}
