import { ActionForm } from "../../../design/ActionForm.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { FamilyPageData } from "../server/readFamilyPage.ts";
import { endReasonNames } from "../trajectory.texts.ts";
import type { FamilyRights } from "./FamilyPage.tsx";

/** The line itself: maternity care, the date, birth, loss, ending; what a professional records once in a while. */
export function LineCard({ data, rights }: { data: FamilyPageData; rights: FamilyRights }) {
  const { line, details } = data;
  const href = (path: string) => `/gezinnen/${line.id}/${path}`;
  return (
    <Card title="Deze lijn" id="lijn">
      <Facts
        facts={[
          {
            label: "Kraamzorg",
            value: (
              <>
                {details.maternityCare ?? "nog niet vastgelegd"}
                {details.maternityCareOn ? `, aangemeld op ${formatDay(details.maternityCareOn)}` : ""}
                {rights.maternityCare && (
                  <>
                    {" "}
                    <a href={href("aanmelding-kraamzorg")}>Kraamzorg vastleggen</a>
                  </>
                )}
              </>
            ),
          },
          details.parity ? { label: "Eerdere zwangerschappen", value: details.parity } : null,
          details.endReason ? { label: "Afgerond omdat", value: endReasonNames[details.endReason] } : null,
          details.otherLines.length > 0 ? { label: "Andere zwangerschappen", value: <OtherLines lines={details.otherLines} /> } : null,
        ]}
      />
      {rights.write && <LineActions data={data} href={href} />}
    </Card>
  );
}

function LineActions({ data: { line }, href }: { data: FamilyPageData; href: (path: string) => string }) {
  if (line.state === "ended") {
    return (
      <ButtonRow>
        <ActionForm action={href("heropenen")} button="Lijn weer openen" hidden={{ version: line.version }} />
        <LinkButton href={href("volgende-zwangerschap")}>Nieuwe zwangerschap</LinkButton>
      </ButtonRow>
    );
  }
  return (
    <ButtonRow>
      {line.bornOn === null && line.lossOn === null && line.dueDate !== null && (
        <LinkButton href={href("geboorte")}>Geboorte vastleggen</LinkButton>
      )}
      {line.bornOn === null && line.lossOn === null && (
        <LinkButton href={href("datum")} variant="quiet">
          {line.dueDate === null ? "Zwanger: datum vastleggen" : "Uitgerekende datum wijzigen"}
        </LinkButton>
      )}
      {(line.bornOn !== null || line.lossOn !== null) && (
        <LinkButton href={href("volgende-zwangerschap")} variant="quiet">
          Nieuwe zwangerschap
        </LinkButton>
      )}
      {line.lossOn === null && line.dueDate !== null && (
        <LinkButton href={href("verlies")} variant="quiet">
          Verlies vastleggen
        </LinkButton>
      )}
      <LinkButton href={href("afsluiten")} variant="quiet">
        Lijn afsluiten
      </LinkButton>
    </ButtonRow>
  );
}

function OtherLines({ lines }: { lines: FamilyPageData["details"]["otherLines"] }) {
  return (
    <>
      {lines.map((other, at) => (
        <span key={other.id}>
          {at > 0 && ", "}
          <a href={`/gezinnen/${other.id}`}>
            {other.bornOn
              ? `geboren ${formatDay(other.bornOn)}`
              : other.day
                ? `uitgerekend ${formatDay(other.day)}`
                : "vóór de zwangerschap"}
          </a>
        </span>
      ))}
    </>
  );
}
