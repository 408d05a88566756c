import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { Select } from "../../../design/Select.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { elsewhere, stepAddress, type DoorStep, type DraftAnswers } from "../frontDoor.ts";
import { doorTexts, type DoorTexts } from "../frontDoor.texts.ts";
import { helpChannels, helpTopics, safeMoments, type DoorLanguage } from "../helpRequest.ts";
import { longest } from "../rules/readAnswer.ts";
import type { Municipality } from "../server/frontDoor.store.ts";
import { DoorFrame } from "./DoorFrame.tsx";

export interface DoorStepView {
  readonly language: DoorLanguage;
  readonly step: DoorStep;
  readonly answers: DraftAnswers;
  readonly municipalities: readonly Municipality[];
  /** What was typed and is not right yet. */
  readonly values?: Values;
  readonly errors?: Errors;
}

/** One question a screen [screens.md]. What she answered before stands in it, also after going back. */
export function DoorStepPage(view: DoorStepView) {
  const { language, step, answers, errors = {} } = view;
  const texts = doorTexts[language];
  const self = answers.channel === "self";
  const head = { 1: texts.where, 2: texts.what, 3: texts.tell, 4: texts.reach, 5: texts.when }[step];
  const heading = step === 5 && self ? texts.when.headingSelf : head.heading;
  return (
    <DoorFrame language={language} step={step} heading={heading} sub={step === 5 && self ? texts.when.subSelf : head.sub} errors={errors}>
      {step === 1 && <p>{texts.where.intro}</p>}
      <Form action={stepAddress(language, step)} values={view.values ?? valuesOf(answers)} errors={errors}>
        <Question {...view} texts={texts} />
        <Trap label={texts.empty} />
        <ButtonRow>
          <Button>{step === 5 ? texts.send : texts.next}</Button>
          {step > 1 && <a href={stepAddress(language, (step - 1) as DoorStep)}>{texts.back}</a>}
        </ButtonRow>
      </Form>
    </DoorFrame>
  );
}

function Question({ step, municipalities, answers, texts }: DoorStepView & { texts: DoorTexts }) {
  switch (step) {
    case 1:
      return (
        <>
          <TextField
            name="postcode"
            label={texts.where.postcode}
            hint={texts.where.postcodeHint}
            width="short"
            maxLength={10}
            autoComplete="off"
          />
          <Select
            name="municipality"
            label={texts.where.municipality}
            empty={texts.where.choose}
            options={[
              ...municipalities.map(({ code, name }) => ({ value: code, label: name })),
              { value: elsewhere, label: texts.where.elsewhere },
            ]}
          />
        </>
      );
    case 2:
      return (
        <CheckboxGroup
          name="topics"
          label={texts.what.label}
          options={helpTopics.map((topic) => ({ value: topic, label: texts.what.topics[topic] }))}
        />
      );
    case 3:
      return (
        <>
          <TextArea name="words" label={texts.tell.words} hint={texts.tell.wordsHint} optional rows={6} maxLength={longest.words} />
          <TextField name="givenName" label={texts.tell.name} hint={texts.tell.nameHint} optional width="medium" maxLength={longest.name} />
        </>
      );
    case 4:
      return <Ways texts={texts.reach} />;
    case 5:
      return answers.channel === "self" ? <p>{texts.when.who}</p> : <Moments texts={texts.when} />;
  }
}

function Ways({ texts }: { texts: DoorTexts["reach"] }) {
  return (
    <>
      <RadioGroup
        name="channel"
        label={texts.label}
        options={helpChannels.map((channel) => ({ value: channel, ...texts.channels[channel] }))}
      />
      <TextField name="contact" label={texts.contact} hint={texts.contactHint} width="medium" maxLength={longest.contact} />
      <TextField name="speaks" label={texts.speaks} hint={texts.speaksHint} optional width="medium" maxLength={longest.speaks} />
    </>
  );
}

function Moments({ texts }: { texts: DoorTexts["when"] }) {
  return (
    <>
      <CheckboxGroup
        name="safeMoments"
        label={texts.label}
        options={safeMoments.map((moment) => ({ value: moment, label: texts.moments[moment] }))}
      />
      <TextField name="momentWords" label={texts.words} hint={texts.wordsHint} optional maxLength={longest.moments} />
      <RadioGroup
        name="othersMayAnswer"
        label={texts.others}
        hint={texts.othersHint}
        options={[
          { value: "no", label: texts.no },
          { value: "yes", label: texts.yes },
        ]}
      />
      <p>{texts.who}</p>
    </>
  );
}

/** A field that people do not see and programs fill in. */
const Trap = ({ label }: { label: string }) => (
  <div className="ams-visually-hidden" aria-hidden="true">
    <label>
      {label}
      <input type="text" name="remark2" tabIndex={-1} autoComplete="off" defaultValue="" />
    </label>
  </div>
);

const valuesOf = (answers: DraftAnswers): Values => ({
  ...answers,
  othersMayAnswer: answers.othersMayAnswer === undefined ? undefined : answers.othersMayAnswer ? "yes" : "no",
});
