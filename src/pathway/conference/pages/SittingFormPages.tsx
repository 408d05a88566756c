import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { CheckboxGroup } from "../../../design/CheckboxGroup.tsx";
import { DateField } from "../../../design/DateField.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { Page } from "../../../design/Page.tsx";
import { Select } from "../../../design/Select.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { formatShortDay } from "../../../kit/day.ts";
import type { SeriesPageData } from "../server/keepSeries.ts";
import type { GuestForm, SittingPageData } from "../server/readSitting.ts";
import { roleWord, seatWords, whenOf } from "../sitting.texts.ts";

type State<Data> = Readonly<{ data: Data; values: Values; errors: Errors }>;

/** Day, time, place or link of a new sitting. */
export function PlanSittingPage({ data: { series }, values, errors }: State<SeriesPageData>) {
  const usual = { startsAt: "13:30", endsAt: "15:00", place: series.place ?? "", link: series.link ?? "" };
  return (
    <Page
      title="Bijeenkomst plannen"
      sub={series.name}
      width="narrow"
      back={{ href: `/overleggen/reeksen/${series.id}`, label: series.name }}
      errors={errors}
    >
      <Form action={`/overleggen/reeksen/${series.id}/bijeenkomst`} errors={errors} values={{ ...usual, ...values }}>
        <WhenAndWhereFields />
        <ButtonRow>
          <Button>Bijeenkomst plannen</Button>
        </ButtonRow>
        <p className="wieg-note">Iedereen aan tafel krijgt bericht, en een afspraak voor de eigen agenda.</p>
      </Form>
    </Page>
  );
}

/** Another day, time or place. */
export function MoveSittingPage({ data: { sitting }, values, errors }: State<SittingPageData>) {
  const { heldOn, startsAt, endsAt } = sitting;
  const now = { heldOn: formatShortDay(heldOn), startsAt, endsAt, place: sitting.place ?? "", link: sitting.link ?? "" };
  return (
    <Page
      title="Verplaatsen"
      heading="Bijeenkomst verplaatsen"
      sub={`${sitting.series}, ${whenOf(sitting)}`}
      width="narrow"
      back={backTo(sitting)}
      errors={errors}
    >
      <Form action={`/overleggen/zittingen/${sitting.id}/verplaatsen`} errors={errors} values={{ ...now, ...values }}>
        <HiddenField name="version" value={sitting.version} />
        <WhenAndWhereFields />
        <TextField name="told" label="Bericht aan wie aan tafel zit" optional maxLength={300} hint="Zonder namen van gezinnen." />
        <ButtonRow>
          <Button>Verplaatsen</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

function WhenAndWhereFields() {
  return (
    <>
      <DateField name="heldOn" label="Dag" />
      <TextField name="startsAt" label="Begint om" width="short" hint="Bijvoorbeeld 13:30" />
      <TextField name="endsAt" label="Duurt tot" width="short" />
      <TextField name="place" label="Plaats" optional maxLength={200} />
      <TextField
        name="link"
        label="Adres van de videovergadering"
        optional
        type="url"
        maxLength={300}
        hint="Begint met https://. Vul een plaats in, of dit adres."
      />
    </>
  );
}

/** It does not go on: what happens then is spelled out. */
export function CancelSittingPage({ data: { sitting, items }, values, errors }: State<SittingPageData>) {
  const waiting = items.filter(({ state }) => state === "on_agenda").length;
  return (
    <Page
      title="Afzeggen"
      heading="Bijeenkomst afzeggen"
      sub={`${sitting.series}, ${whenOf(sitting)}`}
      width="narrow"
      back={backTo(sitting)}
      errors={errors}
    >
      <p>
        {waiting > 0 &&
          `${waiting === 1 ? "De casus gaat" : `De ${waiting} casussen gaan`} terug naar de lijst. Niemand aan tafel ziet ze daarna nog. `}
        Iedereen krijgt bericht, en de afspraak verdwijnt uit de agenda’s.
      </p>
      <Form action={`/overleggen/zittingen/${sitting.id}/afzeggen`} errors={errors} values={values}>
        <HiddenField name="version" value={sitting.version} />
        <TextField name="told" label="Bericht aan wie aan tafel zit" optional maxLength={300} hint="Zonder namen van gezinnen." />
        <ButtonRow>
          <Button>Bijeenkomst afzeggen</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

/** Someone is asked to come: for all of it, or for one case alone. */
export function GuestPage({ data: { sitting, items, people }, values, errors }: State<GuestForm>) {
  return (
    <Page title="Gast vragen" sub={`${sitting.series}, ${whenOf(sitting)}`} width="narrow" back={backTo(sitting)} errors={errors}>
      {(sitting.state === "agenda_set" || sitting.state === "open") && items.some(({ state }) => state === "on_agenda") && (
        <p>
          Werkt de gast niet met Wieg? <a href={`/overleggen/zittingen/${sitting.id}/gast-van-buiten`}>Vraag een gast zonder account</a>.
        </p>
      )}
      <Form action={`/overleggen/zittingen/${sitting.id}/gast`} errors={errors} values={values}>
        <HiddenField name="version" value={sitting.version} />
        <Select
          name="membershipId"
          label="Wie?"
          options={people
            .filter(({ role }) => role !== "conference_chair")
            .map(({ membershipId, name, role, organisation }) => ({
              value: membershipId,
              label: `${name}, ${roleWord(role)}, ${organisation}`,
            }))}
        />
        <Select
          name="itemId"
          label="Waarvoor?"
          optional
          empty="De hele bijeenkomst"
          hint="Een gast voor één casus ziet alleen die."
          options={items
            .filter(({ state }) => state === "on_agenda")
            .map(({ id, nr, family, question }) => ({
              value: id,
              label: `Casus ${nr}${family === null ? "" : `, gezin ${family}`}: ${question ?? ""}`,
            }))}
        />
        <ButtonRow>
          <Button>Gast vragen</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

/** The sitting begins: who is there decides what may stand on the wall. */
export function OpenSittingPage({ data: { sitting, participants, guests }, values, errors }: State<SittingPageData>) {
  const ticked = [...participants, ...guests].filter(({ present }) => present || sitting.state !== "open").map(({ id }) => id);
  return (
    <Page
      title="Wie is er?"
      heading={sitting.state === "open" ? "Wie is er nu?" : "Overleg beginnen"}
      sub={`${sitting.series}, ${whenOf(sitting)}`}
      width="narrow"
      back={backTo(sitting)}
      errors={errors}
    >
      <p>Op het scherm staat alleen wat iedereen die er is, mag zien. Vink daarom aan wie er is.</p>
      <Form action={`/overleggen/zittingen/${sitting.id}/beginnen`} errors={errors} values={{ present: ticked, ...values }}>
        <HiddenField name="version" value={sitting.version} />
        <CheckboxGroup
          name="present"
          label="Aanwezig"
          options={[
            ...participants.map((one) => ({ value: one.id, label: seatWords(one) })),
            ...guests.map(({ id, name, worksAs, organisation }) => ({ value: id, label: `${name}, ${worksAs}, ${organisation} (gast)` })),
          ]}
        />
        <ButtonRow>
          <Button>{sitting.state === "open" ? "Bewaren" : "Overleg beginnen"}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const backTo = ({ id, series }: SittingPageData["sitting"]) => ({ href: `/overleggen/zittingen/${id}`, label: series });
