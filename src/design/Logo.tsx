/** The mark: a cradle on its rocker. */
export function Logo({ size = 26 }: Readonly<{ size?: number }>) {
  return (
    <svg className="wieg-logo" width={size} height={size} viewBox="0 0 26 26" aria-hidden="true" focusable="false">
      <path d="M3 8h20a10 10 0 0 1-20 0z" fill="#f0b7a3" />
      <path d="M4 22c6 3.5 12 3.5 18 0" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  );
}
