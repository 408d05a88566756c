import { Pagination as AmsterdamPagination } from "@amsterdam/design-system-react";
import { useWords } from "./useWords.ts";

type Props = Readonly<{ page: number; pages: number; href: (page: number) => string; label?: string }>;

/** Turns the pages of a long list; nothing when there is only one. */
export function Pagination({ page, pages, href, label }: Props) {
  const words = useWords();
  if (pages < 2) return null;
  return (
    <AmsterdamPagination
      page={page}
      totalPages={pages}
      linkTemplate={href}
      accessibleName={label ?? words.pages}
      previousLabel={words.previous}
      nextLabel={words.next}
    />
  );
}
