import { Radar } from "../../../design/Radar.tsx";
import { formatDay } from "../../../kit/day.ts";
import { lifeDomains } from "../../signal/signal.ts";
import { domainNames } from "../../signal/signal.texts.ts";
import type { BroadConversation } from "../broadConversation.ts";
import { dimensionWords } from "../exploration.texts.ts";

/** At most four lines can be told apart on one web. */
const readable = 4;

/** The spider web of a conversation, with earlier ones beside it. Conversations with figures, the newest first. */
export function ConversationRadar({ conversations }: Readonly<{ conversations: readonly BroadConversation[] }>) {
  const scored = conversations.filter(({ dimensions }) => dimensions.some(({ score }) => score !== null)).slice(0, readable);
  const [newest] = scored;
  if (newest === undefined) return null;
  return (
    <Radar
      label={`Brede gesprek van ${formatDay(newest.heldOn)}`}
      axes={lifeDomains.map((dimension) => ({ label: domainNames[dimension], short: dimensionWords[dimension].short }))}
      series={scored.map((one, at) => ({
        label: scored.some((other, place) => place < at && other.heldOn === one.heldOn)
          ? `${formatDay(one.heldOn)} (${at + 1})`
          : formatDay(one.heldOn),
        values: lifeDomains.map((dimension) => one.dimensions.find((row) => row.dimension === dimension)?.score ?? null),
      }))}
    />
  );
}
