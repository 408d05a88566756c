import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { Checkbox } from "../../../design/Checkbox.tsx";
import { choicesOf } from "../../../design/choicesOf.ts";
import { DateField } from "../../../design/DateField.tsx";
import { Details } from "../../../design/Details.tsx";
import { Fieldset } from "../../../design/Fieldset.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { formatDay, formatShortDay } from "../../../kit/day.ts";
import { fullName } from "../../../registry/personName.ts";
import { birthMeanwhile } from "../lineForm.texts.ts";
import { weeksAndDays } from "../rules/pregnancyWeek.ts";
import type { WholeLine } from "../server/changingLine.ts";
import type { Birth } from "../server/familyPage.store.ts";
import { birthPlaceNames, birthPlaces } from "../trajectory.texts.ts";
import { LineForm, type FormState } from "./LineForm.tsx";

/** A birth; twins in one go. */
export function BirthPage({ whole, ...state }: FormState & { whole: WholeLine }) {
  const { line, details } = whole;
  return (
    <LineForm
      {...state}
      title="Geboorte vastleggen"
      path="geboorte"
      version={line.version}
      button="Geboorte vastleggen"
      above={state.errors["form"] === birthMeanwhile && <KnownBirths whole={whole} />}
      sub={
        details.births.length > 0
          ? `Al vastgelegd: ${details.births.map((birth) => childOf(whole, birth)).join(", ")}. Hier legt u nog een kind vast.`
          : undefined
      }
    >
      <DateField name="bornOn" label="Dag van de geboorte" />
      <Place />
      <ChildFields />
      <Details summary="Een tweeling" open={state.values["twin"] !== undefined}>
        <Fieldset legend="Het tweede kind">
          <Checkbox name="twin" label="Er is een tweede kind geboren" />
          <TextField name="givenName2" label="Voornaam" optional />
          <DateField name="bornOn2" label="Dag van de geboorte, als die anders is" optional />
          <TextField name="weight2" label="Gewicht" width="short" inputMode="numeric" unit="gram" optional />
          <Small name="small2" />
        </Fieldset>
      </Details>
    </LineForm>
  );
}

/** Mends what was recorded, or takes it back. */
export function ChangeBirthPage({ whole, birth, ...state }: FormState & { whole: WholeLine; birth: Birth }) {
  const child = whole.family.members.find(({ id }) => id === birth.childId);
  const saved = {
    bornOn: formatShortDay(birth.bornOn),
    place: birth.place ?? "",
    givenName: child?.givenName ?? "",
    prefix: child?.prefix ?? "",
    familyName: child?.familyName ?? "",
    gestation: birth.gestationalDays === null ? "" : weeksAndDays(birth.gestationalDays),
    weight: birth.weightGrams === null ? "" : String(birth.weightGrams),
    small: birth.smallForAge === null ? "onbekend" : birth.smallForAge ? "ja" : "nee",
  };
  return (
    <LineForm
      {...state}
      title="Geboorte wijzigen"
      path={`geboorte/${birth.id}`}
      version={birth.version}
      saved={saved}
      labels={{ bornOn: "Dag van de geboorte", givenName: "Voornaam", gestation: "Zwangerschapsduur", weight: "Gewicht" }}
      below={
        <ActionForm
          action={`/gezinnen/${whole.line.id}/geboorte/${birth.id}/terug`}
          button="Dit was een vergissing"
          variant="quiet"
          hidden={{ version: birth.version }}
          confirm="De geboorte telt dan niet meer mee, en het kind staat niet meer bij het gezin. In de geschiedenis blijft het te zien."
          confirmButton="Ja, terugnemen"
        />
      }
    >
      <DateField name="bornOn" label="Dag van de geboorte" />
      <Place />
      <ChildFields />
    </LineForm>
  );
}

function ChildFields() {
  return (
    <>
      <TextField name="givenName" label="Voornaam" optional />
      <TextField
        name="gestation"
        label="Zwangerschapsduur"
        width="short"
        optional
        hint="Zoals 38+4. Leeg: volgens de uitgerekende datum."
      />
      <TextField name="weight" label="Gewicht" width="short" inputMode="numeric" unit="gram" optional />
      <Small name="small" />
      <Details summary="Andere achternaam dan de moeder">
        <TextField name="prefix" label="Tussenvoegsel" width="short" optional />
        <TextField name="familyName" label="Achternaam" optional />
      </Details>
    </>
  );
}

const Place = () => <RadioGroup name="place" label="Waar" options={choicesOf(birthPlaces, birthPlaceNames)} />;

const Small = ({ name }: { name: string }) => (
  <RadioGroup
    name={name}
    label="Klein voor de zwangerschapsduur (SGA)?"
    hint="Volgens de groeicurve."
    inline
    optional
    options={[
      { value: "ja", label: "Ja" },
      { value: "nee", label: "Nee" },
      { value: "onbekend", label: "Niet bekend" },
    ]}
  />
);

function KnownBirths({ whole }: { whole: WholeLine }) {
  return (
    <Alert tone="soon" title="Een collega was net eerder">
      {whole.details.births.length === 0 ? (
        "Kijk na wat er nu staat."
      ) : (
        <>
          Nu staat er: {whole.details.births.map((birth) => childOf(whole, birth)).join("; ")}. Is dat hetzelfde kind? Dan hoeft u niets
          meer te doen.
        </>
      )}
    </Alert>
  );
}

function childOf({ family }: WholeLine, birth: Birth): string {
  const child = family.members.find(({ id }) => id === birth.childId);
  return `${child ? fullName(child) : "een kind"}, geboren ${formatDay(birth.bornOn)}${birth.weightGrams === null ? "" : `, ${birth.weightGrams} gram`}`;
}
