import { Card } from "../../../design/Card.tsx";
import { Facts } from "../../../design/Facts.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Tag } from "../../../design/Tag.tsx";
import { languageName } from "../../../registry/family.texts.ts";
import type { AgendaItem, Sitting } from "../sitting.ts";
import { presenceWords } from "../sitting.texts.ts";

/** One case to prepare: the question, the summary that the family agreed to, and its own voice. */
export function CaseCard({ item, sitting, opensFamily }: { item: AgendaItem; sitting: Sitting; opensFamily: boolean }) {
  return (
    <Card
      title={`${item.nr}. ${item.question ?? "Casus"}`}
      tag={item.state === "discussed" ? <Tag tone="ok">besproken</Tag> : null}
      action={
        item.state === "discussed" ? (
          <LinkButton href={`/overleggen/uitkomsten/${item.id}`} label={`Uitkomst van casus ${item.nr}`}>
            Uitkomst
          </LinkButton>
        ) : sitting.chairs && sitting.state === "open" ? (
          <LinkButton href={`/overleggen/casus/${item.id}/uitkomst`} label={`Uitkomst vastleggen van casus ${item.nr}`}>
            Uitkomst vastleggen
          </LinkButton>
        ) : null
      }
    >
      <Facts
        facts={[
          item.family === null
            ? null
            : { label: "Gezin", value: opensFamily ? <a href={`/gezinnen/${item.trajectoryId}`}>{item.family}</a> : item.family },
          { label: "Samenvatting, met akkoord van het gezin", value: item.summary ?? "nog niet geschreven" },
          {
            label: "Het gezin",
            value: item.presence === null ? "nog niet gevraagd hoe het gehoord wil worden" : presenceWords[item.presence],
          },
          item.familyWords === null ? null : { label: "In eigen woorden", value: <q>{item.familyWords}</q> },
          item.interpreter === null
            ? null
            : {
                label: "Tolk",
                value: <Tag tone="soon">{`nodig${item.interpreter === "" ? "" : `: ${languageName(item.interpreter)}`}`}</Tag>,
              },
          { label: "Ingebracht door", value: [item.broughtBy, item.phone].filter(Boolean).join(", ") },
        ]}
      />
    </Card>
  );
}
