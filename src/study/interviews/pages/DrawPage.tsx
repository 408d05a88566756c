import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { Card } from "../../../design/Card.tsx";
import { DataTable } from "../../../design/DataTable.tsx";
import { Details } from "../../../design/Details.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { Page } from "../../../design/Page.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { Interview } from "../interviews.ts";
import { kindNames, moveNames, sayStratum, stateNames, strataNames } from "../interviews.texts.ts";
import { possibleMoves } from "../rules/interviewMoves.ts";
import type { DrawView } from "../server/readInterviews.ts";
import { interviewAddress, interviewsAddress } from "./address.ts";

/** Everybody who was called by one draw, and what can be done. */
export function DrawPage({ data: { draw, interviews, repeatable } }: Readonly<{ data: DrawView }>) {
  return (
    <Page
      title="Loting"
      sub={`${kindNames[draw.kind]}, ${strataNames[draw.strataBy]}`}
      width="wide"
      back={{ href: interviewsAddress, label: "Gesprekken" }}
    >
      {!repeatable && (
        <Alert title="Deze loting is niet na te rekenen" tone="late">
          Uit de bewaarde lijst en het beginwoord komt een andere volgorde. Gebruik haar niet, en zeg het de beheerder van Wieg.
        </Alert>
      )}
      <Card title="Wie is geloot">
        <DataTable
          caption="Wie is geloot"
          rows={interviews}
          rowKey={({ id }) => id}
          columns={[
            {
              label: "Wie",
              heading: true,
              cell: ({ id, who }) => <a href={interviewAddress(id)}>{who}</a>,
              note: ({ stratum, place }) => `${sayStratum(stratum)}, plaats ${place}`,
            },
            {
              label: "Stand",
              cell: ({ state }) => <Tag tone={state === "held" ? "ok" : state === "agreed" ? "info" : "plain"}>{stateNames[state]}</Tag>,
              note: ({ since, plannedOn }) => (plannedOn === null ? `sinds ${formatDay(since)}` : `gesprek op ${formatDay(plannedOn)}`),
            },
            { label: "Doen", action: true, cell: (one) => <Moves one={one} /> },
          ]}
        />
        <p className="wieg-hint">
          Zegt iemand nee, of komt er geen antwoord, dan roept Wieg de volgende van dezelfde groep op, in de gelote volgorde.
        </p>
      </Card>
      <Card title="Narekenen" tone={repeatable ? "ok" : "late"}>
        <p>
          {repeatable
            ? "Zojuist opnieuw geloot uit lijst en beginwoord: dezelfde mensen in dezelfde volgorde."
            : "Opnieuw loten gaf een andere volgorde."}
        </p>
        <Facts
          facts={[
            { label: "Beginwoord", value: draw.seed },
            { label: "Geloot op", value: formatDay(draw.drawnOn) },
            { label: "Op de lijst", value: String(draw.list.length) },
            { label: "Gewenst", value: String(draw.wanted) },
          ]}
        />
        <Details summary="Hoe Wieg loot">
          <p>
            De lijst staat op volgorde van groep en willekeurig nummer. Binnen elke groep schudt Wieg haar (Fisher en Yates) met toeval uit
            beginwoord en naam van de groep (xoshiro128**). Uit elke groep komt om de beurt de eerste, tot het gewenste aantal.
          </p>
        </Details>
      </Card>
    </Page>
  );
}

/** What the desk can do now; noting a day has its own field on the page of the interview. */
export function Moves({ one }: Readonly<{ one: Interview }>) {
  return (
    <>
      {possibleMoves(one, "desk")
        .filter((move) => move !== "plan")
        .map((move) => (
          <ActionForm
            key={move}
            action={`${interviewAddress(one.id)}/stap`}
            button={moveNames[move]}
            label={`${moveNames[move]}: ${one.who}`}
            variant={move === "stop" || move === "decline" ? "quiet" : "secondary"}
            hidden={{ stap: move, version: one.version, loting: one.drawId }}
            confirm={move === "stop" ? "Deze persoon wordt niet meer gevraagd. De volgende van de loting komt in de plaats." : undefined}
          />
        ))}
    </>
  );
}
