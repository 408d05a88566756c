import { usePage } from "./PageContext.ts";
import { useWords } from "./useWords.ts";

type Item = Readonly<{
  href: string;
  label: string;
  count?: number | undefined /** Shown now, where the address does not tell. */;
  current?: boolean;
}>;
type Props = Readonly<{ items: readonly Item[]; label?: string }>;

/** The parts of a long page (`#plan`) or of a subject (`/gezinnen/x/plan`) within reach. */
export function SectionNav({ items, label }: Props) {
  const words = useWords();
  const { path } = usePage();
  return (
    <nav className="wieg-sections" aria-label={label ?? words.sections}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={(item.current ?? item.href === path) ? "page" : undefined}>
              {item.label}
              {item.count !== undefined && <span className="wieg-sections__count"> {item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
