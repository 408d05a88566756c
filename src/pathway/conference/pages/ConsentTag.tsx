import { Tag } from "../../../design/Tag.tsx";
import type { WaitingCase } from "../conference.ts";
import { consentWords } from "../conference.texts.ts";

/** Whether the family allows it; where nobody asked, the link to do so. */
export function ConsentTag({ one: { consent, trajectoryId, family } }: { one: WaitingCase }) {
  const tone = consent === "given" ? "ok" : consent === "refused" ? "plain" : "soon";
  return (
    <>
      <Tag tone={tone}>{consentWords[consent]}</Tag>
      {consent === "not_asked" && family !== null && (
        <>
          {" "}
          <a href={`/gezinnen/${trajectoryId}/toestemming`}>Vragen</a>
        </>
      )}
    </>
  );
}
