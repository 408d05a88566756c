import { ActionForm } from "../../../design/ActionForm.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Checkbox } from "../../../design/Checkbox.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import { DateField } from "../../../design/DateField.tsx";
import { EmptyState } from "../../../design/EmptyState.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Facts } from "../../../design/Facts.tsx";
import { Fieldset } from "../../../design/Fieldset.tsx";
import { Form } from "../../../design/Form.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { Select } from "../../../design/Select.tsx";
import { Stack } from "../../../design/Stack.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { formatDay, formatShortDay } from "../../../kit/day.ts";
import { talkTopics, wishes, type Talk } from "../interconception.ts";
import { talkKindNames, topicNames, wishNames } from "../interconception.texts.ts";
import type { TalksData } from "../server/readTalks.ts";

type Props = Readonly<{ data: TalksData; organisationId: string; mayWrite: boolean }>;

/** The conversations about a wish for a (next) child on one line. */
export function TalksPage({ data: { line, heading, talks, kind }, organisationId, mayWrite }: Props) {
  const add =
    mayWrite && kind !== null ? <LinkButton href={`/gezinnen/${line.id}/kinderwens/nieuw`}>Gesprek vastleggen</LinkButton> : undefined;
  return (
    <Page title="Kinderwens" sub={heading} width="normal" back={{ href: `/gezinnen/${line.id}`, label: "Gezin" }} actions={add}>
      <Stack>
        {talks.length === 0 && (
          <Card>
            <EmptyState title="Nog geen gesprek" action={add}>
              Over de wens voor een (volgend) kind, en wat goed is om te weten voor een volgende zwangerschap.
            </EmptyState>
          </Card>
        )}
        {talks.map((talk) => (
          <Card key={talk.id} title={formatDay(talk.heldOn)} tag={<Tag tone="info">{talkKindNames[talk.kind]}</Tag>}>
            <TalkFacts talk={talk} />
            {mayWrite && talk.organisationId === organisationId && line.state === "open" && (
              <ActionForm
                action={`/gezinnen/${line.id}/kinderwens/${talk.id}/terug`}
                hidden={{ version: talk.version }}
                button="Dit klopt niet"
                variant="quiet"
                confirm="Dit gesprek telt dan niet meer. Een signaal blijft staan; dat trekt u in bij de signalen."
                confirmButton="Terugnemen"
              />
            )}
          </Card>
        ))}
        {talks.some(({ wish }) => wish === "none" || wish === "later") && mayWrite && (
          <ButtonRow>
            <LinkButton href={`/gezinnen/${line.id}/steun?thema=wish_for_children`}>Steun zoeken, zoals Nu Niet Zwanger</LinkButton>
          </ButtonRow>
        )}
      </Stack>
    </Page>
  );
}

export function TalkFacts({ talk }: Readonly<{ talk: Talk }>) {
  return (
    <Facts
      facts={[
        talk.wish === null ? null : { label: "Wens", value: wishNames[talk.wish] },
        talk.topics.length === 0 ? null : { label: "Besproken", value: talk.topics.map((topic) => topicNames[topic]).join(", ") },
        talk.risks === null ? null : { label: "Goed om te weten", value: talk.risks },
        talk.advice === null ? null : { label: "Advies en afspraken", value: talk.advice },
        talk.followedBy === null
          ? null
          : { label: "Wie volgt", value: `${talk.followedBy}${talk.followOn === null ? "" : `, op ${formatDay(talk.followOn)}`}` },
        { label: "Vastgelegd door", value: `${talk.by}${talk.withPartner ? "; de partner was erbij" : ""}` },
      ]}
    />
  );
}

/** One conversation, in one column. */
export function TalkForm({ data, values, errors }: Readonly<{ data: TalksData; values: Values; errors: Errors }>) {
  const { line, today, kind, people } = data;
  const after = kind === "interconception";
  return (
    <Page
      title={after ? "Na de kraamtijd" : "Gesprek over kinderwens"}
      sub={data.heading}
      width="narrow"
      back={{ href: `/gezinnen/${line.id}`, label: "Gezin" }}
      errors={errors}
    >
      <Form
        action={`/gezinnen/${line.id}/kinderwens/nieuw`}
        values={Object.keys(values).length === 0 ? { heldOn: formatShortDay(today) } : values}
        errors={errors}
        draft={`kinderwens-${line.id}`}
      >
        <DateField name="heldOn" label="Wanneer was het gesprek?" />
        <Checkbox name="withPartner" label="De partner was erbij" />
        <RadioGroup
          name="wish"
          label={after ? "Is er een wens voor een volgend kind?" : "Wat is de wens?"}
          optional
          options={choicesOf(wishes, wishNames)}
        />
        <CheckboxGroup name="topics" label="Wat besprak u?" columns options={choicesOf(talkTopics, topicNames)} />
        <TextArea
          name="risks"
          label={after ? "Wat is goed om te weten voor een volgende zwangerschap?" : "Wat is goed om te weten?"}
          optional
          rows={3}
          maxLength={2000}
          hint="Zoals hoge bloeddruk, een snelle bevalling, somberheid na de bevalling. Het gezin mag dit lezen."
        />
        <TextArea name="advice" label="Wat adviseerde of sprak u af?" optional rows={3} maxLength={2000} />
        <Fieldset legend="Wie volgt het gezin?" hint="Zij krijgt het op die dag op haar lijst.">
          <Select
            name="followedBy"
            label="Wie"
            empty="Niemand"
            optional
            options={people.map(({ membershipId, name, organisation }) => ({ value: membershipId, label: `${name}, ${organisation}` }))}
          />
          <DateField name="followOn" label="Terugkomen op" optional />
        </Fieldset>
        <ButtonRow>
          <Button>Vastleggen</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
