import { WallPage } from "../../../design/WallPage.tsx";
import type { WallData } from "../server/readSitting.ts";
import { outcomeNames, outcomeWords, presenceWords, standWords } from "../sitting.texts.ts";

/** One case at a time on the wall: only what everyone who is present may see. */
export function SittingWall({ data }: { data: WallData }) {
  const { sitting, items, at, item, family } = data;
  const base = `/overleggen/zittingen/${sitting.id}`;
  const close = { href: base, label: "Sluit het scherm" };
  if (item === null)
    return (
      <WallPage title="Overleg" above={sitting.series} heading="Er staat geen casus op de agenda" close={close}>
        <p>Wat er stond, is besproken, of het gezin haalde zijn toestemming terug.</p>
      </WallPage>
    );
  const step = (nr: number, label: string) => (nr < 1 || nr > items.length ? null : { href: `${base}/scherm?casus=${nr}`, label });
  return (
    <WallPage
      title="Overleg"
      above={`${sitting.series}. Casus ${at} van ${items.length}${family === null ? "" : `, gezin ${family}`}`}
      heading={item.question ?? "Casus"}
      previous={step(at - 1, "← Vorige casus")}
      next={step(at + 1, "Volgende casus →")}
      close={close}
      actions={
        item.state === "on_agenda" && sitting.state === "open" ? (
          <a href={`/overleggen/casus/${item.id}/uitkomst`}>Uitkomst vastleggen</a>
        ) : null
      }
    >
      {item.state === "discussed" ? <Decided data={data} /> : <Before data={data} />}
    </WallPage>
  );
}

function Before({ data: { item, rows } }: { data: WallData }) {
  const category = rows.find(({ kind }) => kind === "category_route")?.words;
  return (
    <>
      {item?.summary && (
        <>
          <h2>Samenvatting, met akkoord van het gezin</h2>
          <p>{item.summary}</p>
        </>
      )}
      {item?.familyWords && (
        <>
          <h2>Het gezin zegt zelf</h2>
          <p>
            <q>{item.familyWords}</q>
          </p>
        </>
      )}
      {item?.presence && item.presence !== "words" && <p>Het gezin {presenceWords[item.presence]}.</p>}
      {category !== undefined && <p>Categorie {category}</p>}
      <List title="Vragen van het gezin" rows={rows} kind="question" />
      <List title="Wat het gezin wil bereiken" rows={rows} kind="goal" />
      <List title="Wat al is afgesproken" rows={rows} kind="agreement" />
    </>
  );
}

/** What was decided today stands there for all to check. */
function Decided({ data: { item, outcome, rows } }: { data: WallData }) {
  return (
    <>
      <h2>Besloten</h2>
      <p>{item?.decision}</p>
      <ul>
        {outcome.map((part) => (
          <li key={part.id}>
            {outcomeNames[part.kind]}: {outcomeWords(part)}
            {part.stand === null ? "" : ` (${standWords(part)})`}
          </li>
        ))}
      </ul>
      <List title="Afspraken in het gezinsplan" rows={rows} kind="agreement" />
    </>
  );
}

function List({ title, rows, kind }: Readonly<{ title: string; rows: WallData["rows"]; kind: WallData["rows"][number]["kind"] }>) {
  const mine = rows.filter((row) => row.kind === kind);
  if (mine.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {mine.map(({ words }) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </>
  );
}
