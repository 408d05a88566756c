import type { ReactElement } from "react";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { daysBetween, formatDay } from "../../../kit/day.ts";
import type { FamilyPageData } from "../server/readFamilyPage.ts";
import type { FamilyRights } from "./FamilyPage.tsx";

/** What the line itself asks of who looks. */
export function ownNow({ line, today }: FamilyPageData, rights: FamilyRights): readonly ReactElement[] {
  const late =
    line.dueDate !== null && line.bornOn === null && line.lossOn === null && line.state === "open" ? daysBetween(line.dueDate, today) : -1;
  if (late < 1 || !rights.write) return [];
  return [
    <div key="birth">
      <p>
        <b>Is het kind geboren?</b> De uitgerekende datum was {formatDay(line.dueDate ?? today)}.
      </p>
      <ButtonRow>
        <LinkButton href={`/gezinnen/${line.id}/geboorte`} variant="primary">
          Geboorte vastleggen
        </LinkButton>
        <LinkButton href={`/gezinnen/${line.id}/datum`}>De datum klopt niet</LinkButton>
      </ButtonRow>
    </div>,
  ];
}
