import type { ReactNode } from "react";

type Props = Readonly<{
  href: string;
  children: ReactNode;
  variant?: "primary" | "secondary" | "quiet";
  /** Tells apart links with the same words, such as one per line of a table. Begins with the visible words. */
  label?: string | undefined;
  /** A file to keep, not a page to go to. */
  download?: boolean;
  /** Leads to an app of its own, not to a page of this one. */
  leaves?: boolean;
}>;

/** Goes somewhere, and looks like the thing to do. */
export function LinkButton({ href, children, variant = "secondary", label, download = false, leaves = false }: Props) {
  const look = variant === "quiet" ? "tertiary" : variant;
  return (
    <a
      className={`ams-button ams-button--${look}`}
      href={href}
      aria-label={label}
      download={download ? "" : undefined}
      data-turbo={download || leaves ? "false" : undefined}
    >
      {children}
    </a>
  );
}
