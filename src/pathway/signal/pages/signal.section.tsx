import { Alert } from "../../../design/Alert.tsx";
import { formatDay } from "../../../kit/day.ts";
import { isRole, mayUse } from "../../../trust/access/route.ts";
import type { FamilySection } from "../../trajectory/familySection.ts";
import { notesOf } from "../rules/notesOf.ts";
import { loadSignals } from "../server/readSignals.ts";
import { FactorTags } from "./FactorTags.tsx";
import { SignalsCard } from "./SignalsCard.tsx";

/** The signals on the family page: what plays a part now, and what waits to be discussed. */
export const signalSection: FamilySection = {
  id: "signalen",
  title: "Signalen",
  place: "main",
  async load(work, line, actor) {
    if (!isRole(actor.role) || !mayUse(actor.role, "signals.read")) return null;
    const signals = await loadSignals(work, line.id, actor);
    const mayWrite = mayUse(actor.role, "signals.write") && line.state === "open";
    const standing = notesOf(signals.rows).filter(({ first }) => first.state === "open");
    const waiting = standing.filter(({ first }) => first.discussedOn === null && first.authorOrganisationId === actor.organisationId);
    return {
      body: <SignalsCard signals={signals} mayWrite={mayWrite} />,
      now: mayWrite
        ? waiting.map(({ id, first, rows }) => (
            <Alert key={id} tone="soon" level={3} title="Nog niet besproken met het gezin">
              <p>
                <FactorTags codes={rows.flatMap(({ factors }) => factors)} factors={signals.factors} urgent={first.urgent} /> gezien op{" "}
                {formatDay(first.observedOn)}. <a href={`/gezinnen/${line.id}/signalen/${id}`}>Besproken of intrekken</a>
              </p>
            </Alert>
          ))
        : [],
      moments: standing.map(({ id, first, rows }) => ({
        on: first.observedOn,
        label: rows.some(({ urgent }) => urgent) ? "urgent signaal" : "signaal",
        tone: first.discussedOn === null ? "soon" : "plain",
        href: `/gezinnen/${line.id}/signalen/${id}`,
        by: first.organisation,
      })),
    };
  },
};
