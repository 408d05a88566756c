import { SectionNav } from "../../../design/SectionNav.tsx";
import type { Programme } from "../programme.ts";

type Props = Readonly<{ address: string; programmes: readonly Programme[]; current: string }>;

/** From one programme to another, on a page that is about one of them (`?programma=`). Nothing to choose where one runs. */
export function ProgrammeSwitch({ address, programmes, current }: Props) {
  if (programmes.length < 2) return null;
  const items = programmes.map(({ code, name }) => ({ href: `${address}?programma=${code}`, label: name, current: code === current }));
  return <SectionNav label="Programma" items={items} />;
}
