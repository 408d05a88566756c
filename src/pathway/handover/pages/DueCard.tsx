import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { formatDay, type Day } from "../../../kit/day.ts";
import type { DueHandover } from "../handover.ts";
import { momentNames, momentReasons } from "../handover.texts.ts";

type Props = Readonly<{ trajectoryId: string; due: DueHandover; today: Day }>;

/** A moment that is here: why, by when, and the press that begins it. */
export function DueCard({ trajectoryId, due: { moment, dueOn }, today }: Props) {
  const late = dueOn < today;
  return (
    <Card title={momentNames[moment]} tone={late ? "late" : "soon"}>
      <p>
        {momentReasons[moment]} {late ? "Dat had gehouden moeten zijn op" : "Uiterlijk"} {formatDay(dueOn)}.
      </p>
      <ButtonRow>
        <LinkButton href={`/gezinnen/${trajectoryId}/overdrachten/nieuw?soort=${moment}`} variant="primary">
          Voorbereiden
        </LinkButton>
        <LinkButton href={`/gezinnen/${trajectoryId}/overdrachten/niet-nodig?soort=${moment}`} variant="quiet">
          Komt er niet
        </LinkButton>
      </ButtonRow>
    </Card>
  );
}
