import { Card } from "../../../design/Card.tsx";
import { Details } from "../../../design/Details.tsx";
import { Facts } from "../../../design/Facts.tsx";
import type { CaseloadField, CaseloadLayout } from "../caseload.ts";
import type { OfferedUpload } from "../server/readUpload.ts";
import type { LineState } from "../takeOver.ts";
import { fieldWords, noteWords, sayEncoding, separatorWords } from "../takeOver.texts.ts";
import { addressOf, type LineView } from "./addresses.ts";
import { RemoveButton } from "./RemoveButton.tsx";

const rest: readonly (readonly [state: LineState, view: LineView, label: string])[] = [
  ["taken", "overgenomen", "overgenomen"],
  ["known", "bekend", "stonden er al in"],
  ["left_out", "overgeslagen", "overgeslagen"],
  ["failed", "mislukt", "niet gelukt"],
];

/** What is done with, and what is worth knowing but needs no answer. */
export function RestCard({ upload }: { upload: OfferedUpload }) {
  const done = rest.filter(([state]) => (upload.counts[state] ?? 0) > 0);
  return (
    <Card title={upload.linesRead === 1 ? "1 regel gelezen" : `${upload.linesRead.toLocaleString("nl-NL")} regels gelezen`}>
      {done.length > 0 && (
        <ul className="wieg-list">
          {done.map(([state, view, label]) => (
            <li key={state}>
              <a href={addressOf.lines(upload.id, view)}>
                {(upload.counts[state] ?? 0).toLocaleString("nl-NL")} {label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {upload.notes.length > 0 && (
        <Details summary="Om te weten">
          <ul className="wieg-list">
            {upload.notes.map(({ code, lines }) => (
              <li key={code}>
                {noteWords[code] ?? code}: {lines === 1 ? "1 regel" : `${lines.toLocaleString("nl-NL")} regels`}
              </li>
            ))}
          </ul>
        </Details>
      )}
      <RemoveButton upload={upload} />
    </Card>
  );
}

/** Which columns were recognised as what. */
export function RecognisedCard({ upload }: { upload: OfferedUpload }) {
  const { layout } = upload;
  if (!layout) return null;
  return (
    <Card title="Wat wij herkenden">
      <Facts facts={columnsOf(layout)} />
      {layout.leftOut.length > 0 && (
        <p>
          Niet overgenomen: <b>{layout.leftOut.join(", ")}</b>.
        </p>
      )}
      <p className="wieg-note">
        Kolommen gescheiden door een {separatorWords[layout.separator]}, letters volgens {sayEncoding(upload.encoding)}, kopregel op regel{" "}
        {layout.headingLine}.
      </p>
    </Card>
  );
}

function columnsOf(layout: CaseloadLayout) {
  const known = Object.entries(layout.positions) as [CaseloadField, number][];
  return known
    .toSorted(([, one], [, other]) => one - other)
    .map(([field, at]) => ({ label: layout.headings[at] ?? "", value: fieldWords[field] }));
}
