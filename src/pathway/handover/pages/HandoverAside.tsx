import { Card } from "../../../design/Card.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { formatDay } from "../../../kit/day.ts";
import { languageName } from "../../../registry/family.texts.ts";
import type { Handover, HandoverSide, Signature } from "../handover.ts";
import { givenWayNames } from "../handover.texts.ts";
import type { HandoverData } from "../server/readHandover.ts";
import { roleName } from "./ReceiverField.tsx";

const periods: Readonly<Record<string, string>> = {
  preconception: "nog niet zwanger",
  pregnancy: "zwanger",
  postpartum: "in de kraamtijd",
  infancy: "kind geboren",
  after_loss: "na een verlies",
};

/** When in the line: weeks by four, so that nobody is known by it. */
function momentWords({ period, weeksFrom }: Pick<Handover, "period" | "weeksFrom">): string {
  const name = periods[period] ?? period;
  if (weeksFrom === null || period === "postpartum") return name;
  const range = `${weeksFrom} tot ${weeksFrom + 4} weken`;
  return period === "pregnancy" ? `${range} zwanger` : `kind van ${range}`;
}

const signed = (signature: Signature): string => `${signature.name}, ${roleName(signature.role)}, op ${formatDay(signature.on)}`;

/** The facts of a handover, who signed, and whom to call. */
export function HandoverAside({ data: { handover } }: Readonly<{ data: HandoverData }>) {
  const { status, from, to, language } = handover;
  return (
    <>
      <Card title="Handtekeningen">
        <Facts
          facts={[
            { label: "Draagt over", value: "from" in status ? signed(status.from) : "nog niet ondertekend" },
            {
              label: "Neemt over",
              value:
                status.state === "given"
                  ? `${status.outside.to}, buiten Wieg`
                  : "to" in status
                    ? signed(status.to)
                    : "nog niet ondertekend",
            },
            { label: "Gezin las mee", value: handover.discussedOn === null ? "nog niet" : formatDay(handover.discussedOn) },
            status.state === "given"
              ? { label: "Meegegeven", value: givenWayNames[status.outside.way] }
              : { label: "Samen gehouden", value: "heldOn" in status ? formatDay(status.heldOn) : "nog niet" },
          ]}
        />
      </Card>
      <Card title="Wie en wanneer">
        <Facts
          facts={[
            { label: "Van", value: <Side side={from} person={handover.preparedBy.name} /> },
            {
              label: "Aan",
              value:
                status.state === "given" ? (
                  status.outside.to
                ) : to === null ? (
                  "nog te kiezen"
                ) : (
                  <Side side={to} person={handover.toPerson?.name ?? null} />
                ),
            },
            { label: "Uiterlijk gehouden", value: formatDay(handover.momentOn) },
            { label: "Gemeente", value: handover.municipality ?? "onbekend" },
            { label: "Toen", value: momentWords(handover) },
            {
              label: "Taal",
              value: `${language === null ? "onbekend" : languageName(language)}${handover.interpreterNeeded ? ", tolk nodig" : ""}`,
            },
            {
              label: "Daarna",
              value:
                status.state === "given"
                  ? `${from.organisation} blijft betrokken tot de lijn is afgesloten`
                  : handover.senderStays
                    ? `${from.organisation} blijft ook betrokken`
                    : `${from.organisation} stopt twee weken na het gesprek`,
            },
          ]}
        />
      </Card>
    </>
  );
}

const Side = ({ side, person }: Readonly<{ side: HandoverSide; person: string | null }>) => (
  <>
    {person === null ? "" : `${person}, `}
    {side.organisation} {side.phone !== null && <a href={`tel:${side.phone.replace(/[^+\d]/g, "")}`}>{side.phone}</a>}
  </>
);
