import type { ReactNode } from "react";

/** A screen: its name on top, its one main act within reach of a thumb below. */
export function Frame({
  title,
  back,
  end,
  foot,
  children,
}: Readonly<{ title: string; back?: (() => void) | undefined; end?: ReactNode; foot?: ReactNode; children: ReactNode }>) {
  return (
    <div className={foot === undefined ? "frame" : "frame frame--foot"}>
      <header className="bar">
        {back && (
          <button type="button" className="bar-back" onClick={back}>
            <span aria-hidden="true">‹</span> Terug
          </button>
        )}
        <h1>{title}</h1>
        {end}
      </header>
      <main>{children}</main>
      {foot !== undefined && <footer className="foot">{foot}</footer>}
    </div>
  );
}
