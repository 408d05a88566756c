type Count = Readonly<{ count: number | string; label: string; href: string; tone?: "late" | "soon" | "info" }>;

/** A few counts in one row, also on a phone; each opens exactly what it counted. */
export function CountCards({ counts, label }: Readonly<{ counts: readonly Count[]; label: string }>) {
  return (
    <ul className="wieg-counts" aria-label={label}>
      {counts.map(({ count, label: what, href, tone = "info" }) => (
        <li key={what}>
          <a className={`wieg-count wieg-count--${count === 0 ? "none" : tone}`} href={href}>
            <b>{count}</b> <span>{what}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
