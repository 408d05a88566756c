import type { Errors, Values } from "../../../design/Errors.ts";
import { FormPage } from "../../../design/FormPage.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { TextField } from "../../../design/TextField.tsx";
import { entries } from "../../configuration/programme.ts";
import { entryNames } from "../enrolment.texts.ts";
import type { Overview } from "../server/readOverview.ts";
import { PlacesCard } from "./PlacesCard.tsx";

type Props = Readonly<{ overview: Overview; values: Values; errors: Errors }>;

/** The project group moves places between the two ways into pillar 2: a decision, with its reason. */
export function MovePlacesPage({ overview: { programme, places }, values, errors }: Props) {
  const code = programme?.code ?? "";
  const freeFor = (to: string) => {
    const from = places.find(({ pillar, entry }) => pillar === 2 && entry !== to);
    return from ? Math.max(0, from.places - from.taken) : 0;
  };
  return (
    <FormPage
      title="Plaatsen verplaatsen"
      sub="Binnen pijler 2. Alleen vrije plaatsen gaan over; het maximum van de pijler blijft gelijk. Wie een plaats heeft, houdt die."
      back={{ href: `/geboortezorg-flex?programma=${code}`, label: "Geboortezorg Flex" }}
      action={`/geboortezorg-flex/verplaatsen?programma=${code}`}
      values={values}
      errors={errors}
      button="Verplaats"
      leave="Niet verplaatsen"
      above={programme && <PlacesCard programme={programme} places={places} />}
    >
      <HiddenField name="programme" value={programme?.id ?? ""} />
      <RadioGroup
        name="to"
        label="Waarheen"
        options={entries.map((entry) => ({
          value: entry,
          label: `Naar ${entryNames[entry]}`,
          hint: `Nu ${freeFor(entry)} te verplaatsen`,
        }))}
      />
      <TextField name="places" label="Hoeveel plaatsen" type="number" width="short" />
      <TextArea name="reason" label="Waarom" maxLength={5000} rows={3} />
    </FormPage>
  );
}
