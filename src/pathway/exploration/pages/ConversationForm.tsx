import { DateField } from "../../../design/DateField.tsx";
import { Details } from "../../../design/Details.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Fieldset } from "../../../design/Fieldset.tsx";
import { FormPage } from "../../../design/FormPage.tsx";
import { RadarInput } from "../../../design/RadarInput.tsx";
import { TextArea } from "../../../design/TextArea.tsx";
import { formatShortDay } from "../../../kit/day.ts";
import { lifeDomains } from "../../signal/signal.ts";
import { domainNames } from "../../signal/signal.texts.ts";
import type { BroadConversation } from "../broadConversation.ts";
import { dimensionWords } from "../exploration.texts.ts";
import type { Conversations } from "../server/readConversations.ts";
import { ConversationRadar } from "./ConversationRadar.tsx";

type Props = Readonly<{ trajectoryId: string; data: Conversations; kept?: BroadConversation | undefined; values: Values; errors: Errors }>;

/** Records a conversation together with the family, or mends one of today. Every dimension may be skipped. */
export function ConversationForm({ trajectoryId, data, kept, values, errors }: Props) {
  const base = `/gezinnen/${trajectoryId}/gesprekken`;
  const earlier = data.conversations.filter(({ id }) => id !== kept?.id);
  const known = kept ? knownOf(kept, data.summaries[kept.id]) : { heldOn: formatShortDay(data.today) };
  return (
    <FormPage
      title={kept ? "Gesprek veranderen" : "Nieuw breed gesprek"}
      sub={`${data.family}. In hun eigen woorden; overslaan mag altijd.`}
      back={{ href: base, label: "Brede gesprekken" }}
      action={kept ? `${base}/${kept.id}/wijzigen` : `${base}/nieuw`}
      errors={errors}
      values={{ ...known, ...values }}
      version={kept?.version}
      draft={kept ? undefined : "gesprek"}
      button="Bewaren"
      leave="Niet nu"
      below={
        earlier.length > 0 && (
          <Details summary="Het vorige gesprek erbij">
            <ConversationRadar conversations={earlier} />
          </Details>
        )
      }
    >
      <DateField name="heldOn" label="Op welke dag was het gesprek?" />
      <Fieldset legend="Hoe gaat het, van 0 tot 10?" hint="0 is heel slecht, 10 is heel goed. Het gezin geeft het cijfer.">
        <RadarInput
          label="Het spinnenweb van dit gesprek"
          axes={lifeDomains.map((dimension) => ({
            name: `score-${dimension}`,
            label: domainNames[dimension],
            short: dimensionWords[dimension].short,
            hint: dimensionWords[dimension].about,
          }))}
        />
      </Fieldset>
      <Details
        summary="Wat zeiden zij erbij?"
        open={lifeDomains.some((dimension) => values[`remark-${dimension}`] || known[`remark-${dimension}`])}
      >
        <div className="wieg-fields">
          {lifeDomains.map((dimension) => (
            <TextArea key={dimension} name={`remark-${dimension}`} label={domainNames[dimension]} optional rows={2} maxLength={5000} />
          ))}
        </div>
      </Details>
      <TextArea name="familyWants" label="Wat wil het gezin veranderen?" optional rows={3} maxLength={5000} hint="In hun eigen woorden." />
      <TextArea
        name="summary"
        label="Samenvatting die het gezin goed vindt"
        optional
        rows={2}
        maxLength={2000}
        hint="Alleen dit ziet de gemeente van het gesprek, als zij mag meekijken."
      />
    </FormPage>
  );
}

function knownOf(kept: BroadConversation, summary: string | undefined): Values {
  const fields = kept.dimensions.flatMap(
    ({ dimension, score, remark }) =>
      [
        [`score-${dimension}`, score === null ? "" : String(score)],
        [`remark-${dimension}`, remark ?? ""],
      ] as const,
  );
  return {
    heldOn: formatShortDay(kept.heldOn),
    familyWants: kept.familyWants ?? "",
    summary: summary ?? "",
    ...Object.fromEntries(fields),
  };
}
