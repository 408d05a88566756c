import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { formatShortDay } from "../../../kit/day.ts";
import { momentNames, momentReasons } from "../handover.texts.ts";
import type { BeginData } from "../server/readHandover.ts";
import { receiverValue } from "./handoverFields.ts";
import { ReceiverField } from "./ReceiverField.tsx";

type Props = Readonly<{ data: BeginData; values: Values; errors: Errors }>;

/** The beginning of a handover: who receives it, and by when. What it tells is drawn from the plan. */
export function BeginPage({ data: { line, family, moment, dueOn, receivers }, values, errors }: Props) {
  const home = `/gezinnen/${line.id}/overdrachten`;
  const involved = receivers.filter((one) => one.involved);
  const known: Values = {
    ...(dueOn === null ? {} : { momentOn: formatShortDay(dueOn) }),
    ...(involved.length === 1 && involved[0] ? { receiver: receiverValue(involved[0]) } : {}),
  };
  return (
    <Page title={momentNames[moment]} width="narrow" sub={family} back={{ href: home, label: "Overdrachten" }} errors={errors}>
      <p>{momentReasons[moment]}</p>
      <Form action={`${home}/nieuw?soort=${moment}`} errors={errors} values={{ ...known, ...values }}>
        <HiddenField name="moment" value={moment} />
        <ReceiverField receivers={receivers} />
        <DateField name="momentOn" label="Uiterlijk gehouden op" />
        <p className="wieg-note">Wieg zet klaar wat al in het plan staat. U leest het na, vult aan en tekent daarna pas.</p>
        <ButtonRow>
          <Button>Verder</Button>
          {moment !== "other" && (
            <LinkButton href={`${home}/niet-nodig?soort=${moment}`} variant="quiet">
              Deze overdracht komt er niet
            </LinkButton>
          )}
        </ButtonRow>
      </Form>
    </Page>
  );
}
