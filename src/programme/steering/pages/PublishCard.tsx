import { ActionForm } from "../../../design/ActionForm.tsx";
import { Card } from "../../../design/Card.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { smallestShown } from "../../../insight/disclosure/blocks.ts";
import { monthInWords, monthOf } from "../rules/months.ts";
import type { Steering } from "../steering.ts";
import { steeringAddress } from "./address.ts";

/** What everybody may know: publishing a month, once. */
export function PublishCard({ steering: { programme, month, today, published, decides } }: Readonly<{ steering: Steering }>) {
  const canBe = decides && month < monthOf(today) && (published === null || month > published);
  return (
    <Card
      title="Delen met stuurgroep, coalitie en anderen"
      id="delen"
      action={<LinkButton href={`/geboortezorg-flex/cijfers?programma=${programme.code}`}>Gedeelde cijfers bekijken</LinkButton>}
    >
      <p>
        {published === null ? "Er is nog geen maand gepubliceerd." : `Gepubliceerd tot en met ${monthInWords(published)}.`} Anderen zien
        alleen wat gepubliceerd is. Aantallen onder de {smallestShown} staan daar nooit in, en zijn ook niet uit te rekenen, ook niet door
        twee maanden naast elkaar te leggen. Wat gepubliceerd is, verandert niet meer.
      </p>
      {canBe && (
        <ActionForm
          action={`${steeringAddress}/publiceren`}
          button={`${monthInWords(month)} publiceren`}
          hidden={{ programma: programme.code, maand: month }}
          confirm={`U publiceert de instroom tot en met ${monthInWords(month)} voor iedereen met een account. Eerdere maanden kunnen daarna niet meer apart worden gepubliceerd, en de cijfers veranderen niet meer.`}
          confirmButton="Ja, publiceren"
        />
      )}
    </Card>
  );
}
