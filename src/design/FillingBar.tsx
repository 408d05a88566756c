type Props = Readonly<{
  label: string;
  part: number;
  whole: number;
  /** In words, such as "138 van 150 plaatsen bezet, 12 vrij". */
  text: string;
  tone?: "ok" | "soon" | "late" | "info";
}>;

/** A part of a whole, such as the places that are taken. */
export function FillingBar({ label, part, whole, text, tone = "info" }: Props) {
  const share = whole <= 0 ? 0 : Math.min(100, Math.max(0, (part / whole) * 100));
  return (
    <div className={`wieg-filling wieg-filling--${tone}`}>
      <p className="wieg-filling__label">
        <b>{label}</b> <span>{text}</span>
      </p>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className="wieg-filling__whole" width="100" height="4" />
        <rect className="wieg-filling__part" width={share.toFixed(2)} height="4" />
      </svg>
    </div>
  );
}
