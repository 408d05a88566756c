import { RadioGroup } from "../../../design/RadioGroup.tsx";

const yesNo = [
  { value: "ja", label: "Ja" },
  { value: "nee", label: "Nee" },
];

/** The three judgements of the definition. */
export function JudgementFields() {
  return (
    <>
      <RadioGroup
        name="risk"
        label="Spelen er nu risicofactoren?"
        hint="Ingevuld volgens de lijst. Klopt die volgens u niet, kies dan anders."
        options={yesNo}
        inline
      />
      <RadioGroup
        name="urgent"
        label="Is er een urgente bij?"
        hint="Een factor die de zwangerschap, het kind of de moeder direct kan schaden."
        options={yesNo}
        inline
      />
      <RadioGroup
        name="protective"
        label="Zijn de beschermende factoren toereikend?"
        hint="Kan dit gezin, met de mensen eromheen, opvangen wat er speelt of kan komen?"
        options={yesNo}
        inline
      />
    </>
  );
}
