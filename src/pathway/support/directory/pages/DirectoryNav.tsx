import { SectionNav } from "../../../../design/SectionNav.tsx";

/** Offers, and the people behind them. */
export const DirectoryNav = () => (
  <SectionNav
    label="Sociale kaart"
    items={[
      { href: "/sociale-kaart", label: "Steun" },
      { href: "/groepen", label: "Groepen" },
      { href: "/sociale-kaart/organisaties", label: "Organisaties en mensen" },
    ]}
  />
);
