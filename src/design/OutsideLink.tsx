import type { ReactNode } from "react";

type Props = Readonly<{ href: string; children: ReactNode }>;

/** A button-like link that ends at another site: the whole browser goes there, Turbo stays out of it. */
export function OutsideLink({ href, children }: Props) {
  return (
    <a className="ams-button ams-button--secondary" href={href} data-turbo="false">
      {children}
    </a>
  );
}
