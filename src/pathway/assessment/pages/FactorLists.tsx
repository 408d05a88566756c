import { EmptyState } from "../../../design/EmptyState.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { FactorNow } from "../../signal/signal.ts";

const kinds = [
  { kind: "risk", title: "Risicofactoren" },
  { kind: "protective", title: "Beschermende factoren" },
  { kind: "context", title: "Om rekening mee te houden", note: "Telt niet mee voor de categorie. Het vraagt om een aanpak die past." },
] as const;

/** The factors that play a part now, by kind. */
export function FactorLists({ factors, trajectoryId }: { factors: readonly FactorNow[]; trajectoryId: string }) {
  if (factors.length === 0)
    return (
      <EmptyState
        title="Er is nog niets vastgelegd"
        action={<LinkButton href={`/gezinnen/${trajectoryId}/signalen/nieuw`}>Signaal vastleggen</LinkButton>}
      >
        Ziet u een risico of juist iets wat goed gaat? Leg het eerst vast als signaal. U kunt ook zonder signalen een inschatting maken.
      </EmptyState>
    );
  return kinds.map(({ kind, title, ...rest }) => {
    const ofKind = factors.filter((factor) => factor.kind === kind);
    if (ofKind.length === 0 && kind === "context") return null;
    return (
      <div key={kind}>
        <h3>{title}</h3>
        {"note" in rest && <p className="wieg-hint">{rest.note}</p>}
        {ofKind.length === 0 ? (
          <p className="wieg-hint">Geen vastgelegd.</p>
        ) : (
          <ul>
            {ofKind.map(({ signalId, label, urgent, observedOn }) => (
              <li key={signalId}>
                {label} {urgent && <Tag tone="late">urgent</Tag>} <span className="wieg-hint">gezien op {formatDay(observedOn)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    );
  });
}
